import { figureAnswers } from '../../../../shared/features/figure-imports/figure-draft.schema'
import { AppError } from '../../../../shared/errors/app-error'
import type { CoreServices } from '../../context'
import type { JobContext, JobItemRow, JobKindDefinition, JobPlan, SettleItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { listMappings, rememberMappings } from '../imports'
import { countAndEnd } from './end-draft.service'
import { clearDraft } from './figure-drafts.repository'
import type { FigureFile } from './figure-files'
import { listLayouts } from './figure-layouts.repository'
import { listFigureChannels, listSources } from './figure-sources.repository'
import { refuseUnread } from './unread-files.service'
import { stageFile, type ReadingRules } from './stage-file.service'

interface ReadInput {
  files: string[]
  answers: unknown
  /** The draft that this one stands in for: files that no answer touches are taken over from it. */
  replaces?: string
}

async function planReading(core: CoreServices, workspace: Workspace, input: Record<string, unknown>): Promise<JobPlan> {
  const { files, answers, replaces } = input as unknown as ReadInput
  if ((await workspace.profile()).archivedAt !== null) throw new AppError('conflict.client-archived', { name: (await workspace.profile()).name })
  const items = files.map((token, position) => {
    const { path, name, temporary } = core.tokens.resolve(token)
    const payload: FigureFile = { position, path, name, temporary }
    return { key: String(position), group: String(position), label: name, payload: { ...payload } }
  })
  return { title: { n: items.length, files: items.length }, items, stored: { answers, ...(replaces !== undefined && { replaces }) } }
}

async function rulesOf({ workspace, job }: JobContext): Promise<ReadingRules> {
  const { reader } = workspace
  const answers = figureAnswers.parse(job.input['answers'])
  return {
    answers,
    ownership: { channels: await listFigureChannels(reader), remembered: await listSources(reader), answers: answers.channels },
    layouts: await listLayouts(reader),
    remembered: rememberMappings(await listMappings(reader))
  }
}

async function readFiles(context: JobContext, items: JobItemRow[], signal: AbortSignal, settle: SettleItem): Promise<void> {
  const rules = await rulesOf(context)
  for (const item of items) {
    signal.throwIfAborted()
    const refused = await stageFile(context, item.payload as unknown as FigureFile, rules, signal)
    await settle(item.id, refused ? { state: 'failed', error: refused } : { state: 'done', result: {} })
  }
}

/** Reads exports into a draft; an item a file. */
export const readFiguresJob: JobKindDefinition = {
  kind: 'figures.read',
  plan: planReading,
  runGroup: readFiles,
  async finish(context, signal) {
    await refuseUnread(context)
    await countAndEnd(context, signal)
    const { workspace, job } = context
    const before = job.input['replaces']
    if (typeof before === 'string') await clearDraft((run) => workspace.write(run), workspace.reader, before)
    return { draftId: context.job.id }
  },
  /** Half a draft is no use: it is cleared, and all of its files are read again. */
  async recover({ workspace, job }) {
    await clearDraft((run) => workspace.write(run), workspace.reader, job.id)
    await workspace.write((tx) => tx('job_item').where({ job_id: job.id }).whereIn('state', ['done', 'failed']).update({ state: 'waiting' }))
  },
  parallel: 1
}
