import type { CoreServices, Tx } from '../../../context'
import type { Workspace } from '../../../workspaces/workspaces.types'
import { addLabels, changeCare, labelField, setByOf, type CareRow } from '../care.repository'
import { closeOne } from '../care.service'
import { openResponseClocks } from '../response-clocks.service'
import { settleConversations } from '../settle-conversations.repository'
import { listRules } from './care-rules.repository'
import { decide, type Decision } from './decide'

const HOUR = 3_600_000
type Core = Pick<CoreServices, 'now' | 'newId'>

function careOf({ rule, plan: { changes } }: Decision, now: string): Partial<CareRow> {
  const care: Partial<CareRow> = {}
  for (const { field, to } of changes) {
    if (field === 'type' || field === 'sentiment' || field === 'assignee') care[field] = to
    else if (field === 'priority') care.priority = Number(to)
    else if (field === 'sensitive') care.sensitive = 1
    else if (field === 'state' && to === 'snoozed') Object.assign(care, { state: to, snoozed_until: new Date(Date.parse(now) + (rule.actions.snooze?.hours ?? 0) * HOUR).toISOString(), closed_at: null })
  }
  return care
}

const labelsOf = ({ plan: { changes } }: Decision): string[] => changes.flatMap(({ field, to }) => (field === 'label' ? [to] : []))
const closes = ({ plan: { changes } }: Decision): boolean => changes.some(({ field, to }) => field === 'state' && to === 'closed')

async function act(tx: Tx, core: Core, decision: Decision): Promise<void> {
  const { row, rule } = decision
  // Closed as it was found: evidence is kept of what the message was, not of what the rule calls it.
  if (closes(decision)) await closeOne(tx, core, row, rule.actions.close?.reason ?? '', 'rule')
  const [care, labels] = [careOf(decision, core.now()), labelsOf(decision)]
  if (Object.keys(care).length + labels.length === 0) return
  const setBy: Record<string, string> = { ...setByOf(row), ...(closes(decision) && { state: 'rule' }) }
  for (const name of labels) setBy[labelField(name)] = 'rule'
  await changeCare(tx, row.id, { ...care, set_by_json: JSON.stringify(setBy) }, core.now(), 'rule')
}

/** Does what was decided. Belongs to the transaction of a step. @returns how many conversations changed */
export async function actOn(tx: Tx, core: Core, decisions: readonly Decision[]): Promise<number> {
  const acting = decisions.filter(({ plan }) => plan.changes.length > 0)
  for (const decision of acting) await act(tx, core, decision)
  await addLabels(tx, acting.flatMap((decision) => labelsOf(decision).map((name) => ({ id: core.newId(), conversation_id: decision.row.id, name }))))
  await settleConversations(tx, acting.filter(closes).map(({ row }) => row.id))
  return acting.length
}

/** The rules that are on, on conversations that got something new: part of the step that brought it. */
export async function runRules(tx: Tx, core: Core, workspace: Pick<Workspace, 'profile'>, ids: readonly string[]): Promise<void> {
  const rules = (await listRules(tx)).filter(({ enabled }) => enabled)
  if (rules.length === 0) return
  const clocks = await openResponseClocks(tx, (await workspace.profile()).zone)
  await actOn(tx, core, await decide(tx, rules, ids, { clocks, now: core.now() }))
}
