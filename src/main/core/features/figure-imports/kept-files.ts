import { createHash } from 'node:crypto'
import type { Tx } from '../../context'
import type { JobContext } from '../../jobs/jobs.types'
import { findDraftFile, keepDraft, moveDraftFile } from './figure-drafts.repository'
import type { FigureFile } from './figure-files'
import type { FoundFile, ReadBy } from './found-file'
import type { ReadingRules } from './stage-file.service'

type Channels = ReadingRules['answers']['channels']

const saidOf = (sources: Iterable<string>, channels: Channels): ReadBy['channels'] =>
  Object.fromEntries([...new Set(sources)].sort().map((source) => [source, channels.find((one) => one.source === source)?.channelId ?? null]))

/** All that decides what becomes of a file, beside whose its accounts are. */
function rulesOf(file: FigureFile, { answers, ownership, layouts, remembered }: ReadingRules): string {
  const own = { all: answers.all, tables: answers.tables.filter((one) => one.file === file.position) }
  const said = [file.path, file.position, file.name, own, ownership.channels, [...ownership.remembered], layouts, remembered]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** Notes what a file was read by. */
export function readBy(file: FigureFile, rules: ReadingRules, found: FoundFile): ReadBy {
  const sources = found.tables.flatMap(({ accounts }) => accounts.map(({ source }) => source))
  return { rules: rulesOf(file, rules), channels: saidOf(sources, rules.answers.channels) }
}

/**
 * Takes a file over from the draft that this one stands in for, where nothing was answered since that touches it: it is not read
 * again. @returns what it came to; undefined where it has to be read
 */
export async function keepFile({ workspace, job, core }: JobContext, file: FigureFile, rules: ReadingRules): Promise<FoundFile | undefined> {
  const before = job.input['replaces']
  if (typeof before !== 'string') return undefined
  const found = await findDraftFile<FoundFile>(workspace.reader, before, file.position)
  if (found?.readBy === undefined || found.readBy.rules !== rulesOf(file, rules)) return undefined
  const said = saidOf(Object.keys(found.readBy.channels), rules.answers.channels)
  if (JSON.stringify(said) !== JSON.stringify(found.readBy.channels)) return undefined
  return workspace.write(async (tx: Tx) => {
    await keepDraft(tx, job.id, core.now())
    return (await moveDraftFile(tx, { from: before, to: job.id, position: file.position })) ? found : undefined
  })
}
