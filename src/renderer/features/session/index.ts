export { default as SessionEnded } from './SessionEnded.vue'
