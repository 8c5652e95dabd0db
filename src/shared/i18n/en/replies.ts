/** Saved replies and the knowledge base: their steps. */
export const repliesEn = {
  'history.step.replies.create': 'saved reply “{name}” added',
  'history.step.replies.update': 'saved reply changed',
  'history.step.replies.remove': 'saved reply removed',
  'history.step.replies.reorder': 'saved replies put in another order',
  'history.step.replies.createKnowledge': 'fact “{name}” added',
  'history.step.replies.updateKnowledge': 'fact changed',
  'history.step.replies.removeKnowledge': 'fact removed'
} as const
