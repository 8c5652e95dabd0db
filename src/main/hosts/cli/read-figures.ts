import { AppError } from '../../../shared/errors/app-error'
import type { AppInputs } from '../../../shared/contract'
import { followJob } from './follow-job'
import type { FigureDraft } from './figure-report'
import type { Session } from './session'

type Answers = NonNullable<AppInputs['figureImports']['read']['answers']>

export interface FigureOptions {
  dateOrder?: 'dmy' | 'mdy'
  year?: number
  network?: string
  period?: string
  channel?: string[]
}

/** `instagram=Museum`: a network, or an account as files name it, and the channel that it is; nothing behind the sign means none. */
export interface NamedChannel {
  name: string
  channel: string
}

export const namedChannels = (given: readonly string[] = []): NamedChannel[] =>
  given.map((text) => {
    const at = text.indexOf('=')
    return { name: (at < 0 ? text : text.slice(0, at)).trim(), channel: (at < 0 ? text : text.slice(at + 1)).trim() }
  })

const plain = (text: string): string => text.trim().replace(/^@/, '').toLowerCase()

/**
 * The channel that a name, handle or id means, on one network where that is said.
 * @throws AppError `not-found.channel`
 */
export async function findChannel(session: Session, clientId: string, given: string, network?: string): Promise<string> {
  const { channels } = await (await session.client()).channels.list({ clientId })
  const named = channels.filter(({ id, name, handle }) => id === given || [plain(name), plain(handle)].includes(plain(given)))
  const found = named.length > 1 && network !== undefined ? named.filter((channel) => channel.network === network) : named
  if (found.length !== 1 || !found[0]) throw new AppError('not-found.channel', { channel: given })
  return found[0].id
}

/** `2026-01-01..2026-01-31`, or `lifetime`. @throws AppError `validation.days` */
function periodOf(given: string): { from: string; to: string } | 'lifetime' {
  if (given === 'lifetime') return given
  const [from = '', to = ''] = given.split('..')
  if (![from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) || from > to) throw new AppError('validation.days', { from, to })
  return { from, to }
}

const readingAnswers = ({ dateOrder, year, network, period }: FigureOptions): NonNullable<Answers['all']> => ({
  ...(dateOrder && { order: dateOrder }),
  ...(year !== undefined && { year }),
  ...(network !== undefined && { network }),
  ...(period !== undefined && { period: periodOf(period) })
})

/** Answers to what a first reading asked, as far as options tell. */
async function answersTo(session: Session, clientId: string, draft: FigureDraft, named: readonly NamedChannel[]): Promise<Pick<Answers, 'channels' | 'tables'>> {
  const channels = []
  const tables = []
  for (const question of draft.questions) {
    if (question.kind === 'channel') {
      const said = named.find(({ name }) => [question.name, question.source].some((one) => plain(one) === plain(name))) ?? named.find(({ name }) => plain(name) === question.network)
      if (said) channels.push({ source: question.source, channelId: said.channel === '' ? null : await findChannel(session, clientId, said.channel, question.network) })
    } else if (question.kind === 'network') {
      const [only, ...others] = [...new Set(named.map(({ name }) => plain(name)))].filter((name) => question.options.includes(name))
      const about = draft.tables[question.table]
      if (only !== undefined && others.length === 0 && about) tables.push({ file: about.file, entry: about.entry, sheet: about.sheet, network: only })
    }
  }
  return { channels, tables }
}

async function readOnce(session: Session, clientId: string, files: string[], answers: Answers, replaces?: string): Promise<FigureDraft> {
  const client = await session.client()
  const { jobId, draftId } = await client.figureImports.read({ clientId, files, answers, ...(replaces !== undefined && { replaces }) })
  const job = await followJob(session, clientId, jobId)
  if (job.state !== 'done') {
    const { code, data } = job.error ?? { code: 'cancelled.by-person', data: {} }
    await client.figureImports.discard({ clientId, draftId })
    throw new AppError(code as ConstructorParameters<typeof AppError>[0], data)
  }
  return client.figureImports.draft({ clientId, draftId })
}

/** Reads files into a draft, and once more where options answer what the first reading asked: whose account, which network. */
export async function readFigures(session: Session, clientId: string, files: string[], options: FigureOptions): Promise<FigureDraft> {
  const all = readingAnswers(options)
  const named = namedChannels(options.channel)
  let draft = await readOnce(session, clientId, files, { all })
  let answers: Answers = { all, channels: [], tables: [] }
  // The network first, then whose account it is there.
  for (let turn = 0; turn < 2 && draft.questions.some(({ required }) => required); turn += 1) {
    const { channels = [], tables = [] } = await answersTo(session, clientId, draft, named)
    if (channels.length + tables.length === 0) break
    answers = { all, channels: [...(answers.channels ?? []), ...channels], tables: [...(answers.tables ?? []), ...tables] }
    draft = await readOnce(session, clientId, files, answers, draft.draftId)
  }
  return draft
}
