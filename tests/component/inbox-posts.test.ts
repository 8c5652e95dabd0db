import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { defineComponent, h, reactive, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { defineFeature, useClientShell, useNotices, usePreferences } from '../../src/renderer/app'
import CareDialogs from '../../src/renderer/features/inbox/CareDialogs.vue'
import CaptureDialog from '../../src/renderer/features/inbox/CaptureDialog.vue'
import { useCapture } from '../../src/renderer/features/inbox/capture.store'
import { inboxColumns } from '../../src/renderer/features/inbox/inbox-csv.rules'
import ThreadStart from '../../src/renderer/features/inbox/ThreadStart.vue'
import type { ConversationThread, InboxRow } from '../../src/shared/features/inbox/inbox.schema'
import type { PostChoice } from '../../src/shared/features/inbox/starting-post.schema'
import { client, screen } from './app-stage'
import { freshPinia, pageText, press, stage } from './ui-support'

enableAutoUnmount(afterEach)
const NOW = '2026-11-23T12:00:00.000Z'
const link = 'https://www.instagram.com/p/Gulls1'
const gulls = { postId: 'p1', variantId: 'v1', title: 'Gulls', permalink: link, publishedAt: NOW }
const choice = (more: Partial<PostChoice> = {}): PostChoice => ({ variantId: 'v1', postId: 'p1', network: 'instagram', channelName: 'Nordlys', title: 'Gulls', excerpt: 'Over the harbor', permalink: link, publishedAt: NOW, at: NOW, thumbnailUrl: null, ...more })
const posts = [choice(), choice({ variantId: 'v2', postId: 'p2', title: '', excerpt: '<b>Lanterns</b>', permalink: '' })]

const row = (more: Partial<InboxRow> = {}): InboxRow => ({
  id: 'c1', clientId: 'a', network: 'instagram', channelId: null, channelName: '', kind: 'comment', title: '', person: { network: 'instagram', key: 'zoe', name: 'Zoe', personId: null },
  excerpt: 'Are you open?', type: { value: 'question', by: 'suggested' }, sentiment: { value: 'neutral', by: 'suggested' }, priority: { value: 2, by: 'suggested' }, sensitive: false, sensitiveBy: [],
  state: 'open', assignee: '', snoozedUntil: null, labels: [], unread: true, hasDraft: false, language: 'en', messages: 1, lastInAt: NOW, lastOutAt: null, waitingSince: NOW, post: null,
  clock: { state: 'ahead', waited: 0, left: 1, dueAt: null, used: 0, targetMinutes: 1440 }, ...more
})
const thread = (post: typeof gulls | null, more: Partial<ConversationThread> = {}, ofRow: Partial<InboxRow> = {}): ConversationThread => ({
  row: row({ post, ...ofRow }), messages: [], notes: [], draft: null, evidence: [], post: post && { ...post, text: 'Over the harbor' }, postBy: 'link', hasLinkedPost: false, reasons: [], permalink: '', reason: '', closedAt: null, ...more
})

const calls: [name: string, input: Record<string, unknown>][] = []
const calledWith = (name: string): Record<string, unknown>[] => calls.filter(([one]) => one === name).map(([, input]) => input)
const button = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().startsWith(name))
  if (!found) throw new Error(`no button called ${name}`)
  return found
}

beforeEach(() => {
  calls.length = 0
  const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
    'channels.list': () => ({ channels: [{ id: 'ch1', network: 'instagram', name: 'Nordlys' }] }),
    'system.info': () => ({ capabilities: [] }),
    'inbox.capture': () => ({ conversationId: 'c1', added: true, row: row() }),
    'inbox.postChoices': ({ search = '' }) => {
      const found = posts.filter(({ title, permalink }) => search === '' || title.toLowerCase().includes(String(search)) || (permalink !== '' && String(search).startsWith(permalink)))
      return { total: found.length, posts: found }
    }
  }
  const operation = (name: string) => (input: Record<string, unknown>) => {
    calls.push([name, input])
    return Promise.resolve(answers[name]?.(input) ?? {})
  }
  const api = new Proxy({}, { get: (_, feature: string) => new Proxy({}, { get: (_inner, verb: string) => operation(`${feature}.${verb}`) }) })
  provideConnection({ mode: 'browser', client: api as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
})

const door = defineFeature({ id: 'posts', routes: [{ path: '/clients/:clientId/posts/:postId', name: 'post', component: screen('Post') }] })
async function show(component: Parameters<typeof stage>[0], props: Record<string, unknown> = {}) {
  const pinia = freshPinia()
  await usePreferences(pinia).load({ all: async () => ({}), put: async () => undefined })
  const shell = useClientShell(pinia)
  shell.provide(reactive({ clients: [client('a', 'Museum')], loaded: true, open: async () => undefined, create: () => undefined, showAll: () => undefined }))
  await shell.open('a')
  await stage(component, { pinia, doors: [door], props })
  return pinia
}
const head = (one: ConversationThread, readOnly = false) =>
  show(defineComponent({ setup: () => () => [h(ThreadStart, { thread: one, readOnly }), h(CareDialogs)] }))
async function type(selector: string, text: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`nothing at ${selector}`)
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}
const SEARCH = 'input[aria-label^="Search posts"]'

describe('the post at the head of a thread', () => {
  it('is asked for under a comment, found by words, and chosen by arrows and Enter', async () => {
    const pinia = await head(thread(null))
    expect(pageText()).toContain('Which post it began under is not known.')
    button('Choose the post').click()
    await flushPromises()
    expect(pageText()).toContain('<b>Lanterns</b>')
    expect(document.activeElement?.matches(SEARCH)).toBe(true)
    await press('ArrowDown')
    await press('Enter')
    await flushPromises()
    expect(calledWith('inbox.postChoices')).toMatchObject([{ clientId: 'a', conversationId: 'c1', search: '' }])
    expect(calledWith('inbox.choosePost')).toEqual([{ clientId: 'a', conversationId: 'c1', variantId: 'v2' }])
    expect(document.querySelector('[role=dialog]')).toBeNull()
    expect(useNotices(pinia).current?.text).toBe('Post chosen')
  })

  it('chooses the first that is found by Enter alone, and says where nothing is', async () => {
    await head(thread(null))
    button('Choose the post').click()
    await flushPromises()
    await type(SEARCH, 'nothing like it')
    expect(pageText()).toContain('No post has these words.')
    await type(SEARCH, 'https://www.instagram.com/p/Other')
    expect(pageText()).toContain('No post of this client is kept under this address.')
    await type(SEARCH, 'gull')
    await press('Enter')
    await flushPromises()
    expect(calledWith('inbox.choosePost')).toMatchObject([{ variantId: 'v1' }])
  })

  it('is named with its day and a way to it, and is taken away', async () => {
    await head(thread(gulls))
    const line = document.querySelector('[data-thread-start]')
    expect(line?.textContent).toMatch(/Began under:\s*Gulls\s*Nov 23, 2026/)
    expect(line?.textContent).not.toContain('chosen by hand')
    expect(line?.querySelector('a')?.getAttribute('href')).toContain('/clients/a/posts/p1')
    button('The post that it began under').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    button('Take the post away').click()
    await flushPromises()
    expect(calledWith('inbox.choosePost')).toEqual([{ clientId: 'a', conversationId: 'c1', variantId: null }])
  })

  it('goes back to the post of its link where a person said that it is none', async () => {
    await head(thread(null, { postBy: 'person', hasLinkedPost: true }))
    expect(pageText()).toContain('Began under no post of this client.')
    button('The post that its link leads to').click()
    await flushPromises()
    expect(calledWith('inbox.forgetPost')).toEqual([{ clientId: 'a', conversationId: 'c1' }])
  })

  it('is neither asked for in messages to one person nor in an archived client', async () => {
    await head(thread(null, {}, { kind: 'message' }))
    expect(document.querySelector('[data-thread-start]')).toBeNull()
    await head(thread(null), true)
    expect(document.querySelector('[data-thread-start]')).toBeNull()
    await head(thread(gulls), true)
    expect(document.querySelector('[data-thread-start]')?.querySelector('button')).toBeNull()
  })

  it('is in the file of the list', () => {
    const line = (one: InboxRow) => [inboxColumns.post?.(one), inboxColumns.post_link?.(one), inboxColumns.post_published_at?.(one)]
    expect(line(row({ post: gulls }))).toEqual(['Gulls', link, NOW])
    expect(line(row())).toEqual(['', '', null])
  })
})

describe('the post of a message that is taken down', () => {
  const begin = async () => {
    const pinia = await show(CaptureDialog)
    useCapture(pinia).begin()
    await flushPromises()
    await type('[role=dialog] textarea', 'Lovely')
    return pinia
  }
  const keep = async () => {
    document.querySelector('form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
    await flushPromises()
  }
  const linkField = (): string => {
    const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.trim().startsWith('Link'))
    return `[id="${label?.htmlFor ?? ''}"]`
  }

  it('is recognized by its link, and then needs no choice', async () => {
    await begin()
    await type(linkField(), `${link}/c/1`)
    expect(pageText()).toContain('known by its link')
    expect(pageText()).toContain('Gulls')
    await keep()
    expect(calledWith('inbox.capture')).toMatchObject([{ link: `${link}/c/1` }])
    expect(calledWith('inbox.capture')[0]).not.toHaveProperty('postVariantId')
  })

  it('is chosen by hand, and goes with the message', async () => {
    await begin()
    button('Written under: Choose the post').click()
    await flushPromises()
    await type(SEARCH, 'gull')
    await press('Enter')
    await flushPromises()
    expect(calledWith('inbox.postChoices').at(-1)).toMatchObject({ network: 'instagram', channelId: 'ch1', search: 'gull' })
    await keep()
    expect(calledWith('inbox.capture')).toMatchObject([{ text: 'Lovely', postVariantId: 'v1' }])
  })
})
