import { normalizeHandle, profileLink } from '../../../../../shared/features/channels/handles'
import type { NetworkId } from '../../../../../shared/channels/catalog.schema'
import { addDays, type PlainDate } from '../../../../../shared/time'
import type { CoreServices, Tx } from '../../../context'
import { insertClientDate } from '../../calendar'
import { insertCampaign, saveAd } from '../../campaigns'
import { insertAccount, replaceSlots } from '../../channels'
import { insertPillar } from '../../pillars'
import { saveNamedRow, savePerson } from '../../texts'
import { putWorkspaceSetting } from '../../workspace-settings'
import { type DemoPlan, found } from './plan-definition'

/** What the plan is written with. `today` is the day of the client on which it begins. */
export interface PlanContext {
  tx: Tx
  core: Pick<CoreServices, 'newId' | 'now'>
  today: PlainDate
}

/** Ids of what was made, by the slugs of the plan. */
export interface PlanIds {
  pillars: Map<string, string>
  channels: Map<string, string>
  campaigns: Map<string, string>
}

async function insertPillars({ tx, core }: PlanContext, plan: DemoPlan): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [position, { slug, ...pillar }] of plan.pillars.entries()) {
    const id = core.newId()
    ids.set(slug, id)
    await insertPillar(tx, { id, ...pillar, position })
  }
  return ids
}

async function insertChannels({ tx, core }: PlanContext, plan: DemoPlan, pillars: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [position, { slug, slots, handle: given, ...channel }] of plan.channels.entries()) {
    const id = core.newId()
    const handle = normalizeHandle(channel.network, given) ?? given
    ids.set(slug, id)
    await insertAccount(tx, {
      id, ...channel, handle, link: profileLink(channel.network, handle), zone: null, language: '', position, archivedAt: null, createdAt: core.now()
    })
    const rows = slots.map(([weekday, time, pillar]) => ({ weekday, time, pillarId: found(pillars, pillar) }))
    await replaceSlots(tx, id, rows, core.newId)
  }
  return ids
}

async function insertCampaigns({ tx, core, today }: PlanContext, plan: DemoPlan): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { slug, ads, startsOn, endsOn, ...campaign } of plan.campaigns) {
    const id = core.newId()
    ids.set(slug, id)
    await insertCampaign(tx, {
      id, ...campaign, startsOn: addDays(today, startsOn), endsOn: addDays(today, endsOn), archivedAt: null, createdAt: core.now()
    })
    for (const ad of ads) {
      const span = { startsOn: addDays(today, ad.startsOn), endsOn: addDays(today, ad.endsOn) }
      await saveAd(tx, { id: core.newId(), campaignId: id, ...ad, ...span, placementId: null, notes: '' }, false)
    }
  }
  return ids
}

async function insertTexts({ tx, core }: PlanContext, plan: DemoPlan): Promise<void> {
  const id = () => core.newId()
  for (const { name, network, tags } of plan.hashtagSets) {
    await saveNamedRow(tx, 'hashtag_set', { id: id(), name, network, tags_json: JSON.stringify(tags) }, false)
  }
  for (const snippet of plan.snippets) await saveNamedRow(tx, 'snippet', { id: id(), ...snippet }, false)
  for (const variable of plan.variables) await saveNamedRow(tx, 'client_variable', { id: id(), ...variable }, false)
  for (const { name, parts } of plan.templates) {
    await saveNamedRow(tx, 'post_template', { id: id(), name, body_json: JSON.stringify({ parts }) }, false)
  }
  for (const { name, note, handles } of plan.handles) {
    const entries = Object.entries(handles).map(([network, handle]) => ({ network: network as NetworkId, handle }))
    await savePerson(tx, { id: id(), name, note, handles: entries }, false, core.newId)
  }
}

async function insertDates({ tx, core, today }: PlanContext, plan: DemoPlan): Promise<void> {
  for (const { startsOn, endsOn, ...date } of plan.dates) {
    await insertClientDate(tx, {
      id: core.newId(), ...date, startsOn: addDays(today, startsOn), endsOn: addDays(today, endsOn), yearly: false, note: ''
    })
  }
  await putWorkspaceSetting(tx, 'calendar.countries', plan.countries)
}

/** Makes all that posts are planned with: pillars, channels, campaigns, words for use again, and days. */
export async function insertRecords(plan: DemoPlan, context: PlanContext): Promise<PlanIds> {
  const pillars = await insertPillars(context, plan)
  const channels = await insertChannels(context, plan, pillars)
  const campaigns = await insertCampaigns(context, plan)
  await insertTexts(context, plan)
  await insertDates(context, plan)
  return { pillars, channels, campaigns }
}
