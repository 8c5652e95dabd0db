const scope = { from: '2026-09-01', to: '2026-09-30' }

/** Input that is right in form for the operations on posts of networks, learnings and goals. */
export const contentInputs: Record<string, Record<string, unknown>> = {
  'contentAnalytics.posts': scope,
  'contentAnalytics.post': { subjectId: 1 },
  'contentAnalytics.bestTimes': { ...scope, metric: 'reach' },
  'contentAnalytics.groups': { ...scope, metric: 'reach', by: 'format' },
  'contentAnalytics.insights': scope,
  'contentAnalytics.setFormula': { formula: 'views' },
  'contentAnalytics.trace': { metric: 'reach' }
}
