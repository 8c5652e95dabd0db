/** Steps of the change log of posts of networks, learnings and goals. */
export const contentStepsEn = {
  'history.step.contentAnalytics.setFormula': 'formula of the engagement rate changed',
  'history.step.matches.confirm': '{n} match confirmed | {n} matches confirmed',
  'history.step.matches.confirmClear': '{n} clear match confirmed | {n} clear matches confirmed',
  'history.step.matches.reject': 'match turned down',
  'history.step.matches.reopen': '{n} post to be matched again | {n} posts to be matched again',
  'history.step.matches.takeOver': 'address and time of {n} post taken over | address and time of {n} posts taken over',
  'history.step.matches.addToPlan': '{n} published post added to the plan | {n} published posts added to the plan',
  'history.step.learnings.create': 'learning added',
  'history.step.learnings.update': 'learning changed',
  'history.step.learnings.remove': 'learning removed',
  'history.step.goals.create': 'goal “{name}” added',
  'history.step.goals.update': 'goal changed',
  'history.step.goals.archive': 'goal archived or brought back',
  'history.step.goals.remove': 'goal “{name}” removed'
} as const
