import { AppError } from '../../../../shared/errors/app-error'
import type { PersonCard } from '../../../../shared/features/people/people.schema'
import type { Reader, Tx } from '../../context'
import type { CardRow, HandleRow } from './people.repository'

/** All that is needed to part a card from another one again. */
export interface MergedCard {
  card: CardRow
  handles: HandleRow[]
  /** Labels of the merged card; `added`: the survivor has it from this merge. */
  labels: { name: string; added: boolean }[]
  outreachIds: string[]
  /** Merges into the merged card from before. */
  mergeIds: string[]
  /** The survivor before and after, so that what nobody changed since goes back. */
  before: CardRow
  after: CardRow
}

interface MergeRow {
  id: string
  person_id: string
  merged_json: string
  created_at: string
}

export const readMerged = (json: string): MergedCard => JSON.parse(json) as MergedCard

export async function listMerges(db: Reader, personId: string): Promise<PersonCard['merges']> {
  const rows = (await db('person_merge').where({ person_id: personId }).orderBy('created_at', 'desc').orderBy('id', 'desc')) as MergeRow[]
  return rows.map(({ id, merged_json, created_at }) => {
    const { card, handles } = readMerged(merged_json)
    return { id, name: card.name, handles: handles.length, at: created_at }
  })
}

/** @throws AppError `not-found.person-item` */
export async function getMerge(tx: Tx, id: string): Promise<{ personId: string; merged: MergedCard }> {
  const row = (await tx('person_merge').where({ id }).first()) as MergeRow | undefined
  if (!row) throw new AppError('not-found.person-item', { item: id })
  return { personId: row.person_id, merged: readMerged(row.merged_json) }
}

export async function insertMerge(tx: Tx, id: string, personId: string, merged: MergedCard, now: string): Promise<void> {
  await tx('person_merge').insert({ id, person_id: personId, merged_json: JSON.stringify(merged), created_at: now })
}
