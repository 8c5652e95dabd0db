import { addDays } from '../../../../../shared/time'
import type { PostFormat } from '../../../../../shared/features/posts/posts.schema'
import { instantOf } from '../../../../../shared/time'
import { insertPosts, type PostDraft, type VariantDraft } from '../../posts'
import { type DemoPlan, type DemoPost, found } from './plan-definition'
import type { PlanContext, PlanIds } from './plan-records'

const formats: Readonly<Record<string, PostFormat>> = { pinterest: 'pin' }

interface Facts extends PlanContext {
  zone: string
  ids: PlanIds
  /** Asset ids by the slug of the photograph. */
  assets: ReadonlyMap<string, string>
}

/** Photographs that are no longer in the library are left out. */
const mediaOf = (slugs: readonly string[], assets: ReadonlyMap<string, string>) =>
  slugs.flatMap((slug) => {
    const assetId = assets.get(slug)
    return assetId ? [{ assetId }] : []
  })

/** State and traces of a variant as the plan wants it: what is past went out at its time, unless the plan says otherwise. */
function progress({ state, notes, owner, title }: DemoPost, instant: string, channel: string): Partial<VariantDraft> {
  if (state === 'overdue') return { state: 'scheduled' }
  if (state === 'missed') return { state: 'missed', stateNote: notes }
  if (state === 'changes-requested') return { state, stateNote: notes }
  if (state !== null) return { state }
  const page = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return { state: 'published', handedOverAt: instant, publishedAt: instant, publishedBy: owner, permalink: `https://museum.example/${channel}/${page}` }
}

function toDraft(post: DemoPost, { today, zone, ids, assets }: Facts): PostDraft {
  const planned = { date: addDays(today, post.day), time: post.time, zone }
  const instant = instantOf(planned, zone, 'earlier')
  return {
    title: post.title,
    text: post.text,
    link: post.link,
    firstComment: post.firstComment,
    pillarId: found(ids.pillars, post.pillar),
    campaignId: post.campaign === null ? null : found(ids.campaigns, post.campaign),
    owner: post.owner,
    labels: post.labels,
    notes: post.notes,
    sources: post.sources,
    planned,
    media: mediaOf(post.photographs, assets),
    checklist: post.checklist.map((text) => ({ text, owner: post.owner })),
    variants: post.channels.map((channel) => ({
      channelId: found(ids.channels, channel),
      format: formats[channel] ?? 'feed',
      ...post.variants[channel],
      ...progress(post, instant, channel)
    }))
  }
}

/** Makes the posts and the ideas of the plan; answers with how many posts there are. */
export async function insertPlannedPosts(plan: DemoPlan, facts: Facts): Promise<number> {
  const drafts = plan.posts.map((post) => toDraft(post, facts))
  const ideas: PostDraft[] = plan.ideas.map(({ title, text, pillar, column, photographs }) => ({
    stage: 'idea', title, text, pillarId: found(facts.ids.pillars, pillar), ideaColumn: column, media: mediaOf(photographs, facts.assets)
  }))
  const { core, zone } = facts
  await insertPosts(facts.tx, { now: () => core.now(), newId: () => core.newId(), zone, pick: 'earlier' }, [...drafts, ...ideas])
  return drafts.length
}
