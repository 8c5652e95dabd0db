import type { AppOutputs } from '@shared/contract'
import type { PlannedInput, PlannedTime, Variant } from '@shared/features/posts/posts.schema'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { appErrorOf, useApi } from '../../api'
import { useClientShell } from '../../app'
import { draftOf, inputOf, isComplete, isEmpty, sameAs } from './schedule.rules'
import { useComposer } from './use-composer'
import { useComposerLists } from './composer-lists.store'

const PAUSE = 900

/** The question of a clock change: the time comes twice or never, and which is meant has to be said. */
export interface ClockQuestion {
  kind: 'gap' | 'overlap'
  time: string
  earlier: string
  later: string
  planned: PlannedInput
}

type Slot = AppOutputs['calendar']['nextSlots']['slots'][number]

/** The next free posting slot of the open tab's channels, of the post's pillar. */
function useSlotSearch(): () => Promise<Slot | undefined> {
  const api = useApi()
  const composer = useComposer()
  return async () => {
    const post = composer.post.value
    const channelIds = (composer.variant.value ? [composer.variant.value] : (post?.variants ?? [])).map(({ channelId }) => channelId)
    if (channelIds.length === 0) return undefined
    return (await composer.run(() => api.calendar.nextSlots({ clientId: composer.clientId, channelIds, pillarId: post?.pillarId ?? null })))?.slots[0]
  }
}

/** Day and time of what the open tab shows, set a moment after both fields are complete. */
export function useSchedule() {
  const api = useApi()
  const shell = useClientShell()
  const composer = useComposer()
  const lists = useComposerLists()
  const { clientId, postId } = composer
  const findSlot = useSlotSearch()
  const question = shallowRef<ClockQuestion>()
  const failure = shallowRef<unknown>()
  /** Channels have no slots, or none is free. */
  const noSlot = ref(false)

  const planned = computed<PlannedTime | null>(() => (composer.variant.value ? composer.variant.value.planned : (composer.post.value?.planned ?? null)))
  const zone = computed(() => planned.value?.zone ?? zoneOf(composer.variant.value))
  const draft = ref(draftOf(planned.value))
  let timer: ReturnType<typeof setTimeout> | undefined

  function zoneOf(variant: Variant | undefined): string {
    return (variant && lists.channelOf(variant.channelId)?.zone) ?? shell.current?.zone ?? 'UTC'
  }

  async function send(next: PlannedInput | null, inherit = false): Promise<void> {
    const variant = composer.variant.value
    const item = variant ? { variantId: variant.id, planned: next, inherit } : { postId, planned: next }
    question.value = undefined
    failure.value = undefined
    noSlot.value = false
    try {
      await composer.attempt(() => api.posts.schedule({ clientId, items: [item] }))
      await composer.reload()
    } catch (error) {
      const { code, data } = appErrorOf(error)
      if (code === 'validation.wall-time' && next) question.value = { ...(data as unknown as Omit<ClockQuestion, 'planned'>), planned: next }
      else failure.value = error
    }
  }

  /** The question of this very time stands already: leaving the field to answer it is no new one. */
  const isAsked = (): boolean => question.value?.planned.date === draft.value.date && question.value.planned.time === draft.value.time

  function commit(): void {
    clearTimeout(timer)
    if (sameAs(draft.value, planned.value) || isAsked() || composer.readOnly.value) return
    if (isEmpty(draft.value)) void send(null)
    else if (isComplete(draft.value)) void send(inputOf(draft.value, zone.value))
  }

  function change(part: 'date' | 'time', value: string): void {
    draft.value = { ...draft.value, [part]: value }
    clearTimeout(timer)
    timer = setTimeout(commit, PAUSE)
  }

  async function nextSlot(): Promise<void> {
    const slot = await findSlot()
    if (slot) await send({ date: slot.date, time: slot.time, zone: slot.zone })
    else noSlot.value = true
  }

  watch([planned, composer.tab], ([now], [then]) => {
    if (now?.instant !== then?.instant || now?.date !== draft.value.date) draft.value = draftOf(now)
    question.value = undefined
  })
  onScopeDispose(commit)

  return {
    draft, planned, zone, question, failure, noSlot, change, commit, nextSlot,
    clear: () => send(null),
    inherit: () => send(null, true),
    pick: (pick: 'earlier' | 'later') => question.value && send({ ...question.value.planned, pick })
  }
}
