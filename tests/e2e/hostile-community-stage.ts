import type { AppClient } from '../../src/shared/contract'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import type { PlanningScreen } from '../support/journeys/planning-screens'

export interface CommunityIds {
  conversationId: string
  incidentId: string
  personId: string
}

/** In every field of the one conversation and the one person that have everything. */
const MARK = '<img src=x onerror="window.__pwned=1">'
const MINUTE = 60_000

/** Each text as what strangers write, as their names, and as what people write down about them. */
export async function plantCommunity(api: AppClient, clientId: string): Promise<CommunityIds> {
  const { inbox, people, incidents, replies, careRules } = api
  const now = Date.now()
  const cut = (text: string, index: number, length: number): string => `${index} ${text}`.slice(0, length).trim()
  const capture = (index: number, text: string, author: string) =>
    inbox.capture({ clientId, text, author, network: index % 2 === 0 ? 'instagram' : 'facebook', sentAt: new Date(now - (index + 5) * MINUTE).toISOString(), kind: index % 3 === 0 ? 'message' : 'comment' })
  let ids = { conversationId: '', personId: '' }
  for (const [index, text] of HOSTILE_TEXTS.entries()) {
    const { conversationId, row } = await capture(index, `${index} ${text}`, cut(text, index, 200))
    await inbox.label({ clientId, conversationIds: [conversationId], add: [cut(text, index, 80)] })
    if (index > 4 && text.startsWith('<img src=x')) ids = { conversationId, personId: (await people.create({ clientId, from: { network: row.person.network, key: row.person.key }, name: MARK, labels: ['fan'] })).personId }
    await replies.create({ clientId, title: cut(text, index, 120), text })
    await replies.createKnowledge({ clientId, title: cut(text, index, 120), text, source: cut(text, index, 500) })
    await careRules.create({ clientId, name: cut(text, index, 120), conditions: [{ field: 'words', any: [cut(text, index, 120)], not: false }], actions: { labels: [cut(text, index, 80)] } })
  }
  const { conversationId, personId } = ids
  await inbox.addNote({ clientId, conversationId, text: MARK, author: cut(MARK, 0, 80) })
  await inbox.saveDraft({ clientId, conversationId, text: MARK })
  await people.update({ clientId, personId, notes: MARK, consent: MARK, nextStep: MARK })
  await people.addOutreach({ clientId, person: { personId }, doneOn: new Date(now).toISOString().slice(0, 10), kind: 'mentioned', text: MARK })
  const { incidentId } = await incidents.open({ clientId, title: MARK, level: 2, summary: HOSTILE_TEXTS.join('\n'), conversationId, author: cut(MARK, 0, 120) })
  for (const text of HOSTILE_TEXTS.slice(0, 12)) await incidents.addEntry({ clientId, incidentId, text: `. ${text}`, author: cut(text, 0, 120) })
  await incidents.setPolicy({ clientId, text: HOSTILE_TEXTS.join('\n') })
  await incidents.addContact({ clientId, name: cut(MARK, 0, 120), role: MARK, phone: MARK, reachable: MARK })
  await incidents.addLines({ clientId, lines: [{ network: '', language: '', level: 1, text: MARK }] })
  return { conversationId, personId, incidentId }
}

const screen = (name: string, path: (ids: CommunityIds, clientId: string) => string) => ({ name, path })

/** Every screen of community on which texts of strangers, or about them, are in sight. */
const screens = [
  screen('inbox', (_, clientId) => `/clients/${clientId}/inbox`),
  screen('thread', ({ conversationId }, clientId) => `/clients/${clientId}/inbox/${conversationId}`),
  screen('inbox of all clients', () => '/inbox'),
  screen('saved replies', (_, clientId) => `/clients/${clientId}/inbox/replies`),
  screen('knowledge', (_, clientId) => `/clients/${clientId}/inbox/knowledge`),
  screen('rules', (_, clientId) => `/clients/${clientId}/inbox/rules`),
  screen('people', (_, clientId) => `/clients/${clientId}/people`),
  screen('person', ({ personId }, clientId) => `/clients/${clientId}/people/card/${personId}`),
  screen('fans', (_, clientId) => `/clients/${clientId}/people/fans`),
  screen('outreach', (_, clientId) => `/clients/${clientId}/people/outreach`),
  screen('crisis', (_, clientId) => `/clients/${clientId}/crisis`),
  screen('incident', ({ incidentId }, clientId) => `/clients/${clientId}/crisis/${incidentId}`)
]

/** Ids are known once everything is planted. */
export const communityScreens = (ids: () => CommunityIds): PlanningScreen[] => screens.map(({ name, path }) => ({ name, path: ({ clientId }) => path(ids(), clientId) }))
