import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { defineComponent, h, reactive, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { useClientShell, usePreferences } from '../../src/renderer/app'
import { useShortcutKeys } from '../../src/renderer/app/use-shortcut-keys'
import CaptureDialog from '../../src/renderer/features/inbox/CaptureDialog.vue'
import { useCapture } from '../../src/renderer/features/inbox/capture.store'
import ConversationRow from '../../src/renderer/features/inbox/ConversationRow.vue'
import ReplyDesk from '../../src/renderer/features/inbox/ReplyDesk.vue'
import { inboxFeature } from '../../src/renderer/features/inbox'
import type { ConversationThread, InboxRow } from '../../src/shared/features/inbox/inbox.schema'
import { AppError } from '../../src/shared/errors/app-error'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { client } from './app-stage'
import { freshPinia, pageText, press, stage } from './ui-support'

enableAutoUnmount(afterEach)
const NOW = '2026-11-23T12:00:00.000Z'
const HOUR = 3_600_000

const row = (more: Partial<InboxRow> = {}): InboxRow => ({
  id: 'c1', clientId: 'a', network: 'mastodon', channelId: null, channelName: '', kind: 'comment', title: '', person: { network: 'mastodon', key: 'zoe', name: 'Zoe', personId: null },
  excerpt: 'Are you open?', type: { value: 'question', by: 'suggested' }, sentiment: { value: 'neutral', by: 'suggested' }, priority: { value: 2, by: 'suggested' }, sensitive: false, sensitiveBy: [],
  state: 'open', assignee: '', snoozedUntil: null, labels: [], unread: true, hasDraft: false, language: 'en', messages: 1, lastInAt: '2026-11-23T08:00:00.000Z', lastOutAt: null,
  waitingSince: '2026-11-23T08:00:00.000Z', post: null, clock: { state: 'ahead', waited: 4 * HOUR, left: 20 * HOUR, dueAt: '2026-11-24T08:00:00.000Z', used: 4 / 24, targetMinutes: 1440 }, ...more
})
const thread = (more: Partial<InboxRow> = {}, draft: ConversationThread['draft'] = null): ConversationThread => ({
  row: row(more), messages: [], notes: [], draft, evidence: [], post: null, postBy: 'link', hasLinkedPost: false, reasons: [], permalink: '', reason: '', closedAt: null
})

const calls: [name: string, input: Record<string, unknown>][] = []
const copied: string[] = []
/** What the operations answer; anything else answers with nothing. */
const answers = new Map<string, (input: Record<string, unknown>) => unknown>()

beforeEach(() => {
  calls.length = 0
  copied.length = 0
  answers.clear()
  answers.set('channels.list', () => ({ channels: [{ id: 'ch1', network: 'instagram', name: 'Nordlys' }] }))
  answers.set('system.info', () => ({ capabilities: [] }))
  answers.set('inbox.saveDraft', ({ text }) => ({ text, state: 'draft', approvedBy: '', needsApproval: false, updatedAt: NOW }))
  answers.set('inbox.capture', () => ({ conversationId: 'c1', added: true, row: row() }))
  const operation = (name: string) => (input: Record<string, unknown>) => {
    calls.push([name, input])
    return Promise.resolve(answers.get(name)?.(input) ?? {})
  }
  const api = new Proxy({}, { get: (_, feature: string) => new Proxy({}, { get: (_inner, verb: string) => operation(`${feature}.${verb}`) }) })
  provideConnection({ mode: 'browser', client: api as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => Promise.resolve(void copied.push(text)))
})
afterEach(() => {
  vi.restoreAllMocks()
})

const calledWith = (name: string): Record<string, unknown>[] => calls.filter(([one]) => one === name).map(([, input]) => input)

async function openClient() {
  const pinia = freshPinia()
  await usePreferences(pinia).load({ all: async () => ({}), put: async () => undefined })
  const shell = useClientShell(pinia)
  shell.provide(reactive({ clients: [client('a', 'Museum')], loaded: true, open: async () => undefined, create: () => undefined, showAll: () => undefined }))
  await shell.open('a')
  return pinia
}
/** A component with the keys of the app around it. */
const withKeys = (inner: () => ReturnType<typeof h>) =>
  defineComponent({
    setup() {
      useShortcutKeys()
      return inner
    }
  })
async function type(selector: string, text: string): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>(selector)
  if (!field) throw new Error(`nothing at ${selector}`)
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

describe('a conversation in the list', () => {
  const show = (one: InboxRow) => stage(ConversationRow, { props: { row: one, active: false, selected: false, now: NOW } })

  it('says who wrote what, and how long is left to answer', async () => {
    await openClient()
    await show(row())
    for (const words of ['Zoe', 'Are you open?', '20 h left', 'Question', 'Unread']) expect(pageText()).toContain(words)
  })

  it('says how long it is over, and stops counting where nobody waits', async () => {
    await openClient()
    const late = await show(row({ clock: { state: 'breached', waited: 26 * HOUR, left: -2 * HOUR, dueAt: '2026-11-23T10:00:00.000Z', used: 1.1, targetMinutes: 1440 } }))
    expect(pageText()).toContain('2 h over')
    late.wrapper.unmount()
    await show(row({ waitingSince: null, clock: { state: 'answered', waited: 0, left: 0, dueAt: null, used: 0, targetMinutes: 1440 } }))
    expect(pageText()).not.toMatch(/left|over/)
  })

  it('shows what strangers write as text', async () => {
    await openClient()
    await show(row({ excerpt: '<img src=x onerror=alert(1)>', person: { network: 'x', key: 'k', name: '<b>Zoe</b>', personId: null } }))
    expect(document.querySelector('img, b')).toBeNull()
    expect(pageText()).toContain('<img src=x onerror=alert(1)>')
  })
})

describe('a reply and an internal note', () => {
  const REPLY = '[data-reply-composer] textarea'
  const NOTE = '[data-note-composer] textarea'
  const desk = async (one: ConversationThread) => {
    const pinia = await openClient()
    return stage(withKeys(() => h(ReplyDesk, { thread: one, reload: () => Promise.resolve() })), { pinia, path: '/' })
  }

  it('have keys of their own, and only the reply is copied', async () => {
    await desk(thread())
    await press('r')
    await type(REPLY, 'We are open.')
    document.querySelector<HTMLElement>(REPLY)?.blur()
    await press('n')
    await flushPromises()
    expect(document.querySelector('[data-writing]')?.getAttribute('data-writing')).toBe('note')
    await type(NOTE, 'Do not tell anyone.')
    await press('Enter', { ctrlKey: true })
    expect(copied).toEqual([])
    await press('Enter', { altKey: true })
    await flushPromises()
    expect(calledWith('inbox.addNote')).toMatchObject([{ conversationId: 'c1', text: 'Do not tell anyone.' }])
    expect(copied).toEqual([])
    await press('Enter', { ctrlKey: true })
    await flushPromises()
    expect(copied).toEqual(['We are open.'])
  })

  it('leaves the reply without the focus after a note, so that nothing is typed into it by mistake', async () => {
    await desk(thread())
    await press('n')
    await flushPromises()
    await type(NOTE, 'Ask Liv.')
    await press('Enter', { altKey: true })
    await flushPromises()
    expect(document.activeElement?.tagName).not.toBe('TEXTAREA')
  })

  it('holds a sensitive reply back until it is approved, and again with the next letter', async () => {
    answers.set('inbox.saveDraft', ({ text }) => ({ text, state: 'draft', approvedBy: '', needsApproval: true, updatedAt: NOW }))
    await desk(thread({ sensitive: true, sensitiveBy: ['mark'] }, { text: 'Sorry.', state: 'approved', approvedBy: 'Liv', needsApproval: false, updatedAt: NOW }))
    expect(pageText()).toContain('Approved by Liv')
    await press('Enter', { ctrlKey: true })
    await flushPromises()
    expect(copied).toEqual(['Sorry.'])
    await type(REPLY, 'Sorry, Zoe.')
    expect(pageText()).toContain('Needs a second look')
    await press('Enter', { ctrlKey: true })
    await flushPromises()
    expect(copied).toEqual(['Sorry.'])
  })
})

describe('capturing a message', () => {
  it('takes text, author and the time that is on it by the clock of the client', async () => {
    const pinia = await openClient()
    await stage(CaptureDialog, { pinia, doors: [{ id: 'inbox', routes: inboxFeature.routes ?? [] }] })
    useCapture(pinia).begin()
    await flushPromises()
    await type('[role=dialog] textarea', 'Is it open?')
    await type('[role=dialog] input[placeholder="Name or handle"]', 'Zoe')
    await type('[role=dialog] input[placeholder^="10:42"]', '2026-11-01 09:15')
    expect(pageText()).toContain('9:15')
    document.querySelector('form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
    await flushPromises()
    expect(calledWith('inbox.capture')).toMatchObject([{ clientId: 'a', text: 'Is it open?', author: 'Zoe', network: 'instagram', channelId: 'ch1', sentAt: '2026-11-01T08:15:00.000Z', kind: 'comment' }])
    expect(useCapture(pinia).open).toBe(false)
  })

  it('shows what was copied from strangers as the characters it is, in the name of the conversation too', async () => {
    const pinia = await openClient()
    await stage(CaptureDialog, { pinia })
    const text = HOSTILE_TEXTS.join('\n')
    useCapture(pinia).begin({ conversationId: 'c1', name: text, network: 'mastodon', kind: 'comment' }, { text, files: [] })
    await flushPromises()
    const dialog = document.querySelector('[role=dialog]')
    // A field of text knows one kind of line break.
    expect(dialog?.querySelector('textarea')?.value.replaceAll('\r', '')).toBe(text.replaceAll('\r', ''))
    expect(dialog?.textContent.replaceAll(/\p{Cc}/gu, '')).toContain(text.replaceAll(/\p{Cc}/gu, ''))
    expect(document.querySelectorAll('img, script, iframe, object, embed, link, meta, base, video, details, math, [onload], [onerror], [onfocus], [srcdoc]')).toHaveLength(0)
  })

  it('takes down who was erased on request only when somebody says so', async () => {
    const pinia = await openClient()
    await stage(CaptureDialog, { pinia, doors: [{ id: 'inbox', routes: inboxFeature.routes ?? [] }] })
    answers.set('inbox.capture', ({ erased }) => {
      if (erased !== 'take-in') throw new AppError('conflict.author-erased')
      return { conversationId: 'c1', added: true, row: row() }
    })
    useCapture(pinia).begin()
    await flushPromises()
    await type('[role=dialog] textarea', 'Me again')
    document.querySelector('form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
    await flushPromises()
    expect(pageText()).toContain('was erased on their request')
    ;[...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Keep it all the same'))?.click()
    await flushPromises()
    expect(calledWith('inbox.capture').map(({ erased }) => erased)).toEqual(['leave-out', 'take-in'])
    expect(useCapture(pinia).open).toBe(false)
  })

  it('says what is no time, and takes nothing until it is one', async () => {
    const pinia = await openClient()
    await stage(CaptureDialog, { pinia })
    useCapture(pinia).begin()
    await flushPromises()
    await type('[role=dialog] textarea', 'Is it open?')
    await type('[role=dialog] input[placeholder^="10:42"]', 'soon')
    expect(pageText()).toContain('Not a time that has come')
    document.querySelector('form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
    await flushPromises()
    expect(calledWith('inbox.capture')).toEqual([])
  })
})
