import { addDays, addMonths, todayIn } from '../../../../../shared/time'
import type { CallContext } from '../../../context'
import { listChannels } from '../../channels'
import { listPillars } from '../../pillars'
import { getWorkspaceSetting, putWorkspaceSetting } from '../../workspace-settings'
import { type DemoPlan, readDemoPlan } from '../plan/plan-definition'
import { type ExportFile, type Quarter, quarterDays } from './export-file'
import { metaAds, metaContent, metaDaily } from './meta-files'
import { otherFiles } from './other-files'
import { piecesOf } from './piece'
import { type QuarterPost, readDemoQuarter } from './quarter-definition'
import { insertQuarterPosts, type QuarterPlace } from './quarter-posts'
import { insertQuarterRecords } from './quarter-records'

export type { ExportFile } from './export-file'

/** Whole months before this one that figures are told of. */
const MONTHS = 3

/** What the plan of the month had published by the day it was made on, in the shape of the quarter's posts. */
const publishedOf = ({ posts }: DemoPlan): QuarterPost[] =>
  posts
    .filter(({ state, day }) => state === null && day < 0)
    .map(({ day, time, title, text, pillar, channels, photographs }) => ({
      day, time, title, text, pillar, channels, photographs, format: photographs.length > 1 ? 'carousel' : photographs.length === 1 ? 'feed' : 'text'
    }))

/** The plan names each channel by its network. */
async function placesOf(context: CallContext, clientId: string, plan: DemoPlan) {
  const { reader } = await context.workspace(clientId)
  const names = new Map(plan.pillars.map(({ name, slug }) => [name, slug]))
  const pillars = await listPillars(reader)
  return {
    channels: new Map((await listChannels(reader)).map(({ id, network }) => [network as string, id])),
    pillars: new Map(pillars.flatMap(({ id, name }) => (names.has(name) ? [[names.get(name) ?? '', id] as const] : [])))
  }
}

/**
 * Adds the posts of the quarter before today to the plan of the demo client, once.
 * @returns the day that the quarter was told from, and how many posts were added
 */
export async function planDemoQuarter(context: CallContext, clientId: string, zone: string, assets: ReadonlyMap<string, string>): Promise<{ today: string; posts: number }> {
  const { core } = context
  const { reader } = await context.workspace(clientId)
  const known = await getWorkspaceSetting(reader, 'demo.quarter')
  if (known) return { today: known, posts: 0 }
  const today = todayIn(zone, core.now())
  const places = await placesOf(context, clientId, await readDemoPlan(core.options.resources))
  const quarter = await readDemoQuarter(core.options.resources)
  const place: QuarterPlace = { zone, today, assets, ...places }
  const added = await context.command(clientId, async (tx) => {
    await putWorkspaceSetting(tx, 'demo.quarter', today)
    const postContext = { now: () => core.now(), newId: () => core.newId(), zone, pick: 'earlier' as const }
    await insertQuarterRecords(tx, core, quarter, place)
    return insertQuarterPosts(tx, postContext, quarter.posts, place)
  })
  return { today, posts: added }
}

function adsOf({ campaigns }: DemoPlan, today: string): Quarter['campaigns'] {
  const meta = campaigns.flatMap(({ name, ads }) =>
    ads.filter(({ network }) => network === 'instagram').map((ad) => {
      const [from, to] = [addDays(today, ad.startsOn), addDays(today, ad.endsOn)]
      return { campaign: name, adSet: 'London and an hour around', ad: ad.name, from, to, daily: ad.budgetMinor / 100 / (ad.endsOn - ad.startsOn + 1) }
    })
  )
  // A campaign of the quarter that is over: what the plan of the month no longer shows.
  const autumn = { campaign: 'Half price on Tuesdays', adSet: 'London and an hour around', ad: 'Tuesday, quiet rooms', from: addDays(today, -40), to: addDays(today, -22), daily: 14 }
  return [...meta, autumn]
}

/** The exports of the networks for the quarter before `today`, as a person would have kept them: deterministic to the byte. */
export async function demoExports(resources: string, today: string, zone: string): Promise<ExportFile[]> {
  const plan = await readDemoPlan(resources)
  const { posts } = await readDemoQuarter(resources)
  const [from, to] = [addMonths(`${today.slice(0, 7)}-01`, -MONTHS), addDays(today, -1)]
  const pieces = [...posts, ...publishedOf(plan)].flatMap((post) => piecesOf(post, today, zone))
  const quarter: Quarter = { pieces, from, to, days: quarterDays(from, to), campaigns: adsOf(plan, today) }
  return [...metaContent(quarter), ...metaDaily(quarter), ...metaAds(quarter), ...(await otherFiles(quarter))]
}
