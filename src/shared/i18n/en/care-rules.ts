/** Rules for what comes in: their steps and what can go wrong. */
export const careRulesEn = {
  'history.step.careRules.create': 'rule “{name}” added',
  'history.step.careRules.update': 'rule changed',
  'history.step.careRules.remove': 'rule removed',
  'history.step.careRules.reorder': 'rules put in another order',
  'history.step.careRules.apply': 'rules applied to {n} conversation | rules applied to {n} conversations',
  'history.step.careRules.setSensitive': 'what needs an approval changed',
  'errors.conflict.rules-changed.what': 'The rules were not applied.',
  'errors.conflict.rules-changed.why': 'They would change something else by now than what is shown: a conversation, a rule or its order changed.',
  'errors.conflict.rules-changed.do': 'Look at the changes again, then apply them.'
} as const
