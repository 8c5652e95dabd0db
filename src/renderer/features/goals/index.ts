/** Goals of a client, for the screens of the strategy and of the figures. */
export type { GoalSource } from './goal-source'
export { default as GoalsSection } from './GoalsSection.vue'
export { default as GoalsStrip } from './GoalsStrip.vue'
