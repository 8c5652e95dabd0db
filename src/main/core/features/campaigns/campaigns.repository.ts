import { AppError } from '../../../../shared/errors/app-error'
import type { Campaign, CampaignSummary, Kpi } from '../../../../shared/features/campaigns/campaigns.contract'
import { utmRule } from '../../../../shared/features/campaigns/utm.schema'
import type { Reader, Tx } from '../../context'
import { listAds } from './ads.repository'

type Db = Reader | Tx

interface CampaignRow {
  id: string
  name: string
  goal: string
  starts_on: string | null
  ends_on: string | null
  budget_minor: number | null
  currency: string
  audiences_json: string
  kpis_json: string
  utm_json: string
  color: string
  notes: string
  archived_at: string | null
  created_at: string
}

/** A campaign without what is counted or hangs on it. */
export type CampaignRecord = Omit<Campaign, 'ads' | 'posts'>

const toRecord = (row: CampaignRow): CampaignRecord => ({
  id: row.id,
  name: row.name,
  goal: row.goal,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  budgetMinor: row.budget_minor,
  currency: row.currency,
  color: row.color,
  archivedAt: row.archived_at,
  createdAt: row.created_at,
  audiences: JSON.parse(row.audiences_json) as string[],
  kpis: JSON.parse(row.kpis_json) as Kpi[],
  utm: utmRule.parse(JSON.parse(row.utm_json)),
  notes: row.notes
})

const toRow = (campaign: CampaignRecord): CampaignRow => ({
  id: campaign.id,
  name: campaign.name,
  goal: campaign.goal,
  starts_on: campaign.startsOn,
  ends_on: campaign.endsOn,
  budget_minor: campaign.budgetMinor,
  currency: campaign.currency,
  audiences_json: JSON.stringify(campaign.audiences),
  kpis_json: JSON.stringify(campaign.kpis),
  utm_json: JSON.stringify(campaign.utm),
  color: campaign.color,
  notes: campaign.notes,
  archived_at: campaign.archivedAt,
  created_at: campaign.createdAt
})

async function countBy(db: Db, table: 'post' | 'campaign_ad', campaignId?: string): Promise<Map<string, number>> {
  const rows = (await db(table)
    .whereNotNull('campaign_id')
    .modify((query) => {
      if (table === 'post') void query.whereNull('trashed_at')
      if (campaignId) void query.where({ campaign_id: campaignId })
    })
    .groupBy('campaign_id')
    .select('campaign_id')
    .count({ count: '*' })) as { campaign_id: string; count: number }[]
  return new Map(rows.map((row) => [row.campaign_id, row.count]))
}

/** The words as the index is asked for them: each a word or the beginning of one, never its syntax. */
const asMatch = (search: string): string =>
  (search.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"*`).join(' ')

/** Every campaign with its details, by first day. */
export async function listCampaignRecords(db: Db, filter: { search?: string; includeArchived: boolean }): Promise<CampaignRecord[]> {
  const match = asMatch(filter.search ?? '')
  const rows = (await db('campaign')
    .modify((query) => {
      if (!filter.includeArchived) void query.whereNull('archived_at')
      if (match) void query.whereRaw('search_id IN (SELECT rowid FROM campaign_search WHERE campaign_search MATCH ?)', [match])
    })
    .orderByRaw('starts_on IS NULL, starts_on, ends_on, name COLLATE NOCASE')) as CampaignRow[]
  return rows.map(toRecord)
}

export async function listCampaigns(db: Db, filter: { search?: string; includeArchived: boolean }): Promise<CampaignSummary[]> {
  const [posts, ads] = [await countBy(db, 'post'), await countBy(db, 'campaign_ad')]
  const records = await listCampaignRecords(db, filter)
  return records.map(({ audiences: _a, kpis: _k, utm: _u, notes: _n, ...summary }) => ({
    ...summary,
    posts: posts.get(summary.id) ?? 0,
    ads: ads.get(summary.id) ?? 0
  }))
}

/** @throws AppError `not-found.campaign` */
export async function getRecord(db: Db, id: string): Promise<CampaignRecord> {
  const row = (await db('campaign').where({ id }).first()) as CampaignRow | undefined
  if (!row) throw new AppError('not-found.campaign', { campaign: id })
  return toRecord(row)
}

/** @throws AppError `not-found.campaign` */
export async function getCampaign(db: Db, id: string): Promise<Campaign> {
  const record = await getRecord(db, id)
  return { ...record, posts: (await countBy(db, 'post', id)).get(id) ?? 0, ads: await listAds(db, id) }
}

async function assertNameFree(tx: Tx, { id, name }: CampaignRecord): Promise<void> {
  if (await tx('campaign').where({ name }).whereNot({ id }).first('id')) throw new AppError('conflict.name-in-use', { name })
}

/** @throws AppError `conflict.name-in-use` */
export async function insertCampaign(tx: Tx, campaign: CampaignRecord): Promise<void> {
  await assertNameFree(tx, campaign)
  await tx('campaign').insert(toRow(campaign))
}

/** @throws AppError `conflict.name-in-use` */
export async function updateCampaign(tx: Tx, campaign: CampaignRecord): Promise<void> {
  await assertNameFree(tx, campaign)
  await tx('campaign').where({ id: campaign.id }).update(toRow(campaign))
}

/** @throws AppError `not-found.campaign` */
export async function removeCampaign(tx: Tx, id: string): Promise<void> {
  if ((await tx('campaign').where({ id }).delete()) === 0) throw new AppError('not-found.campaign', { campaign: id })
}
