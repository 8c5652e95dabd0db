import { defineStore } from 'pinia'
import { ref } from 'vue'

/** A new pillar asked for by the palette; the page makes it once its list is there. */
export const useNewPillar = defineStore('new-pillar', () => ({ waiting: ref(false) }))
