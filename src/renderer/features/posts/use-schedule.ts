import { resolvePlanned } from '@shared/features/posts/planned-time'
import type { PlannedInput, PlannedTime } from '@shared/features/posts/posts.schema'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { appErrorOf, useApi } from '../../api'
import { useClientShell } from '../../app'
import { draftOf, inputOf, isComplete, isEmpty, sameAs } from './schedule.rules'
import type { EditTarget } from './post-edits.rules'
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

/** The next free posting slot of the open tab's channels, of the post's pillar. */
function useSlotSearch(): () => Promise<PlannedInput | undefined> {
  const api = useApi()
  const composer = useComposer()
  return async () => {
    const post = composer.post.value
    const channelIds = (composer.variant.value ? [composer.variant.value] : (post?.variants ?? [])).map(({ channelId }) => channelId)
    if (channelIds.length === 0) return undefined
    const answer = await composer.run(() => api.calendar.nextSlots({ clientId: composer.clientId, channelIds, pillarId: post?.pillarId ?? null }))
    const [slot] = answer?.slots ?? []
    return slot && { date: slot.date, time: slot.time, zone: slot.zone }
  }
}

/** Sets or takes away a time, and keeps what stood in the way. */
function useTimeCommand() {
  const api = useApi()
  const composer = useComposer()
  const { clientId, postId } = composer
  const question = shallowRef<ClockQuestion>()
  const failure = shallowRef<unknown>()
  /** Channels have no slots, or none is free. */
  const noSlot = ref(false)

  async function send(next: PlannedInput | null, inherit = false, target = composer.tab.value): Promise<void> {
    const item = target === 'post' ? { postId, planned: next } : { variantId: target, planned: next, inherit }
    question.value = undefined
    failure.value = undefined
    noSlot.value = false
    try {
      // Asked before it is sent: a question is no failed save.
      if (next) resolvePlanned(next, next.zone ?? 'UTC')
      await composer.attempt(() => api.posts.schedule({ clientId, items: [item] }))
      await composer.reload()
    } catch (error) {
      const { code, data } = appErrorOf(error)
      if (code === 'validation.wall-time' && next) question.value = { ...(data as unknown as Omit<ClockQuestion, 'planned'>), planned: next }
      else failure.value = error
    }
  }
  return { question, failure, noSlot, send }
}

/** Day and time of what the open tab shows, set a moment after both fields are complete. */
export function useSchedule() {
  const shell = useClientShell()
  const composer = useComposer()
  const lists = useComposerLists()
  const findSlot = useSlotSearch()
  const { question, failure, noSlot, send } = useTimeCommand()

  const planned = computed<PlannedTime | null>(() => (composer.variant.value ? composer.variant.value.planned : (composer.post.value?.planned ?? null)))
  const zone = computed(() => planned.value?.zone ?? lists.zoneOf(composer.variant.value) ?? shell.current?.zone ?? 'UTC')
  const draft = ref(draftOf(planned.value))
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What the fields are being changed for: a tab that is left takes its time along. */
  let changing: EditTarget | undefined

  /** The question of this very time stands already: leaving the field to answer it is no new one. */
  const isAsked = (): boolean => question.value?.planned.date === draft.value.date && question.value.planned.time === draft.value.time

  function commit(): void {
    clearTimeout(timer)
    const target = changing
    changing = undefined
    if (target === undefined || isAsked() || composer.readOnly.value || (target === composer.tab.value && sameAs(draft.value, planned.value))) return
    if (isEmpty(draft.value)) void send(null, false, target)
    else if (isComplete(draft.value)) void send(inputOf(draft.value, zone.value), false, target)
  }

  function change(part: 'date' | 'time', value: string): void {
    draft.value = { ...draft.value, [part]: value }
    changing = composer.tab.value
    clearTimeout(timer)
    timer = setTimeout(commit, PAUSE)
  }

  async function nextSlot(): Promise<void> {
    const slot = await findSlot()
    if (slot) await send(slot)
    else noSlot.value = true
  }

  watch([() => planned.value?.instant, composer.tab], ([, tab], [, before]) => {
    if (tab !== before) commit()
    // What is being typed stays: the day may just have been saved while the time is written.
    if (changing === undefined) draft.value = draftOf(planned.value)
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
