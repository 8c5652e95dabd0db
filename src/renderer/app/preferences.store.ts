import { defineStore } from 'pinia'
import { shallowReactive, shallowRef } from 'vue'

/** Where the app's memory for the person is kept: JSON values under keys. */
export interface PreferenceSource {
  all(): Promise<Record<string, unknown>>
  put(key: string, value: unknown): Promise<unknown>
}

const quietFor = 400

/** Theme, folded sidebar, last screens, filters: read once at the start, written a moment after they change. */
export const usePreferences = defineStore('preferences', () => {
  const values = shallowReactive(new Map<string, unknown>())
  const source = shallowRef<PreferenceSource>()
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load(from: PreferenceSource): Promise<void> {
    source.value = from
    for (const [key, value] of Object.entries(await from.all())) values.set(key, value)
  }

  function get<T>(key: string, fallback: T): T {
    const value = values.get(key)
    return value === undefined || value === null || typeof value !== typeof fallback ? fallback : (value as T)
  }

  function set(key: string, value: unknown): void {
    values.set(key, value)
    waiting.add(key)
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), quietFor)
  }

  /** Writes at once what waits. A failure is kept waiting and tried with the next change. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    const keys = [...waiting]
    waiting.clear()
    const results = await Promise.allSettled(keys.map(async (key) => source.value?.put(key, values.get(key) ?? null)))
    results.forEach((result, index) => {
      const key = keys[index]
      if (result.status === 'rejected' && key !== undefined) waiting.add(key)
    })
  }

  return { load, get, set, flush }
})
