import { readdir } from 'node:fs/promises'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import type { EraseScope, PersonRef } from '../../../../shared/features/people/people.schema'
import type { CallContext, Tx } from '../../context'
import { dropStep, listChangedTables, openStep, setCurrentStep } from '../../db/steps'
import type { Workspace } from '../../workspaces/workspaces.types'
import { findLogged, forgetLogged, type LogScope } from './erase-log'
import { countMentions } from './erase-mentions.queries'
import { eraseRows } from './erase-rows'
import { findScope, type Scope } from './erase-scope'
import { insertErasure } from './erasures.repository'
import { resolvePerson } from './resolve-person'

/** Figures for the log: nothing by which anybody could be known. */
function countsOf(scope: Scope, log: LogScope): Record<string, number> {
  return {
    messages: scope.messageIds.length, answers: scope.replyIds.length + scope.outgoingIds.length, drafts: scope.draftIds.length, notes: scope.noteIds.length, evidence: scope.evidenceIds.length + scope.incidentEntryIds.length,
    handles: scope.person.handles.length, outreach: scope.outreachIds.length, card: scope.person.card ? 1 : 0, handleBook: scope.bookEntryIds.length, pictures: scope.assetIds.length, logEntries: log.changeIds.length, steps: log.stepIds.length
  }
}

/** @throws AppError `not-found.person` */
export async function previewErase(workspace: Workspace, ref: PersonRef): Promise<EraseScope> {
  const { reader } = workspace
  const scope = await findScope(reader, await resolvePerson(reader, ref))
  const log = await findLogged(reader, scope)
  const { messages = 0, answers = 0, drafts = 0, notes = 0, evidence = 0, handles = 0, outreach = 0, card = 0, handleBook = 0, logEntries = 0 } = countsOf(scope, log)
  const pictures = (await reader.raw('SELECT title FROM asset WHERE id IN (SELECT value FROM json_each(?)) ORDER BY title', [JSON.stringify(scope.assetIds)])) as { title: string }[]
  return {
    name: scope.person.name,
    goes: { messages, answers, drafts, notes, evidence, handles, outreach, card, handleBook, logEntries, pictures: pictures.map(({ title }) => title), steps: log.stepIds.length, exportJobs: scope.jobIds.length },
    stays: {
      conversations: scope.alone.length + scope.shared.length, answers, mentions: await countMentions(reader, scope),
      backups: (await readdir(workspace.folders.backups).catch(() => [])).filter((name) => name.endsWith('.sqlite')).length
    }
  }
}

/** What this step itself would remember: all but that it was done. */
async function forgetOwn(tx: Tx, step: number): Promise<void> {
  await tx('change').where({ step_id: step }).whereNotIn('table_name', ['erasure', 'erased_handle', 'workspace_setting']).delete()
}

interface Erasure {
  ref: PersonRef
  confirmName: string
  reason: string
  by: string
}

async function eraseIn(tx: Tx, { core, operation }: CallContext, { ref, confirmName, reason, by }: Erasure) {
  const person = await resolvePerson(tx, ref)
  if (person.name.trim() !== confirmName.trim()) throw new AppError('validation.confirm-name', { name: confirmName })
  const scope = await findScope(tx, person)
  if (((await tx('job').where({ kind: 'people.export' }).whereIn('state', ['queued', 'running']).first('id')) as { id: string } | undefined) !== undefined) throw new AppError('conflict.erase-busy')
  const log = await findLogged(tx, scope)
  const [counts, at] = [countsOf(scope, log), core.now()]
  const step = await openStep(tx, { kind: 'do', operation, data: {}, at, actor: 'person' })
  await eraseRows(tx, scope, at)
  await insertErasure(tx, { id: core.newId(), kind: 'erase', reason: scope.known.names(reason) ? '' : reason.trim(), counts, doneBy: by, at })
  await setCurrentStep(tx, null)
  const tables = await listChangedTables(tx, step)
  await forgetLogged(tx, scope, log)
  await forgetOwn(tx, step)
  await dropStep(tx, step)
  return { counts, tables: [...tables, 'message', 'conversation'] }
}

/**
 * Erases a person for good, from the tables, the search index, the change log and the file itself.
 * @throws AppError `not-found.person`, `validation.confirm-name`, `conflict.erase-busy`, `conflict.client-archived`
 */
export async function erasePerson(context: CallContext, input: AppInputs['people']['erase']): Promise<{ counts: Record<string, number> }> {
  const { clientId, person: ref, confirmName, reason = '', by = '' } = input
  const workspace = await context.workspace(clientId)
  const { archivedAt, name } = await workspace.profile()
  if (archivedAt) throw new AppError('conflict.client-archived', { name })
  const { counts, tables } = await workspace.writeForGood((tx) => eraseIn(tx, context, { ref, confirmName, reason, by }))
  context.core.emit({ type: 'workspace.changed', clientId, operation: context.operation, tables })
  return { counts }
}
