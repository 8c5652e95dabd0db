/** What helps to write an answer: saved replies and facts with their sources, put in where the cursor is. */
export { default as BlankText } from './BlankText.vue'
export { default as KnowledgeMenu } from './KnowledgeMenu.vue'
export { default as SavedReplyMenu } from './SavedReplyMenu.vue'
