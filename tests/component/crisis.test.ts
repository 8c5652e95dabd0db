import { ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import EvidenceItem from '../../src/renderer/features/crisis/EvidenceItem.vue'
import FrozenRow from '../../src/renderer/features/crisis/FrozenRow.vue'
import type { FrozenPost, IncidentEvidence } from '../../src/shared/features/incidents/incidents.schema'
import { freshPinia, pageText, press, stage } from './ui-support'

beforeEach(() => {
  const nobody = new Proxy({}, { get: () => new Proxy({}, { get: () => () => Promise.resolve({}) }) })
  provideConnection({ mode: 'browser', client: nobody as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
})
afterEach(() => {
  document.body.replaceChildren()
})

const post: FrozenPost = {
  variantId: 'v', postId: 'p', title: 'Harbor', text: 'Boats at dawn', network: 'instagram', channelName: 'Museum', state: 'scheduled',
  planned: { date: '2026-10-23', time: '09:00', zone: 'Europe/Oslo', pick: 'earlier', instant: '2026-10-23T07:00:00.000Z' },
  overdue: false, thumbnailUrl: null, decision: 'waiting', movedTo: null, reason: '', decidedBy: '', decidedAt: null
}
const show = (props: Record<string, unknown>) => stage(FrozenRow, { pinia: freshPinia(), props: { post, active: true, writable: true, moving: false, ...props } })
const button = (words: string): HTMLElement | undefined => [...document.querySelectorAll('button')].find((one) => one.textContent.includes(words))

describe('a frozen post', () => {
  it('is released as planned while its time is to come, and only now once it has passed', async () => {
    await show({})
    expect(button('Release as planned')).toBeDefined()
    expect(button('Publish now')).toBeUndefined()
    document.body.replaceChildren()
    const { wrapper } = await show({ post: { ...post, overdue: true } })
    expect(button('Release as planned')).toBeUndefined()
    expect(pageText()).toContain('Time has passed')
    button('Publish now')?.click()
    expect(wrapper.emitted('release')).toHaveLength(1)
  })

  it('asks for a day when it is moved after its time has passed, and goes back with Escape', async () => {
    const { wrapper } = await show({ post: { ...post, overdue: true } })
    await wrapper.setProps({ moving: true })
    expect(button('Move')?.hasAttribute('disabled')).toBe(true)
    const [day] = document.querySelectorAll<HTMLInputElement>('input')
    await expect.poll(() => document.activeElement === day).toBe(true)
    await press('Escape')
    expect(wrapper.emitted('update:moving')?.at(-1)).toEqual([false])
  })

  it('cannot be decided on where nothing may be written', async () => {
    await show({ writable: false })
    expect(document.querySelectorAll('button')).toHaveLength(0)
  })
})

describe('a piece of evidence', () => {
  it('shows what strangers wrote as text, and their addresses without a link', async () => {
    const item: IncidentEvidence = {
      id: 'e', conversationId: null, action: 'kept', text: '<img src=x onerror=alert(1)><b>bold</b>', author: '<i>Zoe</i>', link: 'https://evil.example/a', picture: null,
      seenAt: '2026-10-01T07:00:00.000Z', reason: '', createdAt: '2026-10-01T07:00:00.000Z'
    }
    await stage(EvidenceItem, { pinia: freshPinia(), props: { item } })
    expect(pageText()).toContain('<img src=x onerror=alert(1)><b>bold</b>')
    expect(document.querySelectorAll('a, img, b, i')).toHaveLength(0)
  })
})
