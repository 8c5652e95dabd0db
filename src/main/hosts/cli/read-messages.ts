import type { MessagePreview } from '../../../shared/features/inbox/message-import.schema'
import type { FigureDraft } from './figure-report'
import { explain } from '../../../shared/errors/explain'
import { printable } from './table'
import type { Session } from './session'

/** Messages among files; `places` are those files among all that were given. */
export interface FoundMessages {
  preview: MessagePreview
  places: number[]
  files: string[]
  own: { network: string; key: string }[]
}

const WITH_REPLIES: ReadonlySet<string> = new Set(['mastodon.outbox', 'bluesky.posts', 'x.archive.account'])

/** Holds no figures and no plan, and may hold mails. */
const isWithoutTable = ({ entry, error }: FigureDraft['refused'][number]): boolean => entry === null && error.data['reason'] === 'no-table'

/** The draft without what it says of files that hold messages instead. */
export function withoutMessageFiles(draft: FigureDraft, messages: FoundMessages | undefined): FigureDraft {
  const told = new Set(messages?.preview.files.map(({ file }) => messages.places[file] ?? -1))
  return { ...draft, refused: draft.refused.filter((one) => !isWithoutTable(one) || !told.has(one.file)) }
}

/** Files that may hold messages: those that words were found in, and those in which nothing else was. */
function candidates(count: number, draft: FigureDraft): number[] {
  const words = new Set(draft.tables.filter(({ subject, format }) => subject === null || WITH_REPLIES.has(format)).map(({ file }) => file))
  const other = new Set([...draft.tables, ...draft.plans, ...draft.unknown, ...draft.refused.filter((one) => !isWithoutTable(one))].map(({ file }) => file))
  return Array.from({ length: count }, (_, place) => place).filter((place) => words.has(place) || !other.has(place))
}

/** `instagram=Museum`: which author of that network the client is. */
export const ownNames = (given: readonly string[]): { network: string; key: string }[] =>
  given.flatMap((one) => {
    const at = one.indexOf('=')
    return at > 0 ? [{ network: one.slice(0, at).trim().toLowerCase(), key: one.slice(at + 1).trim() }] : []
  })

export async function readMessages(session: Session, clientId: string, tokens: readonly string[], draft: FigureDraft, own: readonly string[]): Promise<FoundMessages | undefined> {
  const places = candidates(tokens.length, draft)
  if (places.length === 0) return undefined
  const asked = { files: places.map((place) => tokens[place] ?? ''), own: ownNames(own) }
  const preview = await (await session.client()).inbox.previewImport({ clientId, ...asked })
  // What could not be read is told by the draft of figures.
  return preview.files.length === 0 ? undefined : { preview: { ...preview, refused: [] }, places, ...asked }
}

/** Mails as other files are told of; archives of messages are there by their tables. */
export const mailFilesJson = (paths: readonly string[], { preview, places }: FoundMessages): { file: number; json: object }[] =>
  preview.files.filter(({ kind }) => kind === 'notification').map(({ file, name: _name, facts, network, from, to, systemTexts: _texts, skipped, channelId: _channel, ...rest }) => ({
    file: places[file] ?? 0,
    json: { path: paths[places[file] ?? 0] ?? '', sheet: '', ...rest, ...facts, network, from, to, sums: {}, skipped: [], unread: skipped, ...(preview.files.length === 1 && { added: preview.totals.added, changed: 0, unchanged: preview.totals.known }) }
  }))

export function messagesJson(paths: readonly string[], { preview, places }: FoundMessages): object {
  const files = preview.files.map(({ file, name: _name, network, facts, ...rest }) => ({ path: paths[places[file] ?? 0] ?? '', platform: network, ...rest, ...facts }))
  return { files, questions: preview.questions, totals: preview.totals }
}

export function messageLines({ t }: Session, { preview }: FoundMessages): string[] {
  const { totals, questions, refused } = preview
  return [
    ...refused.map(({ name, error }) => explain(error.code, { ...error.data, name }, t).what),
    t('cli.messages.found', { n: totals.messages, added: totals.added, known: totals.known, conversations: totals.conversations }),
    ...(totals.erased > 0 ? [t('cli.messages.erased', { n: totals.erased })] : []),
    ...questions.map(({ network, authors }) => t('cli.messages.own', { network, authors: authors.slice(0, 8).map(({ name, key }) => name || key).join(', ') }))
  ].map(printable)
}
