import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { factsBetween, type CareFact } from '../../../../shared/features/care/care-facts'
import { bucketsOfFacts, countSpam, figuresOf, groupsOf, rowsOf, type Steps } from '../../../../shared/features/care/care-figures'
import { careGroupings, type CareReport } from '../../../../shared/features/care/care-report.schema'
import type { CompareTo } from '../../../../shared/features/analytics/analytics-scope'
import { bucketsOf, comparedPeriod, grainOf, type Period } from '../../../../shared/features/analytics/periods'
import { checkDays } from '../../../../shared/features/reports/report-days'
import { rangeOfDays } from '../../../../shared/time'
import type { CoreServices, Reader } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { listTargets, targetsOf } from './care-settings.repository'
import { findWords, hasConversations, listCareConversations } from './care-report.queries'
import { openCareClock, readHours } from './open-care-clock'

export interface CareAsk extends Period {
  compare: CompareTo
  channelIds: readonly string[]
}

interface Place {
  core: CoreServices
  workspace: Workspace
}

/** Facts of some days; conversations that reach into them are read whole. */
async function factsOf({ core, workspace }: Place, period: Period, channelIds: readonly string[]): Promise<CareFact[]> {
  const { zone } = await workspace.profile()
  const db = workspace.reader
  const { from: first, to: end } = rangeOfDays(period.from, period.to, zone)
  const [clock, targets] = [await openCareClock(db, zone), await listTargets(db)]
  const conversations = await listCareConversations(db, { first, end, channelIds })
  return factsBetween(conversations, { ...period, zone, first, end }, { clock, now: core.now(), targetsOf: (channelId) => targetsOf(targets, channelId) })
}

async function stepsOf({ workspace }: Place, period: Period): Promise<Steps> {
  const { weekStart } = await workspace.profile()
  const grain = grainOf(period)
  return { grain, weekStart, buckets: bucketsOf(period, grain, weekStart) }
}

const channelNames = async (db: Reader): Promise<Map<string, string>> => new Map(((await db('channel').select('id', 'name')) as { id: string; name: string }[]).map(({ id, name }) => [id, name]))

/** @throws AppError `validation.days` */
export async function readCareReport(place: Place, { from, to, compare, channelIds }: CareAsk): Promise<CareReport> {
  const db = place.workspace.reader
  const period = checkDays({ from, to })
  const asked = comparedPeriod(period, compare)
  const compared = asked && checkDays(asked)
  const [steps, names, hours, targets] = [await stepsOf(place, period), await channelNames(db), await readHours(db), await listTargets(db)]
  const facts = await factsOf(place, period, channelIds)
  const nameOf = { channel: ({ conversation: { channelId } }: CareFact) => names.get(channelId) ?? '', type: () => '', person: ({ by }: CareFact) => by }
  return {
    period, compared: compared ?? null, grain: steps.grain, zone: (await place.workspace.profile()).zone, hasHours: hours.week !== null, targets: targetsOf(targets, ''), ownTargets: targets.own.size,
    now: figuresOf(facts),
    before: compared ? figuresOf(await factsOf(place, compared, channelIds)) : null,
    spam: countSpam(facts),
    groups: Object.fromEntries(careGroupings.map((grouping) => [grouping, groupsOf(facts, grouping, nameOf[grouping])])) as CareReport['groups'],
    buckets: bucketsOfFacts(facts, steps),
    any: await hasConversations(db)
  }
}

/** @throws AppError `validation.days` */
export async function listCareRows(place: Place, { from, to, compare = { kind: 'previous' }, channelIds = [], offset = 0, limit = 200, ...asked }: AppInputs['care']['rows']): Promise<AppOutputs['care']['rows']> {
  const db = place.workspace.reader
  const now = checkDays({ from, to })
  const period = asked.before ? comparedPeriod(now, compare) : now
  if (!period) return { total: 0, rows: [] }
  const query = { outcomes: [], key: '', before: false, ...asked }
  const rows = rowsOf(await factsOf(place, checkDays(period), channelIds), query, await stepsOf(place, now))
  const [names, page] = [await channelNames(db), rows.slice(offset, offset + limit)]
  const words = await findWords(db, page.map(({ conversation, from: at }) => ({ conversationId: conversation.id, at })))
  const moment = Date.parse(place.core.now())
  return {
    total: rows.length,
    rows: page.map(({ conversation: { id, network, channelId, type, sentiment }, figure, from: at, to: end, by, dueAt, openTime, targetMinutes, outcome }, index) => ({
      conversationId: id, figure, network, channelId: channelId || null, channelName: names.get(channelId) ?? '', author: words[index]?.author ?? '', excerpt: words[index]?.excerpt ?? '', type, sentiment, by,
      from: at, to: end, dueAt, openTime, elapsed: Math.max(0, (end === null ? moment : Date.parse(end)) - Date.parse(at)), targetMinutes, outcome
    }))
  }
}
