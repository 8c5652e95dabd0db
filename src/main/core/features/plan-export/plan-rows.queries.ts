import type { PlanRow } from '../../../../shared/features/plan-export/plan-row'
import type { PlannedTime } from '../../../../shared/features/posts/posts.schema'
import { addDays } from '../../../../shared/time'
import type { Reader } from '../../context'
import { chunks } from '../assets'
import { freezesOf } from '../freezes'
import { listOutgoingOfDays, type OutgoingMedia } from '../hand-off'

interface Days {
  fromDay: string
  toDay: string
}

/** What a post has that its variants share and cannot change. */
interface PostFacts {
  id: string
  owner: string
  notes: string
  pillar_name: string | null
  pillar_color: string | null
  campaign_name: string | null
}

async function postFacts(db: Reader, ids: readonly string[]): Promise<Map<string, PostFacts>> {
  const found: PostFacts[] = []
  for (const some of chunks([...new Set(ids)])) {
    found.push(
      ...((await db('post')
        .leftJoin('pillar', 'pillar.id', 'post.pillar_id')
        .leftJoin('campaign', 'campaign.id', 'post.campaign_id')
        .whereIn('post.id', some)
        .select('post.id', 'post.owner', 'post.notes', 'pillar.name as pillar_name', 'pillar.color as pillar_color', 'campaign.name as campaign_name')) as PostFacts[])
    )
  }
  return new Map(found.map((row) => [row.id, row]))
}

async function labelsOf(db: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  const labels = new Map<string, string[]>()
  for (const some of chunks([...new Set(ids)])) {
    const rows = (await db('post_label').whereIn('post_id', some).orderBy('name').select('post_id', 'name')) as { post_id: string; name: string }[]
    for (const { post_id, name } of rows) labels.set(post_id, [...(labels.get(post_id) ?? []), name])
  }
  return labels
}

interface AssetFacts {
  id: string
  sha256: string
  format: string
  file_name: string
}

async function assetFacts(db: Reader, ids: readonly string[]): Promise<Map<string, AssetFacts>> {
  const found: AssetFacts[] = []
  for (const some of chunks([...new Set(ids)])) {
    found.push(...((await db('asset').whereIn('id', some).select('id', 'sha256', 'format', 'file_name')) as AssetFacts[]))
  }
  return new Map(found.map((row) => [row.id, row]))
}

type Bare = Omit<PlanRow, 'frozen' | 'labels' | 'pillar' | 'campaign' | 'owner' | 'notes' | 'media'> & { media: readonly OutgoingMedia[] }

interface BareRow {
  id: string
  title: string
  text: string
  link: string
  first_comment: string
  planned_on: string
  planned_time: string
  zone: string
  planned_pick: PlannedTime['pick']
  planned_instant: string
}

/** Posts with a time that go out on no channel yet. Their pictures are those of the post. */
async function withoutChannel(db: Reader, { fromDay, toDay }: Days): Promise<Bare[]> {
  const rows = (await db('post')
    .whereBetween('planned_instant', [addDays(fromDay, -1), addDays(toDay, 2)])
    .whereBetween('planned_on', [fromDay, toDay])
    .whereNull('trashed_at')
    .whereNotExists(db('variant').whereRaw('variant.post_id = post.id'))
    .select('id', 'title', 'text', 'link', 'first_comment', 'planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant')) as BareRow[]
  return rows.map((row) => ({
    postId: row.id, variantId: null, channelId: null, channel: '', network: null, format: null, state: 'draft', title: row.title, text: row.text,
    link: row.link, firstComment: row.first_comment, permalink: '', media: [],
    planned: { date: row.planned_on, time: row.planned_time, zone: row.zone, pick: row.planned_pick, instant: row.planned_instant }
  }))
}

async function onChannels(db: Reader, { fromDay, toDay }: Days): Promise<Bare[]> {
  return (await listOutgoingOfDays(db, fromDay, toDay)).flatMap(({ id, planned, channelName, ...variant }): Bare[] => {
    if (!planned) return []
    const { postId, channelId, network, format, state, title, text, link, firstComment, permalink, media } = variant
    return [{ postId, variantId: id, channelId, channel: channelName, network, format, state, planned, title, text, link, firstComment, permalink, media }]
  })
}

/** Everything planned on these days, as the clock of each zone shows them, in the order of its time. */
export async function listPlanRows(db: Reader, days: Days, channelIds: readonly string[]): Promise<PlanRow[]> {
  const wanted = new Set(channelIds)
  const all = [...(await onChannels(db, days)), ...(wanted.size === 0 ? await withoutChannel(db, days) : [])]
  const bare = all.filter(({ channelId }) => wanted.size === 0 || (channelId !== null && wanted.has(channelId)))
  const ids = bare.map(({ postId }) => postId)
  const [facts, labels, assets] = [await postFacts(db, ids), await labelsOf(db, ids), await assetFacts(db, bare.flatMap(({ media }) => media.map(({ assetId }) => assetId)))]
  const isFrozen = await freezesOf(db)
  return bare
    .map((row): PlanRow => {
      const post = facts.get(row.postId)
      const media = row.media.flatMap(({ assetId, altText }) => {
        const asset = assets.get(assetId)
        return asset ? [{ assetId, altText, sha256: asset.sha256, imageFormat: asset.format, fileName: asset.file_name }] : []
      })
      return {
        ...row,
        frozen: isFrozen({ id: row.variantId, channelId: row.channelId, state: row.state }),
        labels: labels.get(row.postId) ?? [],
        pillar: post?.pillar_name && post.pillar_color ? { name: post.pillar_name, color: post.pillar_color } : null,
        campaign: post?.campaign_name ?? '',
        owner: post?.owner ?? '',
        notes: post?.notes ?? '',
        media
      }
    })
    .sort((a, b) => a.planned.instant.localeCompare(b.planned.instant, 'en') || a.postId.localeCompare(b.postId, 'en'))
}

/** @returns the first of the ids that is no channel, or undefined */
export async function findUnknownChannel(db: Reader, ids: readonly string[]): Promise<string | undefined> {
  const known = new Set((await db('channel').whereIn('id', ids).pluck('id')) as string[])
  return ids.find((id) => !known.has(id))
}
