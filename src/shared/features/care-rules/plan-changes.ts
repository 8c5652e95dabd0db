import type { RuleActions, RuleChange } from './care-rules.schema'

type By = 'suggested' | 'person' | 'rule'
interface Held<T> {
  value: T
  by: By
}

/** How a conversation stands now, and who made it so. */
export interface Standing {
  type: Held<string | null>
  priority: Held<number | null>
  sentiment: Held<string | null>
  sensitive: Held<boolean>
  assignee: Held<string>
  state: Held<string>
  /** A complaint or said with bad feeling, and without an answer, whatever a rule made of it. */
  isCriticism: boolean
  labels: readonly string[]
  /** A person took them away. */
  removedLabels: readonly string[]
}

export interface PlannedChanges {
  changes: RuleChange[]
  /** What a person has set stays. */
  kept: RuleChange['field'][]
  /** Criticism is neither closed nor put off by a rule. */
  staysOpen: boolean
}

const among = (names: readonly string[], name: string): boolean => names.some((one) => one.toLowerCase() === name.toLowerCase())

type Told = 'type' | 'priority' | 'sentiment' | 'sensitive' | 'assignee'

function setValue(plan: PlannedChanges, field: Told, held: Held<unknown>, wanted: unknown): void {
  if (wanted === undefined || held.value === wanted) return
  if (held.by === 'person') {
    plan.kept.push(field)
    return
  }
  const nothing = held.value === null || held.value === '' || held.value === false
  plan.changes.push({ field, from: nothing ? null : String(held.value), to: String(wanted) })
}

/** What a rule calls spam is none. */
function staysOpen({ type, sentiment }: RuleActions, standing: Standing): boolean {
  const typeAfter = standing.type.by === 'person' ? standing.type.value : (type ?? standing.type.value)
  return typeAfter !== 'spam' && (standing.isCriticism || typeAfter === 'complaint' || sentiment === 'negative')
}

function planLabels(plan: PlannedChanges, wanted: readonly string[], { labels, removedLabels }: Standing): void {
  for (const name of new Map(wanted.toReversed().map((one) => [one.toLowerCase(), one])).values()) {
    if (among(labels, name)) continue
    if (among(removedLabels, name)) plan.kept.push('label')
    else plan.changes.push({ field: 'label', from: null, to: name })
  }
}

/** Closed or put off; what is put off already stays so, as does what a person closed, hid or opened. */
function planState(plan: PlannedChanges, actions: RuleActions, standing: Standing): void {
  const { value, by } = standing.state
  const to = actions.close !== undefined ? 'closed' : actions.snooze !== undefined && value !== 'snoozed' ? 'snoozed' : undefined
  if (to === undefined || value === 'closed' || value === 'hidden') return
  if (by === 'person') plan.kept.push('state')
  else if (staysOpen(actions, standing)) plan.staysOpen = true
  else plan.changes.push({ field: 'state', from: value, to })
}

/** What actions would change of a conversation, old and new. What a person has set by hand stays, and criticism stays open. */
export function planChanges(actions: RuleActions, standing: Standing): PlannedChanges {
  const plan: PlannedChanges = { changes: [], kept: [], staysOpen: false }
  setValue(plan, 'type', standing.type, actions.type)
  setValue(plan, 'priority', standing.priority, actions.priority)
  setValue(plan, 'sentiment', standing.sentiment, actions.sentiment)
  setValue(plan, 'sensitive', standing.sensitive, actions.sensitive)
  planLabels(plan, actions.labels, standing)
  setValue(plan, 'assignee', standing.assignee, actions.assignee)
  planState(plan, actions, standing)
  plan.kept = [...new Set(plan.kept)]
  return plan
}
