import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the dialog of a new channel is open; the palette opens it from anywhere. */
export const useNewChannel = defineStore('new-channel', () => ({ open: ref(false) }))
