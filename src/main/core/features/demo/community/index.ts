import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { todayIn } from '../../../../../shared/time'
import type { CallContext, Reader } from '../../../context'
import { openCareClock } from '../../care'
import { listChannels } from '../../channels'
import { getWorkspaceSetting, putWorkspaceSetting } from '../../workspace-settings'
import { knowPeople, nameNumbers, prepareCare, prepareCrisis } from './care-kit'
import { communityClient } from './community-client'
import { type DemoTalk, readDemoCare, readDemoTalks } from './community-definition'
import { type DemoTimes, demoTimes } from './demo-times'
import { holdIncident } from './hold-incident'
import { holdTalks, networkOf } from './hold-talks'
import { messageFiles, ownNames, type TimedTalk } from './message-files'

export interface DemoCommunity {
  conversations: number
  messages: number
  people: number
  /** Where the files of messages lie; empty where nothing was made just now. */
  folder: string
}

const nothing: DemoCommunity = { conversations: 0, messages: 0, people: 0, folder: '' }

/** Addresses of posts that went out, by title and network. */
async function permalinks(db: Reader): Promise<Map<string, string>> {
  const rows = (await db('variant as v').join('post as p', 'p.id', 'v.post_id').join('channel as c', 'c.id', 'v.channel_id').whereNot('v.permalink', '').select('p.title', 'c.network', 'v.permalink')) as { title: string; network: string; permalink: string }[]
  return new Map(rows.map(({ title, network, permalink }) => [`${network} ${title}`, permalink]))
}

function timed(talks: readonly DemoTalk[], times: DemoTimes, links: ReadonlyMap<string, string>, minutesOf: (network: string) => number): TimedTalk[] {
  return talks.map((talk, index) => {
    const network = networkOf(talk)
    return { ...talk, index, instants: talk.say.map(({ at }) => times.at(at, minutesOf(network))), permalink: links.get(`${network} ${talk.post ?? ''}`) ?? '' }
  })
}

/** Takes the archives and mails in as a person would: all at once, one step. */
async function takeIn(context: CallContext, clientId: string, talks: readonly TimedTalk[]): Promise<{ folder: string; added: number }> {
  const { core } = context
  const folder = join(core.home.exports, 'messages')
  const files: string[] = []
  for (const { path, content } of messageFiles(talks)) {
    const target = join(folder, ...path.split('/'))
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeFile(target, content, { mode: 0o600 })
    // Messages of Facebook and Instagram are told apart by their folders alone.
    files.push(core.tokens.register({ path: target, name: path }))
  }
  const { inbox } = communityClient(context)
  const { totals } = await inbox.previewImport({ clientId, files, own: ownNames })
  const { added } = await inbox.commitImport({ clientId, files, own: ownNames, expect: { added: totals.added } })
  return { folder, added }
}

/**
 * A month of conversations of the demo client with all that is around them: hours, rules, people, an incident that is over.
 * Once: a client that has them is left as it is.
 */
export async function holdDemoMonth(context: CallContext, clientId: string, zone: string): Promise<DemoCommunity> {
  const { core } = context
  const { reader } = await context.workspace(clientId)
  if (await getWorkspaceSetting(reader, 'demo.community')) return nothing
  const [now, definition] = [core.now(), await readDemoCare(core.options.resources)]
  const today = todayIn(zone, now)
  const channels = new Map((await listChannels(reader)).map(({ id, network }) => [network as string, id]))
  const client = communityClient(context)
  await context.command(clientId, (tx) => putWorkspaceSetting(tx, 'demo.community', today))
  await prepareCare(client, definition, { clientId, today, channels })
  await prepareCrisis(client, definition, clientId)
  const minutesOf = (network: string): number => definition.targets[network]?.firstMinutes ?? definition.targets['all']?.firstMinutes ?? 1440
  const times = demoTimes({ clock: await openCareClock(reader, zone), zone, today, now, usualMinutes: minutesOf('all') })
  const talks = timed(await readDemoTalks(core.options.resources), times, await permalinks(reader), minutesOf)
  const { folder, added } = await takeIn(context, clientId, talks)
  const begun = await holdTalks({ context, clientId, channels }, talks)
  // What was answered before this month was not looked at by a second person.
  await client.careRules.setSensitive({ clientId, ...definition.sensitive })
  await nameNumbers(client, clientId, talks)
  const people = await knowPeople(client, definition, { clientId, today, channels })
  await holdIncident({ context, clientId, channels, times, begun }, definition.incident)
  return { conversations: talks.length, messages: added, people, folder }
}
