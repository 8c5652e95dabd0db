import { holdsWords, plainLetters } from '../../text/plain-letters'
import type { CareRule, RuleCondition } from './care-rules.schema'

/** What conditions are held against. Nothing that a rule has set is in it, so that rules say the same thing twice. */
export interface RuleFacts {
  network: string
  channelId: string
  kind: string
  type: string | null
  sentiment: string | null
  priority: number | null
  language: string
  /** What came in since the last answer. */
  text: string
  /** Names and handles of those who wrote it. */
  authors: readonly string[]
  labels: readonly string[]
  personLabels: readonly string[]
  outsideHours: boolean
}

/** Texts and words are brought into plain letters once, however many rules ask. */
const plainTexts = new WeakMap<RuleFacts, string>()
const plainWords = new WeakMap<RuleCondition, string[]>()

function textOf(facts: RuleFacts): string {
  const known = plainTexts.get(facts) ?? plainLetters(facts.text)
  plainTexts.set(facts, known)
  return known
}
function wordsOf(condition: RuleCondition & { any: readonly string[] }): string[] {
  const known = plainWords.get(condition) ?? condition.any.map((words) => plainLetters(words.replace(/^@+/, '')))
  plainWords.set(condition, known)
  return known
}

const sameLanguage = (one: string, other: string): boolean => one.toLowerCase().split('-', 1)[0] === other.toLowerCase().split('-', 1)[0]
const anyOf = <T>(values: readonly T[], holds: (value: T) => boolean): boolean => values.some(holds)
const amongNames = (wanted: readonly string[], there: readonly string[]): boolean => anyOf(there, (one) => wanted.includes(plainLetters(one)))

/** Conditions of each field as they stand, before `not`. */
function holds(condition: RuleCondition, facts: RuleFacts): boolean {
  switch (condition.field) {
    case 'network': return anyOf(condition.any, (value) => value === facts.network)
    case 'channel': return anyOf(condition.any, (value) => value === facts.channelId)
    case 'kind': return anyOf(condition.any, (value) => value === facts.kind)
    case 'type': return anyOf(condition.any, (value) => value === facts.type)
    case 'sentiment': return anyOf(condition.any, (value) => value === facts.sentiment)
    case 'priority': return anyOf(condition.any, (value) => value === facts.priority)
    case 'language': return anyOf(condition.any, (value) => sameLanguage(value, facts.language))
    case 'words': return anyOf(wordsOf(condition), (words) => holdsWords(textOf(facts), words))
    case 'author': return anyOf(facts.authors, (one) => anyOf(wordsOf(condition), (name) => plainLetters(one).includes(name)))
    case 'label': return amongNames(wordsOf(condition), facts.labels)
    case 'personLabel': return amongNames(wordsOf(condition), facts.personLabels)
    case 'hours': return condition.any.length > 0 && facts.outsideHours
  }
}

/** True where all conditions hold; one without values is passed over. */
export function matches(conditions: readonly RuleCondition[], facts: RuleFacts): boolean {
  return conditions.every((condition) => condition.any.length === 0 || holds(condition, facts) !== condition.not)
}

/** The first of the rules that matches, in their order. Whether they are on is up to the one who asks. */
export function firstMatch(rules: readonly CareRule[], facts: RuleFacts): CareRule | undefined {
  return rules.find((rule) => matches(rule.conditions, facts))
}
