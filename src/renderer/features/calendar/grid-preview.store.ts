import { outlinedEntries } from '@shared/features/calendar/calendar-outline'
import type { OutlinedEntry } from '@shared/features/calendar/calendar.contract'
import { addDays, rangeOfDays } from '@shared/time'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { useCalendar } from './calendar.store'
import { tilesOf } from './calendar-tiles.rules'
import { usePlanningLists } from './planning-lists.store'

const DAYS_BACK = 180
const DAYS_ON = 180
/** Formats that a profile shows in its grid. */
const IN_GRID = new Set(['feed', 'carousel', 'reel', 'video'])

/** The posts of an Instagram channel as its profile will show them: newest first. */
export const useGridPreview = defineStore('grid-preview', () => {
  const api = useApi()
  const shell = useClientShell()
  const calendar = useCalendar()
  const lists = usePlanningLists()
  const remembered = useRemembered('calendar.gridChannel', '')
  const entries = shallowRef<OutlinedEntry[]>([])
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()

  const channels = computed(() => lists.openChannels.filter((channel) => channel.network === 'instagram'))
  const channelId = computed({
    get: () => (channels.value.some((channel) => channel.id === remembered.value) ? remembered.value : (channels.value[0]?.id ?? '')),
    set: (id: string) => {
      remembered.value = id
    }
  })
  const tiles = computed(() => tilesOf(entries.value.filter((entry) => entry.state !== 'missed' && entry.state !== 'archived' && (entry.format === null || IN_GRID.has(entry.format)))).toReversed())

  async function load(): Promise<void> {
    const clientId = shell.currentId
    const asked = channelId.value
    if (clientId === undefined || asked === '') return
    try {
      const range = rangeOfDays(addDays(calendar.today, -DAYS_BACK), addDays(calendar.today, DAYS_ON), calendar.zone)
      const answer = await api.calendar.outline({ clientId, channelIds: [asked], ...range })
      if (asked !== channelId.value) return
      entries.value = outlinedEntries(answer)
      state.value = 'ready'
    } catch (error) {
      failure.value = error
      state.value = 'failed'
    }
  }

  // What the calendar reads anew, the grid does too.
  watch([() => shell.currentId, channelId, () => calendar.entries], () => void load(), { immediate: true })

  return { channels, channelId, tiles, state, failure, load }
})
