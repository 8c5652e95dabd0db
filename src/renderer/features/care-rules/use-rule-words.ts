import type { CareRule, RuleActions, RuleChange, RuleCondition, RuleField } from '@shared/features/care-rules/care-rules.schema'
import { conversationKinds, conversationTypes, sentiments } from '@shared/features/inbox/inbox.schema'
import type { Translator } from '@shared/i18n'
import { type ChoiceOption, isNetworkId, useText } from '../../ui'
import { languageName } from '../clients'
import type { RuleChoices } from './use-rules'

const oneOf = <T extends string>(values: readonly T[], value: string): T | undefined => values.find((one) => one === value)

/** Types, sentiments, priorities and kinds of conversations in words; what is none of them as it is. */
function useJudgmentWords() {
  const { t } = useText()
  return {
    type: (value: string): string => (oneOf(conversationTypes, value) ? t(`inbox.type.${value as (typeof conversationTypes)[number]}`) : value),
    sentiment: (value: string): string => (oneOf(sentiments, value) ? t(`inbox.sentiment.${value as (typeof sentiments)[number]}`) : value),
    priority: (value: string | number): string => t(`careRules.priority.${String(value) === '1' ? '1' : String(value) === '3' ? '3' : '2'}`),
    kind: (value: string): string => (oneOf(conversationKinds, value) ? t(`careRules.kind.${value as (typeof conversationKinds)[number]}`) : value)
  }
}

const DAY = 24
/** `for 4 hours`, `for 3 days`. */
export const snoozeText = (hours: number, t: Translator): string => (hours % DAY === 0 ? t('careRules.do.snooze.days', { n: hours / DAY }) : t('careRules.do.snooze.hours', { n: hours }))

/** What a rule changes in words: old and new. */
export function useChangeWords(): (change: RuleChange) => { field: string; from: string; to: string; isAdded: boolean } {
  const { t } = useText()
  const { type, sentiment, priority } = useJudgmentWords()
  return ({ field, from, to }) => {
    const shown = (given: string): string => {
      if (field === 'type') return type(given)
      if (field === 'priority') return priority(given)
      if (field === 'sentiment') return sentiment(given)
      if (field === 'sensitive') return t('careRules.do.sensitive.yes')
      if (field === 'state') return t(given === 'closed' ? 'inbox.state.closed' : given === 'snoozed' ? 'inbox.state.snoozed' : 'inbox.state.open')
      return given
    }
    const nothing = t(field === 'sensitive' ? 'careRules.do.sensitive.no' : 'careRules.changed.none')
    return { field: t(`careRules.changed.${field}`), from: from === null ? nothing : shown(from), to: shown(to), isAdded: field === 'label' }
  }
}

/** Rules, their conditions and what they do, in words. */
export function useRuleWords(choices: () => RuleChoices) {
  const { t } = useText()
  const { type, sentiment, priority, kind } = useJudgmentWords()

  /** A value of a condition as people read it. */
  function value(field: RuleField, given: string | number): string {
    const text = String(given)
    if (field === 'network') return isNetworkId(text) ? t(`ui.network.${text}`) : text
    if (field === 'channel') return choices().channels.find(({ id }) => id === text)?.name ?? t('careRules.channel.gone')
    if (field === 'kind') return kind(text)
    if (field === 'type') return type(text)
    if (field === 'sentiment') return sentiment(text)
    if (field === 'priority') return priority(text)
    if (field === 'language') return languageName(text)
    if (field === 'hours') return t('careRules.hours.outside')
    return `“${text}”`
  }

  /** What the values of a field are chosen from; undefined where they are typed. */
  function options(field: RuleField): ChoiceOption[] | undefined {
    const of = (values: readonly (string | number)[]): ChoiceOption[] => values.map((one) => ({ value: String(one), label: value(field, one) }))
    if (field === 'network') return of(choices().networks)
    if (field === 'channel') return of(choices().channels.map(({ id }) => id))
    if (field === 'kind') return of(conversationKinds)
    if (field === 'type') return of(conversationTypes)
    if (field === 'sentiment') return of(sentiments)
    if (field === 'priority') return of([3, 2, 1])
    if (field === 'language') return of([...new Set(['nb', 'nl', 'it', 'en', ...choices().languages])])
    return field === 'hours' ? [] : undefined
  }

  /** `a, b or c` in the language of the words around it. */
  const anyOf = (values: readonly string[]): string =>
    values.length < 2 ? (values[0] ?? '') : t('careRules.said.or', { values: values.slice(0, -1).join(', '), last: values.at(-1) ?? '' })

  function condition({ field, any, not }: RuleCondition): string {
    if (field === 'hours') return t(not ? 'careRules.said.hours.not' : 'careRules.said.hours')
    const values = anyOf(any.map((one) => value(field, one)))
    return not ? t(`careRules.said.${field}.not`, { values }) : t(`careRules.said.${field}`, { values })
  }

  function actions(given: RuleActions): string[] {
    return [
      ...(given.type === undefined ? [] : [t('careRules.said.set.type', { value: type(given.type) })]), ...(given.priority === undefined ? [] : [t('careRules.said.set.priority', { value: priority(given.priority) })]),
      ...(given.sentiment === undefined ? [] : [t('careRules.said.set.sentiment', { value: sentiment(given.sentiment) })]),
      ...(given.sensitive ? [t('careRules.said.sensitive')] : []), ...(given.labels.length === 0 ? [] : [t('careRules.said.labels', { labels: given.labels.map((name) => `“${name}”`).join(', ') })]),
      ...(given.assignee === undefined ? [] : [t('careRules.said.assign', { name: given.assignee })]), ...(given.snooze === undefined || given.close !== undefined ? [] : [t('careRules.said.snooze', { time: snoozeText(given.snooze.hours, t) })]), ...(given.close === undefined ? [] : [t('careRules.said.close')])
    ]
  }

  /** In one line: when, and what then. */
  function rule({ conditions, actions: given }: Pick<CareRule, 'conditions' | 'actions'>): string {
    const said = conditions.filter((one) => one.any.length > 0).map(condition)
    const doing = actions(given)
    return t('careRules.said', { when: said.length === 0 ? t('careRules.said.always') : said.join(t('careRules.said.and')), then: doing.length === 0 ? t('careRules.said.nothing') : doing.join(', ') })
  }

  return { value, options, condition, actions, rule, kept: (field: RuleChange['field']) => t(`careRules.changed.${field}`) }
}
export type RuleWords = ReturnType<typeof useRuleWords>
