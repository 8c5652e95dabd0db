import type { CareRule } from '../../../../../shared/features/care-rules/care-rules.schema'
import { firstMatch, type RuleFacts } from '../../../../../shared/features/care-rules/match-rule'
import { planChanges, type PlannedChanges, type Standing } from '../../../../../shared/features/care-rules/plan-changes'
import type { Reader, Tx } from '../../../context'
import { chunks } from '../../assets'
import { labelField, setByOf, type SetBy } from '../care.repository'
import { findConversations, type ConversationRow } from '../conversations.queries'
import type { ResponseClocks } from '../response-clocks.service'
import { loadBesideRows, type BesideRows } from './rule-facts.queries'

/** What one rule makes of one conversation. */
export interface Decision {
  row: ConversationRow
  rule: CareRule
  plan: PlannedChanges
}
export interface DecideContext {
  clocks: Pick<ResponseClocks, 'isOpen'>
  now: string
}

type By = 'suggested' | 'person' | 'rule'
const byOf = (set: SetBy, field: string, isSet: boolean): By => (set[field] === 'rule' ? 'rule' : isSet || set[field] === 'person' ? 'person' : 'suggested')

/** What a rule has set does not count: the suggestion, or what a person says. */
const ownValue = <T>(set: SetBy, field: string, value: T | null, suggested: T): T | null => (set[field] === 'rule' ? suggested : (value ?? suggested)) || null

function factsOf(row: ConversationRow, beside: BesideRows, { clocks }: DecideContext): RuleFacts {
  const set = setByOf(row)
  const said = beside.texts.get(row.id)
  return {
    network: row.network, channelId: row.channel_id, kind: row.kind, type: ownValue(set, 'type', row.type, row.suggested_type), sentiment: ownValue(set, 'sentiment', row.sentiment, row.suggested_sentiment),
    priority: ownValue(set, 'priority', row.priority, row.suggested_priority), language: row.language, text: said?.text ?? '', authors: [...(said?.authors ?? [])],
    labels: (beside.labels.get(row.id) ?? []).filter((name) => set[labelField(name)] !== 'rule'), personLabels: beside.personLabels.get(row.id) ?? [],
    outsideHours: row.last_in_at !== '' && !clocks.isOpen(row.last_in_at)
  }
}

/** What a person or a rule set, where it still holds: a new message or the end of a snooze opens by itself. */
function stateOf(row: ConversationRow, set: SetBy): Standing['state'] {
  const opened = row.state === 'open' && (row.closed_at !== null || row.snoozed_until !== null)
  return { value: row.state, by: opened ? 'suggested' : byOf(set, 'state', row.state !== 'open') }
}

function standingOf(row: ConversationRow, facts: RuleFacts, labels: readonly string[]): Standing {
  const set = setByOf(row)
  return {
    type: { value: row.type ?? (row.suggested_type || null), by: byOf(set, 'type', row.type !== null) },
    priority: { value: row.priority ?? row.suggested_priority, by: byOf(set, 'priority', row.priority !== null) },
    sentiment: { value: row.sentiment ?? (row.suggested_sentiment || null), by: byOf(set, 'sentiment', row.sentiment !== null) },
    sensitive: { value: row.sensitive === 1, by: byOf(set, 'sensitive', row.sensitive === 1) },
    assignee: { value: row.assignee ?? '', by: byOf(set, 'assignee', (row.assignee ?? '') !== '') },
    state: stateOf(row, set), isCriticism: row.waiting_since !== '' && (facts.type === 'complaint' || facts.sentiment === 'negative'),
    labels, removedLabels: Object.keys(set).flatMap((field) => (set[field] === 'removed' ? [field.slice(labelField('').length)] : []))
  }
}

/** What the rules make of conversations, in the order of these; those that no rule matches are left out. */
export async function decide(db: Reader | Tx, rules: readonly CareRule[], ids: readonly string[], context: DecideContext): Promise<Decision[]> {
  const decisions: Decision[] = []
  if (rules.length === 0) return decisions
  for (const part of chunks([...ids], 500)) {
    const rows = new Map((await findConversations(db, part, context.now)).map((row) => [row.id, row]))
    const beside = await loadBesideRows(db, part)
    for (const row of part.flatMap((id) => rows.get(id) ?? [])) {
      const facts = factsOf(row, beside, context)
      const rule = firstMatch(rules, facts)
      if (rule) decisions.push({ row, rule, plan: planChanges(rule.actions, standingOf(row, facts, beside.labels.get(row.id) ?? [])) })
    }
  }
  return decisions
}
