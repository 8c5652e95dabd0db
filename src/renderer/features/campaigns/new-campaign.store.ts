import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the dialog of a new campaign is open; the palette opens it from anywhere. */
export const useNewCampaign = defineStore('new-campaign', () => ({ open: ref(false) }))
