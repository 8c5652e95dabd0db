import { ref } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { ReminderSettings } from '../../src/renderer/features/hand-off'
import { useReminders } from '../../src/renderer/features/hand-off/reminders.store'
import { freshPinia, stage } from './ui-support'

const settle = () => new Promise((wake) => setTimeout(wake, 20))
const POSTS = 'Tell when a post is due'
const ANSWERS = 'Tell when an answer is due'
const OTHERS = ['Notices of the system too', 'Quiet hours']

/** The settings of reminders over a core that has these stored. */
async function show(stored: unknown) {
  let reminders = stored
  const settings = {
    all: async () => ({ settings: { reminders } }),
    put: async ({ value }: { value: unknown }) => ((reminders = value), { ok: true })
  }
  const core = { settings, system: { info: async () => ({ capabilities: ['notifications'] }) } }
  provideConnection({ mode: 'browser', client: core as unknown as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
  const pinia = freshPinia()
  useReminders(pinia).follow()
  await settle()
  const { wrapper } = await stage(ReminderSettings, { pinia })
  const toggle = (name: string) => wrapper.get(`#${CSS.escape(wrapper.findAll('label').find((label) => label.text() === name)?.attributes('for') ?? '')}`)
  return { toggle, isOn: (name: string) => toggle(name).attributes('aria-checked') === 'true', isOff: (name: string) => toggle(name).attributes('disabled') !== undefined, kept: () => reminders }
}

afterEach(() => document.body.replaceChildren())

describe('the settings of reminders', () => {
  it('show both switches as the one stood that there was before', async () => {
    const { isOn, isOff } = await show({ on: false })
    expect([POSTS, ANSWERS].map(isOn)).toEqual([false, false])
    expect(OTHERS.map(isOff)).toEqual([true, true])
  })

  it('switch posts and answers each by itself; how they are told of stays as long as one is on', async () => {
    const { toggle, isOn, isOff, kept } = await show({ on: true, quiet: true })
    await toggle(POSTS).trigger('click')
    await settle()
    expect([POSTS, ANSWERS].map(isOn)).toEqual([false, true])
    expect(OTHERS.map(isOff)).toEqual([false, false])
    expect(kept()).toEqual({ posts: false, answers: true, system: false, quiet: true, quietFrom: '22:00', quietTo: '07:00' })
    await toggle(ANSWERS).trigger('click')
    await settle()
    expect(OTHERS.map(isOff)).toEqual([true, true])
    expect(kept()).toMatchObject({ posts: false, answers: false, quiet: true })
  })
})
