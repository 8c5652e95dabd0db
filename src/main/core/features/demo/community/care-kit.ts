import { addDays } from '../../../../../shared/time'
import type { CommunityClient } from './community-client'
import type { DemoCare, DemoPerson } from './community-definition'
import { numberOf, type TimedTalk } from './message-files'

interface Place {
  clientId: string
  today: string
  /** Channels by network. */
  channels: ReadonlyMap<string, string>
}

/** Hours, targets, saved replies, facts and rules: what stands ready before the first message comes in. */
export async function prepareCare({ care, careRules, replies }: CommunityClient, definition: DemoCare, { clientId, today, channels }: Place): Promise<void> {
  const { week, holidays } = definition.hours
  await care.saveHours({ clientId, hours: { week, zone: null, holidays, otherwise: [], closures: [] } })
  for (const [name, targets] of Object.entries(definition.targets)) {
    const channelId = name === 'all' ? null : channels.get(name)
    if (channelId !== undefined) await care.setTargets({ clientId, channelId, ...targets })
  }
  for (const rule of definition.rules) await careRules.create({ clientId, ...rule })
  for (const reply of definition.replies) await replies.create({ clientId, ...reply })
  for (const { checked, ...entry } of definition.knowledge) await replies.createKnowledge({ clientId, ...entry, checkedOn: checked === null ? null : addDays(today, checked) })
}

/** Policy, phone list and holding lines. */
export async function prepareCrisis({ incidents }: CommunityClient, { policy, contacts, lines }: DemoCare, clientId: string): Promise<void> {
  await incidents.setPolicy({ clientId, text: policy })
  for (const contact of contacts) await incidents.addContact({ clientId, ...contact })
  await incidents.addLines({ clientId, lines })
}

const keyOf = (handle: string): string => handle.toLowerCase()

/** One card a handle, as they came to be known; then those of one person become one. */
async function makeCard({ people }: CommunityClient, { clientId, today, channels }: Place, { name, handles, labels, notes, consent, consentDay, nextStep, nextDay, outreach }: DemoPerson): Promise<void> {
  const ids: string[] = []
  for (const [network, handle] of handles) ids.push((await people.create({ clientId, from: { network, key: keyOf(handle) }, name, labels })).personId)
  const [personId = '', ...others] = [...new Set(ids)]
  if (others.length > 0) await people.merge({ clientId, survivor: { personId }, others: others.map((id) => ({ personId: id })) })
  const told = { ...(consent !== undefined && { consent }), ...(consentDay !== undefined && { consentOn: addDays(today, consentDay) }), ...(nextStep !== undefined && { nextStep }), ...(nextDay !== undefined && { nextOn: addDays(today, nextDay) }) }
  await people.update({ clientId, personId, notes, ...told })
  for (const { day, kind, text, channel } of outreach) {
    await people.addOutreach({ clientId, person: { personId }, doneOn: addDays(today, day), kind, text, channelId: (channel === null ? null : channels.get(channel)) ?? null })
  }
}

/** X tells nobody's name: who it was stands on a card. */
export async function nameNumbers({ people }: CommunityClient, clientId: string, talks: readonly TimedTalk[]): Promise<void> {
  for (const talk of talks.filter(({ via }) => via === 'x-message')) await people.create({ clientId, from: { network: 'x', key: numberOf(talk) }, name: talk.who })
}

/** Cards of those who write more than once. */
export async function knowPeople(client: CommunityClient, { people }: DemoCare, place: Place): Promise<number> {
  for (const person of people) await makeCard(client, place, person)
  return people.length
}
