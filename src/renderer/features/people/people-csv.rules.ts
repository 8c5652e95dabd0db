import type { PersonRow } from '@shared/features/people/people.schema'
import type { CsvCell } from '@shared/tables/write-csv'

/** A person as a line: all handles in one cell, instants in UTC. */
export const peopleColumns: Readonly<Record<string, (row: PersonRow) => CsvCell>> = {
  name: ({ name }) => name,
  handles: ({ handles }) => handles.map(({ network, shown, key }) => `${network}: ${shown || key}`).join('; '),
  labels: ({ labels }) => labels.join('; '),
  messages: ({ messages }) => messages,
  conversations: ({ conversations }) => conversations,
  first_at: ({ firstAt }) => firstAt,
  last_at: ({ lastAt }) => lastAt,
  waiting_since: ({ waitingSince }) => waitingSince,
  next_step: ({ nextStep }) => nextStep,
  next_on: ({ nextOn }) => nextOn,
  card: ({ personId }) => personId
}
