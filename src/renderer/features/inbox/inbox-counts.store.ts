import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'
import { useMe } from './use-me'

type Counts = AppOutputs['inbox']['counts']

const MINUTE = 60_000
const PAUSE = 300
const TYPING_PAUSE = 2500
/** Tables that conversations are shown from. */
export const INBOX_TABLES = /^(?:message|conversation|reply|internal_note|care|person|workspace_setting)/

/** Waits a moment after what changes conversations, and longer after a letter of a draft, which changes next to nothing. */
export function createInboxFollower(pause: number, read: () => void): (operation: string) => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  let typing: ReturnType<typeof setTimeout> | undefined
  return (operation) => {
    clearTimeout(typing)
    if (operation === 'inbox.saveDraft') {
      typing = setTimeout(read, TYPING_PAUSE)
      return
    }
    soon ??= setTimeout(() => {
      soon = undefined
      read()
    }, pause)
  }
}

/** How much waits in the open client's inbox: for the navigation and for the views. */
export const useInboxCounts = defineStore('inbox-counts', () => {
  const api = useApi()
  const shell = useClientShell()
  const me = useMe()
  const answer = shallowRef<{ clientId: string; counts: Counts }>()
  const counts = computed(() => (answer.value?.clientId === shell.currentId ? answer.value?.counts : undefined))
  /** Who waits for an answer. */
  const unanswered = computed(() => counts.value?.counts.unanswered ?? 0)
  const later = createInboxFollower(PAUSE, () => void load())
  let newest = 0

  async function load(): Promise<void> {
    const clientId = shell.currentId
    newest += 1
    const asked = newest
    if (clientId === undefined) return
    try {
      const found = await api.inbox.counts({ clientId, me: me.value })
      if (asked === newest) answer.value = { clientId, counts: found }
    } catch {
      // A number beside a name: the page itself says what is wrong.
    }
  }

  /** Begins to follow what happens; called once, when the app starts. */
  function follow(): void {
    subscribeEvents((event) => {
      if (event.type === 'ready') void load()
      else if (event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => INBOX_TABLES.test(table))) later(event.operation)
    })
    setInterval(() => void load(), MINUTE)
    watch([() => shell.currentId, me], () => void load(), { immediate: true })
  }

  return { counts, unanswered, load, follow }
})
