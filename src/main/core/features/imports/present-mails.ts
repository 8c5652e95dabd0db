import type { ReadTable } from '../../../../shared/features/imports/imports.contract'
import { readMailRow } from '../../../../shared/features/inbox/reading/notification-mail'
import type { FoundTable } from './read-files.service'

export const isMail = ({ name, shape }: FoundTable): boolean => name === 'mail' && shape === 'items'

/** Mails of a file, network by network; the facts of a mail are told of one that comes alone. */
export function presentMails(table: FoundTable): ReadTable[] {
  const [header, ...rows] = table.rows
  const places = new Map((header?.cells ?? []).map((name, index) => [name, index]))
  const byNetwork = new Map<string, ReturnType<typeof readMailRow>[]>()
  for (const { cells } of rows) {
    const mail = readMailRow((column) => cells[places.get(column) ?? -1] ?? '')
    byNetwork.set(mail.network, [...(byNetwork.get(mail.network) ?? []), mail])
  }
  return [...byNetwork].map(([platform, mails]) => {
    const days = mails.map(({ facts }) => facts.date).filter(Boolean).sort()
    const [only] = mails.length === 1 && table.container === 'mail' ? mails : []
    return {
      file: table.file, name: table.fileName, entry: table.entry, sheet: '', container: table.container, encoding: table.encoding, delimiter: table.delimiter, format: { id: 'mail', name: 'mail' },
      score: 1, matched: [], columns: [], rows: mails.length,
      facts: {
        granularity: 'item', rows: mails.length, ...(days[0] !== undefined && { date_from: days[0], date_to: days.at(-1) ?? days[0] }),
        ...Object.fromEntries(Object.entries(only?.facts ?? {}).filter(([, value]) => value !== '')), platform, kind: 'notification', encoding: 'MIME'
      }
    }
  })
}
