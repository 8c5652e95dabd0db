const scope = { from: '2026-09-01', to: '2026-09-30' }
const goal = { metric: 'followers' }

/** Input that is right in form for the operations on posts of networks, learnings and goals. */
export const contentInputs: Record<string, Record<string, unknown>> = {
  'contentAnalytics.posts': scope,
  'contentAnalytics.post': { subjectId: 1 },
  'contentAnalytics.bestTimes': { ...scope, metric: 'reach' },
  'contentAnalytics.groups': { ...scope, metric: 'reach', by: 'format' },
  'contentAnalytics.insights': scope,
  'contentAnalytics.setFormula': { formula: 'views' },
  'contentAnalytics.trace': { metric: 'reach' },
  'matches.candidates': { subjectId: 1 },
  'matches.confirm': { pairs: [{ subjectId: 1, variantId: 'x' }] },
  'matches.reject': { subjectId: 1 },
  'matches.reopen': { subjectIds: [1] },
  'matches.takeOver': { subjectIds: [1] },
  'matches.addToPlan': { subjectIds: [1] },
  'learnings.create': { observation: 'o' },
  'learnings.update': { learningId: 'x' },
  'learnings.remove': { learningId: 'x' },
  'learnings.followUp': { learningId: 'x' },
  'goals.measure': { ...goal, channelId: null, pillarId: null, campaignId: null, ...scope },
  'goals.create': { ...goal, name: 'g', target: 1, startsOn: scope.from, endsOn: scope.to },
  'goals.update': { goalId: 'x' },
  'goals.archive': { goalId: 'x', archived: true },
  'goals.remove': { goalId: 'x' }
}
