import { createPinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { usePreferences, type PreferenceSource } from '../../src/renderer/app/preferences.store'

/** A host that stores what it is told to when it is let. */
function slowHost() {
  const stored = new Map<string, unknown>()
  let doors: (() => void)[] = []
  const source: PreferenceSource = {
    all: () => Promise.resolve(Object.fromEntries(stored)),
    put: (key, value) => new Promise<void>((done) => doors.push(() => (stored.set(key, value), done())))
  }
  return {
    source,
    stored,
    async answer(): Promise<void> {
      for (const open of doors) open()
      doors = []
      await new Promise((next) => setTimeout(next, 0))
    }
  }
}

/** The page as it begins after each reload: a store of its own, the same tab. */
async function startPage(source: PreferenceSource) {
  const preferences = usePreferences(createPinia())
  await preferences.load(source)
  return preferences
}

describe('a preference', () => {
  beforeEach(() => sessionStorage.clear())

  it('chosen right before a reload is there after it, though the host has not written it yet', async () => {
    const host = slowHost()
    const page = await startPage(host.source)
    page.set('theme', 'dark')
    void page.flush()
    const reloaded = await startPage(host.source)
    expect(reloaded.get('theme', '')).toBe('dark')
    void reloaded.flush()
    await host.answer()
    expect(host.stored.get('theme')).toBe('dark')
  })

  it('that the host has written is the host’s again: another window may have changed it since', async () => {
    const host = slowHost()
    const page = await startPage(host.source)
    page.set('theme', 'dark')
    const written = page.flush()
    await host.answer()
    await written
    host.stored.set('theme', 'light')
    expect((await startPage(host.source)).get('theme', '')).toBe('light')
  })

  it('changed again while it is written keeps the newer value', async () => {
    const host = slowHost()
    const page = await startPage(host.source)
    page.set('theme', 'dark')
    const first = page.flush()
    page.set('theme', 'light')
    await host.answer()
    await first
    expect((await startPage(host.source)).get('theme', '')).toBe('light')
  })

  it('that was taken back stays taken back', async () => {
    const host = slowHost()
    host.stored.set('view', 'week')
    const page = await startPage(host.source)
    page.set('view', null)
    void page.flush()
    expect((await startPage(host.source)).get('view', 'month')).toBe('month')
  })
})
