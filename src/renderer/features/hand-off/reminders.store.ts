import { readReminders, REMINDERS_KEY, type ReminderSettings } from '@shared/features/hand-off/reminder-settings'
import type { AppEvent } from '@shared/contract/events'
import type { DueTarget } from '@shared/host/due-target'
import type { MessageKey } from '@shared/i18n'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useDueTarget, useNotices } from '../../app'
import { useText } from '../../ui'

type DueEvent = Extract<AppEvent, { type: 'posts.due' }>
type AnswersEvent = Extract<AppEvent, { type: 'answers.due' }>

/** A line that tells what is due, and what a click on it leads to. */
interface Telling {
  text: string
  action: MessageKey
  target: DueTarget
}

/** The system's notices from the page itself, where the host has none and the person allowed it. */
function notifyFromPage(text: string, show: () => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const notice = new Notification(text, { tag: 'greenroom-due' })
  notice.onclick = () => {
    window.focus()
    show()
    notice.close()
  }
}

/** Tells what is due, in the window always, beside it where that is switched on. */
export const useReminders = defineStore('reminders', () => {
  const api = useApi()
  const notices = useNotices()
  const due = useDueTarget()
  const { t } = useText()
  const settings = shallowRef<ReminderSettings>(readReminders(undefined))
  const native = shallowRef(false)
  /** Changes made here so far, and those of them that the core has not answered yet. */
  let made = 0
  let unanswered = 0
  let lastPut: Promise<unknown> = Promise.resolve()

  /** What was asked before a change made here, or while one is under way, may not have it yet and is not taken. */
  async function load(): Promise<void> {
    const before = made
    const [{ settings: all }, info] = await Promise.all([api.settings.all({}), api.system.info()])
    native.value = info.capabilities.includes('notifications')
    if (before === made && unanswered === 0) settings.value = readReminders(all[REMINDERS_KEY])
  }

  async function save(change: Partial<ReminderSettings>): Promise<void> {
    const value = { ...settings.value, ...change }
    settings.value = value
    made += 1
    unanswered += 1
    lastPut = lastPut.catch(() => undefined).then(() => api.settings.put({ key: REMINDERS_KEY, value }))
    try {
      await lastPut
    } finally {
      unanswered -= 1
      if (unanswered === 0) void load().catch(() => undefined)
    }
  }

  /** Switches the system's notices; a browser is asked first. @returns false when it does not allow them */
  async function setSystem(on: boolean): Promise<boolean> {
    if (on && !native.value) {
      const allowed = 'Notification' in window && (await Notification.requestPermission()) === 'granted'
      if (!allowed) return false
    }
    await save({ system: on })
    return true
  }

  function tell({ text, action, target }: Telling): void {
    const show = (): void => due.offer(target)
    notices.show({ text, action: { label: t(action), run: show } })
    if (settings.value.system && !native.value) notifyFromPage(text, show)
  }
  function tellPosts({ kind, count, items }: DueEvent): void {
    const only = count === 1 ? items[0] : undefined
    tell({ text: t(`handOff.notice.${kind}`, { n: count }), action: only ? 'handOff.notice.handOver' : 'handOff.notice.show', target: only ?? { screen: 'today' } })
  }
  /** Near the end of its time first, then past it, with the name of who should see to it. */
  function tellAnswers({ kind, count, items, owner }: AnswersEvent): void {
    const only = count === 1 ? items[0] : undefined
    const text = t(`inbox.notice.${kind}`, { n: count })
    tell({ text: owner === '' ? text : t('inbox.notice.for', { text, owner }), action: 'inbox.near.show', target: only ?? { screen: 'inbox' } })
  }

  function follow(): void {
    void load().catch(() => undefined)
    subscribeEvents((event) => {
      if (event.type === 'posts.due') tellPosts(event)
      else if (event.type === 'answers.due') tellAnswers(event)
      else if (event.type === 'ready' || (event.type === 'settings.changed' && event.key === REMINDERS_KEY)) void load().catch(() => undefined)
    })
  }

  return { settings, native, save, setSystem, follow }
})
