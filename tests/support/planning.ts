import type { NetworkId } from '../../src/shared/channels/catalog.schema'
import type { AppInputs } from '../../src/shared/contract'
import { entriesOf } from '../../src/shared/features/calendar/calendar-entries'
import type { CalendarEntry } from '../../src/shared/features/calendar/calendar.contract'
import { startTestCore, type TestCore } from './test-core'
import { assetRow } from './workspace-database'

/** A client in Oslo with a channel on some networks and three pictures without files. */
export interface PlanningPlace {
  core: TestCore
  client: TestCore['client']
  clientId: string
  /** Ids of the channels by network. */
  channels: Record<string, string>
  assetIds: string[]
  /** Moves the clock of the core on. */
  wait(ms: number): void
}

export const startOfTime = '2026-10-01T08:00:00.000Z'
const placeNetworks: readonly NetworkId[] = ['instagram', 'x', 'linkedin']

export async function startPlanning(options: { home?: string; zone?: string } = {}): Promise<PlanningPlace> {
  let time = Date.parse(startOfTime)
  const core = await startTestCore({ ...(options.home && { home: options.home }), now: () => new Date(time) })
  const { client } = core
  const { id: clientId } = await client.clients.create({ name: 'Fjord Museum', zone: options.zone ?? 'Europe/Oslo' })
  const channels: Record<string, string> = {}
  for (const network of placeNetworks) channels[network] = (await client.channels.create({ clientId, network, name: `Museum on ${network}` })).id
  const assets = ['harbor', 'boats', 'gulls'].map(assetRow)
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('assets.add', (tx) => tx('asset').insert(assets))
  return { core, client, clientId, channels, assetIds: assets.map(({ id }) => id), wait: (ms) => (time += ms) }
}

/** What the calendar of a client holds, in the order of time. */
export const entriesIn = async (client: Pick<TestCore['client'], 'calendar'>, input: AppInputs['calendar']['entries']): Promise<CalendarEntry[]> =>
  entriesOf((await client.calendar.entries(input)).posts)

export const on = (date: string, time = '09:00') => ({ date, time })

type Draft = Partial<Omit<AppInputs['posts']['create'], 'clientId'>>

/** A post on Instagram and X, planned for the Friday before the clocks go back. */
export async function makePost({ client, clientId, channels }: PlanningPlace, draft: Draft = {}) {
  const variants = [{ channelId: channels.instagram ?? '' }, { channelId: channels.x ?? '' }]
  return client.posts.create({ clientId, title: 'Harbor', text: 'Boats at dawn', planned: on('2026-10-23'), variants, ...draft })
}

/** Takes variants through states one after another. */
export async function walk({ client, clientId }: PlanningPlace, variantIds: string[], ...states: AppInputs['posts']['setState']['state'][]): Promise<void> {
  for (const state of states) await client.posts.setState({ clientId, variantIds, state, note: 'because' })
}

/** Every row of planning, to compare states by. */
export async function planningRows({ core, clientId }: PlanningPlace): Promise<unknown> {
  const { reader } = await core.services.workspaces.open(clientId)
  const tables = ['post', 'variant', 'post_media', 'post_label', 'post_step']
  const rows = await Promise.all(tables.map((table) => reader(table).orderBy('id')))
  return Object.fromEntries(tables.map((table, index) => [table, rows[index]]))
}

/** The words that are searched, by post: follows the rows by triggers. */
export async function searchRows({ core, clientId }: PlanningPlace): Promise<unknown> {
  const { reader } = await core.services.workspaces.open(clientId)
  return reader('post_search').select('rowid', '*').orderBy('rowid')
}
