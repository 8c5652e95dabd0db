import { AppError } from '../../../../shared/errors/app-error'
import type { FigureImportDraft, FigureTable } from '../../../../shared/features/figure-imports/figure-draft.schema'
import type { CallContext, Tx } from '../../context'
import { dropDraft, findDraft, listDraftFiles, standingImports } from './figure-drafts.repository'
import { assembleDraft } from './end-draft.service'
import { deleteImport, insertImport } from './figure-imports.repository'
import { countDraft } from './figure-count.repository'
import { addFigures, rebuildFigures, renewSubjects } from './figure-merge.repository'
import { putSources } from './figure-sources.repository'
import { isLasting } from './find-channels'
import type { FoundFile } from './found-file'
import { dropOrphanMatches } from './match.repository'
import { matchSubjects, type Matched } from './match.service'

interface Counts {
  added: number
  changed: number
  unchanged: number
}

export interface CommitInput {
  clientId: string
  draftId: string
  expect: Counts
}

/** The draft as it was shown. @throws AppError `not-found.figure-draft` while it is not read, and once it is gone */
export async function getDraft(db: Parameters<typeof findDraft>[0], draftId: string): Promise<{ draft: FigureImportDraft; basis: string }> {
  const row = await findDraft(db, draftId)
  if (!row?.result_json) throw new AppError('not-found.figure-draft', { draft: draftId })
  return { draft: JSON.parse(row.result_json) as FigureImportDraft, basis: row.basis }
}

/** The totals as they are now: counted anew where other figures came in since. */
async function countsNow(tx: Tx, draftId: string, draft: FigureImportDraft, basis: string): Promise<Counts> {
  if ((await standingImports(tx)) === basis) return draft.totals
  const counts = await countDraft((run) => run(tx), draftId)
  const files = await listDraftFiles<FoundFile>(tx, draftId)
  return assembleDraft(draftId, files, new Map(counts.map((one) => [one.fileId, one])), new Map()).totals
}

/** Whose files are whose, as a person said. */
function answeredSources(tables: readonly FigureTable[]): Map<string, string> {
  const accounts = tables.flatMap(({ accounts: own }) => own)
  return new Map(accounts.flatMap(({ source, channelId, origin }) => (origin === 'answered' && channelId !== null && isLasting(source) ? [[source, channelId] as const] : [])))
}

async function commitIn(tx: Tx, context: CallContext, { draftId, expect }: CommitInput): Promise<Counts & { importId: string; skipped: number; matched: Matched }> {
  const { core } = context
  const { draft, basis } = await getDraft(tx, draftId)
  const open = draft.questions.filter(({ required }) => required).length
  if (open > 0) throw new AppError('conflict.import-questions', { count: open })
  const { added, changed, unchanged } = await countsNow(tx, draftId, draft, basis)
  if (added !== expect.added || changed !== expect.changed || unchanged !== expect.unchanged) throw new AppError('conflict.import-changed')
  const { files, skipped } = draft.totals
  if (added + changed + unchanged === 0) throw new AppError('validation.nothing-selected')
  await insertImport(tx, { id: draftId, files, added, changed, unchanged, skipped, created_at: core.now() })
  await renewSubjects(tx, draftId)
  await addFigures(tx, draftId)
  await putSources(tx, answeredSources(draft.tables), () => core.newId())
  const matched = await matchSubjects(tx, core, { importId: draftId })
  await dropDraft(tx, draftId)
  return { importId: draftId, added, changed, unchanged, skipped, matched }
}

/**
 * Lets the figures of a draft count: one transaction, one step.
 * @throws AppError `not-found.figure-draft`, `conflict.import-changed`, `conflict.import-questions`, `validation.nothing-selected`
 */
export async function commitDraft(context: CallContext, input: CommitInput) {
  const { added, changed, unchanged } = input.expect
  return context.command(input.clientId, (tx) => commitIn(tx, context, input), { data: { count: added + changed || unchanged } })
}

/** Takes an import away. @throws AppError `not-found.figure-import` */
export async function removeImport(context: CallContext, clientId: string, importId: string): Promise<void> {
  await context.command(clientId, async (tx) => {
    if (!(await deleteImport(tx, importId))) throw new AppError('not-found.figure-import', { import: importId })
    await rebuildFigures(tx, [importId])
    await dropOrphanMatches(tx)
  })
}
