import { reactive, ref } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { defineFeature, useClientShell } from '../../src/renderer/app'
import { choiceOf, differingFields, likelySurvivor, takeOf } from '../../src/renderer/features/people/merge-choice.rules'
import ErasePersonDialog from '../../src/renderer/features/people/ErasePersonDialog.vue'
import MergeDialog from '../../src/renderer/features/people/MergeDialog.vue'
import { usePeopleDialogs } from '../../src/renderer/features/people/people-dialogs.store'
import { addressOf, refOfAddress } from '../../src/renderer/features/people/people-words'
import PersonAside from '../../src/renderer/features/people/PersonAside.vue'
import type { EraseScope, PersonCard, PersonRef } from '../../src/shared/features/people/people.schema'
import { client, screen } from './app-stage'
import { freshPinia, pageText, stage } from './ui-support'

function card(name: string, more: Partial<PersonCard> = {}): PersonCard {
  return {
    personId: name.toLowerCase(), name, notes: '', consent: '', consentOn: null, nextStep: '', nextOn: null, createdAt: null, labels: [], firstAt: null, lastAt: null, waitingSince: null, outreach: [], merges: [],
    handles: [{ id: `h-${name}`, network: 'instagram', key: name.toLowerCase(), shown: `@${name.toLowerCase()}`, messages: 1, lastAt: null }],
    counts: { messages: 1, conversations: 1, praise: 0, complaints: 0, answers: 0, waiting: 0 }, ...more
  }
}
const zoe = card('Zoe', { notes: 'Draws', consent: 'Pictures' })
const berg = card('Berg', { notes: 'Writes', consent: 'Texts', consentOn: '2026-01-02', counts: { ...zoe.counts, messages: 9 } })
const stranger = card('Stranger', { personId: null, handles: [{ id: null, network: 'x', key: 'stranger', shown: 'Stranger', messages: 4, lastAt: null }], counts: { ...zoe.counts, messages: 20, waiting: 1 } })
const people = new Map([zoe, berg, stranger].map((one) => [one.personId ?? '~x~stranger', one]))

const place = { path: '/clients/:clientId/people', name: 'people', component: screen('People') }
const door = defineFeature({ id: 'people', routes: [{ path: '/', name: 'clients', component: screen('Clients') }, place, { ...place, path: '/clients/:clientId/people/card/:who', name: 'person' }] })

interface Call {
  name: string
  input: Record<string, unknown>
}

/** A core that knows these people, and writes down what it is asked for. */
function connect(scope?: EraseScope): Call[] {
  const calls: Call[] = []
  const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
    get: ({ person }) => people.get(addressOf(person as PersonRef)), list: () => ({ total: 0, people: [] }), previewErase: () => scope, merge: () => ({ personId: 'berg' }), create: () => ({ personId: 'stranger' }), erase: () => ({ counts: {} })
  }
  const operations = new Proxy({}, { get: (_, name: string) => (input: Record<string, unknown>) => {
    calls.push({ name, input })
    return Promise.resolve(answers[name]?.(input) ?? {})
  } })
  const core = new Proxy({}, { get: () => operations })
  provideConnection({ mode: 'browser', client: core as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
  return calls
}

async function show(component: Parameters<typeof stage>[0], props: Record<string, unknown> = {}) {
  const pinia = freshPinia()
  useClientShell(pinia).provide(reactive({ clients: [client('a', 'Museum')], loaded: true, open: async () => undefined, create: () => undefined, showAll: () => undefined }))
  const staged = await stage(component, { pinia, doors: [door], path: '/clients/a/people', props })
  return { ...staged, dialogs: usePeopleDialogs(pinia) }
}
const settle = () => new Promise((wake) => setTimeout(wake, 20))
const button = (text: string): HTMLButtonElement | undefined => [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(text))
const radioOf = (text: string): HTMLInputElement | null => [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(text))?.querySelector('input') ?? null

afterEach(() => document.body.replaceChildren())

describe('choosing whose words stay', () => {
  it('asks only where people differ, and takes the card that wrote most unless somebody else is chosen', () => {
    expect(differingFields([zoe, berg])).toEqual(['name', 'consent', 'notes'])
    expect(likelySurvivor([zoe, berg])).toBe(1)
    expect(likelySurvivor([stranger, zoe])).toBe(1)
    expect(choiceOf({}, 'notes', 1)).toBe('both')
    expect(takeOf([zoe, berg], {}, 1)).toEqual({ name: 0, consent: 0, notes: 'both' })
    expect(takeOf([zoe, berg], { name: 0, notes: 1 }, 1)).toEqual({ name: 1, consent: 0, notes: 0 })
  })

  it('finds its way back from the address of a page', () => {
    for (const who of [{ personId: 'p-1' }, { network: 'x', key: 'a ~ b/c' }]) expect(refOfAddress(addressOf(who))).toEqual(who)
  })
})

describe('the dialog of a merge', () => {
  it('shows the people side by side, and merges as chosen', async () => {
    const calls = connect()
    const { dialogs } = await show(MergeDialog)
    dialogs.merging = [{ personId: 'zoe' }, { personId: 'berg' }]
    await settle()
    expect(pageText()).toContain('The card that stays')
    expect(pageText()).toContain('Notes of all, one after another')
    expect(pageText()).not.toContain('Next stepZoe')
    radioOf('Pictures')?.click()
    await settle()
    button('Merge 2 people')?.click()
    await settle()
    expect(calls.find(({ name }) => name === 'merge')?.input).toEqual({ clientId: 'a', survivor: { personId: 'berg' }, others: [{ personId: 'zoe' }], take: { name: 0, consent: 1, notes: 'both' } })
    expect(dialogs.merging).toEqual([])
  })

  it('looks for the other one where only one is known', async () => {
    connect()
    const { dialogs } = await show(MergeDialog)
    dialogs.merging = [{ personId: 'zoe' }]
    await settle()
    expect(document.querySelector('input[type=search], [role=search] input')).not.toBeNull()
    expect(button('Merge 2 people')?.disabled).toBe(true)
  })
})

const scope: EraseScope = {
  name: 'Zoe', goes: { messages: 3, answers: 1, drafts: 0, notes: 1, evidence: 0, handles: 1, outreach: 0, card: 1, handleBook: 0, logEntries: 9, pictures: ['shot.png'], steps: 4, exportJobs: 0 },
  stays: { conversations: 2, answers: 1, mentions: [{ where: 'messages', count: 2 }], backups: 0 }
}

describe('the dialog of an erasure', () => {
  it('says what goes and what stays, and waits until the name is typed', async () => {
    const calls = connect(scope)
    const { dialogs } = await show(ErasePersonDialog)
    dialogs.erasing = { personId: 'zoe' }
    await settle()
    for (const line of ['Text, author and link of 3 messages', 'shot.png', '4 steps of the history', '2 messages of others name this person', 'That 1 answer was given, and when']) expect(pageText()).toContain(line)
    expect(pageText()).not.toContain('draft of an answer')
    expect(button('Erase for good')?.disabled).toBe(true)
    const field = document.querySelector<HTMLInputElement>('form#erase input')
    if (field) field.value = 'Zoe'
    field?.dispatchEvent(new Event('input'))
    await settle()
    button('Erase for good')?.click()
    await settle()
    expect(calls.find(({ name }) => name === 'erase')?.input).toMatchObject({ clientId: 'a', person: { personId: 'zoe' }, confirmName: 'Zoe' })
  })
})

const threadBy = (network: string, key: string) => ({ row: { person: { network, key, name: key, personId: null } } })

describe('the card beside a thread', () => {
  it('tells how much somebody wrote, and makes a card in one click', async () => {
    const calls = connect()
    await show(PersonAside, { clientId: 'a', thread: threadBy('x', 'stranger') })
    await settle()
    expect(pageText()).toContain('Stranger')
    expect(pageText()).toContain('20')
    button('Create card')?.click()
    await settle()
    expect(calls.find(({ name }) => name === 'create')?.input).toEqual({ clientId: 'a', from: { network: 'x', key: 'stranger' } })
  })

  it('says nothing of who is not known by anything', async () => {
    connect()
    await show(PersonAside, { clientId: 'a', thread: threadBy('x', '') })
    await settle()
    expect(pageText()).toBe('')
  })
})
