import type { Tx } from '../../context'
import { os } from '../../router-base'
import { rewarmPosts } from '../analytics'
import { commitDraft, getDraft, removeImport } from './commit.service'
import { clearDraft, withdrawDraft } from './figure-drafts.repository'
import { listImports } from './figure-imports.repository'
import { listLayouts, putLayouts, removeLayout } from './figure-layouts.repository'
import { rebuildFigures } from './figure-merge.repository'

export { commitDraft, getDraft } from './commit.service'
export { clearFigureDrafts, forgetUndoneFigures, purgeFigures } from './figure-chores.service'
export { listImports } from './figure-imports.repository'
export { readFiguresJob } from './figures.job'
export { matchSubjects, type Matched } from './match.service'

/** After undo or redo: what counts follows the imports that stand. Belongs to the transaction of the replay. */
export async function followImports(tx: Tx, stepId: number): Promise<void> {
  const rows = (await tx('change').where({ step_id: stepId, table_name: 'figure_import' }).distinct('row_id')) as { row_id: string }[]
  if (rows.length > 0) await rebuildFigures(tx, rows.map(({ row_id }) => row_id))
}

export const figureImportsHandlers = {
  read: os.figureImports.read.handler(async ({ input, context }) => {
    const { clientId, files, answers, replaces } = input
    const workspace = await context.workspace(clientId)
    if (replaces !== undefined) await workspace.write((tx) => withdrawDraft(tx, replaces))
    const jobId = await context.core.jobs.start(clientId, 'figures.read', { files, answers, ...(replaces !== undefined && { replaces }) })
    return { jobId, draftId: jobId }
  }),
  draft: os.figureImports.draft.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return (await getDraft(reader, input.draftId)).draft
  }),
  commit: os.figureImports.commit.handler(async ({ input, context }) => {
    const done = await commitDraft(context, input)
    rewarmPosts((await context.workspace(input.clientId)).reader)
    return done
  }),
  discard: os.figureImports.discard.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    await clearDraft((run) => workspace.write(run), workspace.reader, input.draftId)
    return { ok: true as const }
  }),
  list: os.figureImports.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return listImports(reader, input)
  }),
  remove: os.figureImports.remove.handler(async ({ input, context }) => {
    await removeImport(context, input.clientId, input.importId)
    return { ok: true as const }
  }),
  listLayouts: os.figureImports.listLayouts.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return { layouts: await listLayouts(reader) }
  }),
  putLayouts: os.figureImports.putLayouts.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => ({ changed: await putLayouts(tx, input.layouts, () => context.core.newId()) }), { data: { count: input.layouts.length } })
  ),
  removeLayout: os.figureImports.removeLayout.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeLayout(tx, input.signature))
    return { ok: true as const }
  })
}
