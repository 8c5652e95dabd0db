import { readReminders, REMINDERS_KEY, type ReminderSettings } from '@shared/features/hand-off/reminder-settings'
import type { AppEvent } from '@shared/contract/events'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useNotices } from '../../app'
import { useText } from '../../ui'

type DueEvent = Extract<AppEvent, { type: 'posts.due' }>
/** What a person who clicks on a notice wants to see; null: Today. */
type Show = (target: { clientId: string; variantId: string } | null) => unknown

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
  const { t } = useText()
  const settings = shallowRef<ReminderSettings>(readReminders(undefined))
  const native = shallowRef(false)

  async function load(): Promise<void> {
    const [{ settings: all }, info] = await Promise.all([api.settings.all({}), api.system.info()])
    settings.value = readReminders(all[REMINDERS_KEY])
    native.value = info.capabilities.includes('notifications')
  }

  async function save(change: Partial<ReminderSettings>): Promise<void> {
    settings.value = { ...settings.value, ...change }
    await api.settings.put({ key: REMINDERS_KEY, value: settings.value })
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

  function tell({ kind, count, items }: DueEvent, show: Show): void {
    const text = t(`handOff.notice.${kind}`, { n: count })
    const only = count === 1 ? (items[0] ?? null) : null
    notices.show({ text, action: { label: t(only ? 'handOff.notice.handOver' : 'handOff.notice.show'), run: () => show(only) } })
    if (settings.value.system && !native.value) notifyFromPage(text, () => void show(only))
  }

  function follow(show: Show): void {
    void load().catch(() => undefined)
    subscribeEvents((event) => {
      if (event.type === 'posts.due') tell(event, show)
      else if (event.type === 'ready' || (event.type === 'settings.changed' && event.key === REMINDERS_KEY)) void load().catch(() => undefined)
    })
  }

  return { settings, native, save, setSystem, follow }
})
