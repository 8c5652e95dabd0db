import { ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import RuleEditor from '../../src/renderer/features/care-rules/RuleEditor.vue'
import { useRuleWords } from '../../src/renderer/features/care-rules/use-rule-words'
import type { RuleChoices } from '../../src/renderer/features/care-rules/use-rules'
import { OrderedList } from '../../src/renderer/features/records'
import { KnowledgeMenu, SavedReplyMenu } from '../../src/renderer/features/replies'
import type { CareRule } from '../../src/shared/features/care-rules/care-rules.schema'
import { leftBlanks, putInto } from '../../src/shared/features/replies/put-into'
import type { KnowledgeEntry, SuggestedReply } from '../../src/shared/features/replies/replies.schema'
import { freshPinia, pageText, press, stage } from './ui-support'

const reply = (id: string, title: string, filled: string, more: Partial<SuggestedReply> = {}): SuggestedReply => ({
  id, title, text: filled, filled, blanks: [], language: 'en', tone: 'any', assetId: null, position: 0, fitsLanguage: true, fitsTone: true, picture: null, ...more
})
const replies = [
  reply('a', 'Thanks', 'Thank you, Zoe.'),
  reply('b', 'Opening hours', 'Open 11–17 on {day}.', { blanks: [{ name: 'day', start: 14, end: 19 }] }),
  reply('c', 'Åpningstider', '<img src=x onerror=alert(1)>', { language: 'nb', fitsLanguage: false })
]
const fact = (id: string, title: string, text: string, more: Partial<KnowledgeEntry> = {}): KnowledgeEntry => ({ id, title, text, source: 'House rules', link: '', checkedOn: '2026-10-01', language: 'en', stale: false, ...more })
const facts = [fact('1', 'Café', 'Open 10–16.'), fact('2', 'Ramp', 'In Østgata.', { checkedOn: null, stale: true })]

beforeEach(() => {
  const answers: Record<string, unknown> = { suggest: { replies }, listKnowledge: { entries: facts, total: 2, stale: 1 } }
  const client = new Proxy({}, { get: () => new Proxy({}, { get: (_, name) => () => Promise.resolve(answers[String(name)] ?? {}) }) })
  provideConnection({ mode: 'browser', client: client as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
})
afterEach(() => {
  document.body.replaceChildren()
})
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20))

async function openMenu(component: typeof SavedReplyMenu | typeof KnowledgeMenu) {
  const staged = await stage(component, { pinia: freshPinia(), props: { clientId: 'client', conversationId: 'one', language: 'en' } })
  staged.wrapper.find('button').element.click()
  await settled()
  const field = document.querySelector<HTMLInputElement>('input[role="combobox"]')
  field?.focus()
  const type = async (words: string): Promise<void> => {
    if (!field) return
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await settled()
  }
  const inserted = async (): Promise<unknown[]> => {
    await settled()
    return (staged.wrapper.emitted('insert') ?? []).map(([text]) => text)
  }
  const options = (): string[] => [...document.querySelectorAll('[role="option"]')].map((option) => option.textContent ?? '')
  return { ...staged, type, inserted, options }
}

describe('the menu of saved replies', () => {
  it('is found by typing, without accents, and goes in with Enter', async () => {
    const { type, options, inserted } = await openMenu(SavedReplyMenu)
    expect(options()).toHaveLength(3)
    await type('apnings')
    expect(options()).toEqual([expect.stringContaining('Åpningstider')])
    await press('Enter')
    expect(await inserted()).toEqual(['<img src=x onerror=alert(1)>'])
  })

  it('shows the text that goes in as text, and marks what is left to be filled in', async () => {
    await openMenu(SavedReplyMenu)
    await press('ArrowDown')
    expect(document.querySelector('mark')?.textContent).toBe('{day}')
    await press('ArrowDown')
    expect(document.querySelector('[data-saved-replies] img')).toBeNull()
    expect(pageText()).toContain('<img src=x onerror=alert(1)>')
  })

  it('puts several in one after the other', async () => {
    const { inserted } = await openMenu(SavedReplyMenu)
    await press('ArrowDown')
    await press('Enter', { ctrlKey: true })
    await press('ArrowUp')
    await press('Enter', { ctrlKey: true })
    expect(pageText()).toContain('Insert 2')
    await press('Enter')
    expect(await inserted()).toEqual(['Open 11–17 on {day}.\n\nThank you, Zoe.'])
  })
})

describe('the menu of facts', () => {
  it('cites with the source, and marks what nobody checked', async () => {
    const { type, inserted } = await openMenu(KnowledgeMenu)
    expect(pageText()).toContain('Not checked for a year')
    await type('cafe')
    await press('Enter')
    expect(await inserted()).toEqual(['Open 10–16. (Source: House rules)'])
  })
})

describe('words put into a reply', () => {
  const put = (text: string, words: string, start = text.length, end = start): string => {
    const place = putInto(text, words, { start, end })
    return text.slice(0, place.start) + place.words + text.slice(place.end)
  }

  it('are a paragraph of their own after a sentence, and go on within one', () => {
    expect(put('', 'Open 11–17.')).toBe('Open 11–17.')
    expect(put('Thank you.', 'Open 11–17.')).toBe('Thank you.\n\nOpen 11–17.')
    expect(put('We are', 'open 11–17')).toBe('We are open 11–17')
    expect(put('Hi Zoe,\n', 'Open 11–17.')).toBe('Hi Zoe,\nOpen 11–17.')
    expect(put('One. Two.', 'Between.', 4)).toBe('One.\n\nBetween. Two.')
    expect(put('abc', 'x', 0, 3)).toBe('x')
  })

  it('do not write over a blank that waits, and go after its paragraph', () => {
    const text = 'Come on {day}.\n\nBye.'
    expect(put(text, 'Bring a friend.', 8, 13)).toBe('Come on {day}.\n\nBring a friend.\n\nBye.')
    expect(leftBlanks('{first name} [[when]] {day}').map(({ start }) => start)).toEqual([0, 13, 22])
  })
})

describe('a list whose order means something', () => {
  const entries = ['a', 'b', 'c'].map((id) => ({ id }))
  const show = async (props: object = {}) => {
    const { wrapper } = await stage(OrderedList as never, { pinia: freshPinia(), props: { entries, chosen: 'b', label: 'Rules', nameOf: ({ id }: { id: string }) => id, ...props } })
    wrapper.find<HTMLElement>('[aria-selected="true"]').element.focus()
    return wrapper
  }

  it('is moved in by Alt and the arrow keys, and says where to', async () => {
    const wrapper = await show()
    await press('ArrowUp', { altKey: true })
    await press('ArrowDown', { altKey: true })
    expect(wrapper.emitted('order')).toEqual([[['b', 'a', 'c']], [['a', 'c', 'b']]])
  })

  it('is moved in by dragging, and by nothing while it is archived or only some are shown', async () => {
    const wrapper = await show()
    const rows = wrapper.findAll('[role="option"]')
    await rows[0]?.trigger('dragstart')
    await rows[2]?.trigger('dragover', { clientY: 10 })
    await wrapper.trigger('drop')
    expect(wrapper.emitted('order')).toEqual([[['b', 'c', 'a']]])
    const still = await show({ movable: false })
    await press('ArrowUp', { altKey: true })
    expect(still.emitted('order')).toBeUndefined()
  })
})

describe('the editor of a rule', () => {
  const choices: RuleChoices = { channels: [{ id: 'ch', name: 'Our Instagram' }], networks: ['instagram'], labels: ['legal'], assignees: [], languages: ['nb'] }
  const rule: CareRule = { id: 'r', name: 'Legal', enabled: false, position: 0, conditions: [{ field: 'words', any: ['lawyer', 'advokat'], not: false }, { field: 'channel', any: [], not: false }], actions: { labels: ['legal'], priority: 3 } }
  const editor = {
    components: { RuleEditor },
    props: ['rule'],
    emits: ['change'],
    setup: () => ({ words: useRuleWords(() => choices), choices }),
    template: '<RuleEditor :rule="rule" :words="words" :choices="choices" :read-only="false" @change="(change, id) => $emit(\'change\', change(rule), id)" />'
  }
  const show = async (given: CareRule = rule) => {
    const { wrapper } = await stage(editor, { pinia: freshPinia(), props: { rule: given } })
    return { wrapper, changes: () => (wrapper.emitted<[Partial<CareRule>, string]>('change') ?? []).map(([change]) => change) }
  }

  it('says in a sentence when it holds and what it does; a condition without values says nothing', async () => {
    await show()
    expect(pageText()).toContain('When a message says “lawyer” or “advokat”: priority High, label “legal”.')
    expect(pageText()).toContain('Without a value this condition says nothing.')
  })

  it('takes values by their names, and turns a condition round', async () => {
    const { wrapper, changes } = await show()
    wrapper.findAll('button').find((button) => button.text() === 'Our Instagram')?.element.click()
    expect(changes().at(-1)?.conditions?.[1]).toEqual({ field: 'channel', any: ['ch'], not: false })
    const way = wrapper.find<HTMLSelectElement>('select').element
    way.value = 'not'
    way.dispatchEvent(new Event('change', { bubbles: true }))
    expect(changes().at(-1)?.conditions?.[0]).toEqual({ field: 'words', any: ['lawyer', 'advokat'], not: true })
  })

  it('asks for a reason as soon as it is to close', async () => {
    const { wrapper, changes } = await show()
    const boxes = wrapper.findAll<HTMLElement>('[role="checkbox"]')
    boxes.at(-1)?.element.click()
    expect(changes().at(-1)?.actions).toMatchObject({ close: { reason: 'Spam' }, labels: ['legal'] })
    const closing = await show({ ...rule, actions: { labels: [], close: { reason: 'Advertising' } } })
    expect(closing.wrapper.findAll<HTMLInputElement>('input').some(({ element }) => element.value === 'Advertising')).toBe(true)
  })
})
