/** Input that is right in form for each operation of saved replies, knowledge and rules. */
export const repliesInputs: Record<string, Record<string, unknown>> = {
  'replies.create': { title: 't' },
  'replies.update': { replyId: 'x' },
  'replies.remove': { replyId: 'x' },
  'replies.reorder': { ids: ['x'] },
  'replies.suggest': { conversationId: 'x' },
  'replies.createKnowledge': { title: 't' },
  'replies.updateKnowledge': { entryId: 'x' },
  'replies.removeKnowledge': { entryId: 'x' },
  'careRules.create': { name: 'r' },
  'careRules.update': { ruleId: 'x' },
  'careRules.remove': { ruleId: 'x' },
  'careRules.reorder': { ids: ['x'] },
  'careRules.apply': { expect: 'x' },
  'careRules.setSensitive': { labels: [], types: [] }
}
