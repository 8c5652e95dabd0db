import { defineStore } from 'pinia'
import { shallowReactive, shallowRef } from 'vue'

/** Where the app's memory for the person is kept: JSON values under keys. */
export interface PreferenceSource {
  all(): Promise<Record<string, unknown>>
  put(key: string, value: unknown): Promise<unknown>
}

const quietFor = 400
const journalKey = 'greenroom.preferences'

type Journal = Record<string, unknown>

/** What was chosen in this tab and the host has not confirmed: a reload may read the settings before they are written. */
function readJournal(): Journal {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(journalKey) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Journal) : {}
  } catch {
    return {}
  }
}

/** A full or forbidden storage costs the journal and nothing else. */
function writeJournal(journal: Journal): void {
  try {
    if (Object.keys(journal).length === 0) sessionStorage.removeItem(journalKey)
    else sessionStorage.setItem(journalKey, JSON.stringify(journal))
  } catch {
    return
  }
}

/** Theme, folded sidebar, last screens, filters: read once at the start, written a moment after they change. */
export const usePreferences = defineStore('preferences', () => {
  const values = shallowReactive(new Map<string, unknown>())
  const source = shallowRef<PreferenceSource>()
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(from: PreferenceSource): Promise<void> {
    source.value = from
    for (const [key, value] of Object.entries(await from.all())) values.set(key, value)
    for (const [key, value] of Object.entries(readJournal())) set(key, value)
  }

  function get<T>(key: string, fallback: T): T {
    const value = values.get(key)
    return value === undefined || value === null || typeof value !== typeof fallback ? fallback : (value as T)
  }

  function set(key: string, value: unknown): void {
    values.set(key, value)
    waiting.add(key)
    writeJournal({ ...readJournal(), [key]: value ?? null })
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), quietFor)
  }

  async function write(key: string): Promise<void> {
    const value = values.get(key) ?? null
    await source.value?.put(key, value)
    if ((values.get(key) ?? null) !== value) return
    const { [key]: _written, ...rest } = readJournal()
    writeJournal(rest)
  }

  /** Writes at once what waits. A failure is kept waiting and tried with the next change. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    const keys = [...waiting]
    waiting.clear()
    const results = await Promise.allSettled(keys.map(write))
    results.forEach((result, index) => {
      const key = keys[index]
      if (result.status === 'rejected' && key !== undefined) waiting.add(key)
    })
  }

  return { load, get, set, flush }
})
