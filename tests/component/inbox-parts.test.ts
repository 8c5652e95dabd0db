import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { defineComponent, h, reactive, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { defineFeature, useClientShell, usePreferences, type ShellClient } from '../../src/renderer/app'
import { useShortcutKeys } from '../../src/renderer/app/use-shortcut-keys'
import AllInboxPage from '../../src/renderer/features/inbox/AllInboxPage.vue'
import AllInboxRow from '../../src/renderer/features/inbox/AllInboxRow.vue'
import { useInboxList } from '../../src/renderer/features/inbox/inbox-list.store'
import LabelForm from '../../src/renderer/features/inbox/LabelForm.vue'
import ReasonForm from '../../src/renderer/features/inbox/ReasonForm.vue'
import SnoozeForm from '../../src/renderer/features/inbox/SnoozeForm.vue'
import ThreadHeader from '../../src/renderer/features/inbox/ThreadHeader.vue'
import ThreadMessage from '../../src/renderer/features/inbox/ThreadMessage.vue'
import type { ConversationThread, InboxRow, ThreadMessage as Message } from '../../src/shared/features/inbox/inbox.schema'
import { client } from './app-stage'
import { freshPinia, pageText, press, stage } from './ui-support'

enableAutoUnmount(afterEach)
const NOW = '2026-11-23T12:00:00.000Z'

const row = (more: Partial<InboxRow> = {}): InboxRow => ({
  id: 'c1', clientId: 'a', network: 'mastodon', channelId: null, channelName: 'Museum', kind: 'comment', title: '', person: { network: 'mastodon', key: 'zoe', name: 'Zoe', personId: null },
  excerpt: 'Are you open?', type: { value: 'question', by: 'suggested' }, sentiment: { value: 'neutral', by: 'suggested' }, priority: { value: 2, by: 'suggested' }, sensitive: false, sensitiveBy: [],
  state: 'open', assignee: '', snoozedUntil: null, labels: [], unread: true, hasDraft: false, language: 'en', messages: 1, lastInAt: '2026-11-23T08:00:00.000Z', lastOutAt: null,
  waitingSince: '2026-11-23T08:00:00.000Z', post: null, clock: { state: 'ahead', waited: 0, left: 72_000_000, dueAt: '2026-11-24T08:00:00.000Z', used: 0.2, targetMinutes: 1440 }, ...more
})
const thread = (more: Partial<InboxRow> = {}): ConversationThread => ({ row: row(more), messages: [], notes: [], draft: null, evidence: [], post: null, postBy: 'link', hasLinkedPost: false, reasons: [], permalink: '', reason: '', closedAt: null })

const calls: [name: string, input: Record<string, unknown>][] = []
const answers = new Map<string, (input: Record<string, unknown>) => unknown>()
const calledWith = (name: string): Record<string, unknown>[] => calls.filter(([one]) => one === name).map(([, input]) => input)
const button = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(name))
  if (!found) throw new Error(`no button called ${name}`)
  return found
}

beforeEach(() => {
  calls.length = 0
  answers.clear()
  answers.set('channels.list', () => ({ channels: [] }))
  answers.set('system.info', () => ({ capabilities: [] }))
  answers.set('inbox.facets', () => ({ networks: [], labels: [], assignees: [], languages: [] }))
  const operation = (name: string) => (input: Record<string, unknown>) => {
    calls.push([name, input])
    return Promise.resolve(answers.get(name)?.(input) ?? {})
  }
  const api = new Proxy({}, { get: (_, feature: string) => new Proxy({}, { get: (_inner, verb: string) => operation(`${feature}.${verb}`) }) })
  provideConnection({ mode: 'browser', client: api as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function openClients(clients: ShellClient[] = [client('a', 'Museum')]) {
  const pinia = freshPinia()
  await usePreferences(pinia).load({ all: async () => ({}), put: async () => undefined })
  const shell = useClientShell(pinia)
  const made: string[] = []
  shell.provide(reactive({ clients, loaded: true, open: async () => undefined, create: () => made.push('client'), showAll: () => undefined }))
  if (clients[0]) await shell.open(clients[0].id)
  return { pinia, made }
}

describe('the head of a thread', () => {
  const show = async (one: ConversationThread, more: Record<string, unknown> = {}) => {
    const { pinia } = await openClients()
    return stage(ThreadHeader, { pinia, props: { thread: one, now: NOW, readOnly: false, side: false, ...more } })
  }

  it('keeps the name beside until when the conversation rests', async () => {
    await show(thread({ state: 'snoozed', snoozedUntil: '2026-11-25T08:00:00.000Z' }))
    expect(document.querySelector('h2')?.textContent).toBe('Zoe')
    expect(pageText()).toContain('until Nov 25')
    expect(pageText()).not.toContain('left')
  })

  it('says how long is left while somebody waits', async () => {
    await show(thread())
    expect(pageText()).toContain('20 h left')
    expect(pageText()).toContain('Comment · Museum')
  })

  it('leads back to the list only where the list is away', async () => {
    const wide = await show(thread())
    expect(document.querySelector('[aria-label="Back to the list"]')).toBeNull()
    wide.wrapper.unmount()
    const { wrapper } = await show(thread(), { isAlone: true })
    button('Back to the list').click()
    expect(wrapper.emitted('back')).toHaveLength(1)
  })

  it('offers to open again what is closed', async () => {
    await show(thread({ state: 'closed' }))
    button('Reopen').click()
    await flushPromises()
    expect(calledWith('inbox.reopen')).toMatchObject([{ conversationIds: ['c1'] }])
  })
})

describe('a message of a thread', () => {
  const message = (more: Partial<Message> = {}): Message => ({
    id: 'm1', direction: 'in', author: 'Zoe', text: 'Look at https://example.org/a and at javascript:alert(1)', sentAt: NOW, link: '', origin: 'import', pictures: [], attachments: [], ...more
  }) as Message

  it('shows addresses as words, and opens only those that may be opened, by a button of their own', async () => {
    const { pinia } = await openClients()
    const { wrapper } = await stage(ThreadMessage, { pinia, props: { message: message() } })
    expect(document.querySelector('a')).toBeNull()
    const open = [...document.querySelectorAll('button')].filter((one) => one.textContent?.includes('Open'))
    expect(open.map((one) => one.textContent?.trim())).toEqual(['Open example.org'])
    open[0]?.click()
    expect(wrapper.emitted('open')).toEqual([['https://example.org/a']])
  })

  it('says whose it is where nobody is named', async () => {
    const { pinia } = await openClients()
    await stage(ThreadMessage, { pinia, props: { message: message({ author: '', direction: 'out' }) } })
    expect(document.querySelector('header span')?.textContent).not.toBe('')
  })
})

describe('putting conversations away', () => {
  it('rests until a time of the client that is said beside each choice', async () => {
    const { pinia } = await openClients()
    const { wrapper } = await stage(SnoozeForm, { pinia, props: { ids: ['c1', 'c2'] } })
    button('Until tomorrow').click()
    await flushPromises()
    const [asked] = calledWith('inbox.snooze')
    expect(asked).toMatchObject({ conversationIds: ['c1', 'c2'] })
    expect(Date.parse(String(asked?.until))).toBeGreaterThan(Date.now())
    expect(wrapper.emitted('done')).toHaveLength(1)
  })

  it('hides nothing without a reason', async () => {
    const { pinia } = await openClients()
    await stage(ReasonForm, { pinia, props: { asked: { question: 'hide', conversationIds: ['c1'], criticism: 0 } } })
    expect(button('Mark as hidden').disabled).toBe(true)
    button('Spam').click()
    await flushPromises()
    expect(button('Mark as hidden').disabled).toBe(false)
    button('Mark as hidden').click()
    await flushPromises()
    expect(calledWith('inbox.hide')).toMatchObject([{ conversationIds: ['c1'], reason: 'Spam' }])
  })
})

describe('labels of conversations', () => {
  it('are taken off by choosing from those that are there', async () => {
    answers.set('inbox.list', () => ({ rows: [row({ labels: ['tickets', 'press'] })], total: 1, offset: 0, now: NOW }))
    answers.set('inbox.label', () => ({ changed: 1 }))
    const { pinia } = await openClients()
    await useInboxList(pinia).show(0, 0)
    await flushPromises()
    await stage(LabelForm, { pinia, props: { ids: ['c1'] } })
    button('press').click()
    await flushPromises()
    button('Apply').click()
    await flushPromises()
    expect(calledWith('inbox.label')).toMatchObject([{ conversationIds: ['c1'], add: [], remove: ['press'] }])
  })
})

describe('the inbox over all clients', () => {
  const client1 = { clientId: 'a', name: 'Museum', color: '#1d5c44', unanswered: 1200 }

  it('leads to a first client where there is none', async () => {
    answers.set('inbox.listAll', () => ({ rows: [], total: 0, clients: [], failed: [] }))
    const { pinia } = await openClients([])
    await stage(AllInboxPage, { pinia })
    await flushPromises()
    expect(pageText()).toContain('Each client gets a folder of its own')
    expect(button('New client')).toBeDefined()
  })

  it('says how many there are and whose, with figures as they are read', async () => {
    answers.set('inbox.listAll', () => ({ rows: [row()], total: 1200, clients: [client1], failed: [] }))
    const { pinia } = await openClients()
    await stage(AllInboxPage, { pinia })
    await flushPromises()
    expect(pageText()).toContain('1,200 conversations')
    expect(button('Museum').textContent).toContain('1,200')
  })

  it('names the client of each row', async () => {
    const { pinia } = await openClients()
    await stage(AllInboxRow, { pinia, props: { row: row(), client: client1, now: NOW, active: false } })
    for (const words of ['Museum', 'Zoe', 'Are you open?', 'Question', '20 h left']) expect(pageText()).toContain(words)
  })

  it('opens a row with Enter once J went to it', async () => {
    answers.set('inbox.listAll', () => ({ rows: [row()], total: 1, clients: [client1], failed: [] }))
    const { pinia } = await openClients()
    const withKeys = defineComponent({
      setup() {
        useShortcutKeys()
        return () => h(AllInboxPage)
      }
    })
    const door = defineFeature({ id: 'inbox', routes: [{ path: '/clients/:clientId/inbox/:conversationId?', name: 'inbox', component: defineComponent(() => () => h('p')) }] })
    const { router } = await stage(withKeys, { pinia, doors: [door] })
    await flushPromises()
    await press('j')
    await press('Enter')
    await flushPromises()
    expect(router.currentRoute.value.params).toMatchObject({ clientId: 'a', conversationId: 'c1' })
  })
})
