import { resolvePlanned } from '../../../../shared/features/posts/planned-time'
import type { PlannedInput, PlannedTime, Post, PostFormat, VariantState } from '../../../../shared/features/posts/posts.schema'
import type { Tx } from '../../context'
import { requireAssets } from '../assets'
import { type NewPostRow, type PlannedColumns, toPlannedColumns, unplanned, type VariantRow } from './post-rows'
import { insertLabels, insertMedia, insertSteps, knownSpellings, type MediaRow, type StepRow } from './post-parts.repository'
import { findLastPosition, insertPostRows, requireRows } from './posts.repository'
import { insertVariants } from './variants.repository'

/** What writing posts needs to know from outside. */
export interface PostContext {
  now(): string
  newId(): string
  /** Of the client: where the clock hangs when a time names no zone. */
  zone: string
  /** For those who cannot ask which of two instants is meant: imports, series, the demo. */
  pick?: PlannedTime['pick']
}

export interface MediaDraft {
  assetId: string
  altText?: string | null
}

/** A channel that a post goes out on. What is left out is as the post has it. */
export interface VariantDraft {
  channelId: string
  format?: PostFormat
  voiceId?: string | null
  text?: string | null
  link?: string | null
  firstComment?: string | null
  parts?: string[] | null
  fields?: Record<string, string>
  media?: MediaDraft[] | null
  state?: VariantState
  stateNote?: string
  /** A time of its own; left out: that of the post. */
  planned?: PlannedInput | null
  handedOverAt?: string | null
  publishedAt?: string | null
  publishedBy?: string
  permalink?: string
}

type Words = Partial<
  Pick<
    Post,
    | 'stage' | 'ideaColumn' | 'title' | 'text' | 'link' | 'firstComment' | 'language' | 'campaignId' | 'pillarId' | 'owner' | 'labels'
    | 'notes' | 'sources' | 'seriesId' | 'seriesOn' | 'recycleOf' | 'templateId'
  >
>

export interface PostDraft extends Words {
  planned?: PlannedInput | null
  variants?: VariantDraft[]
  media?: MediaDraft[]
  checklist?: { text: string; owner?: string; dueOn?: string | null; done?: boolean }[]
  /** The import that brings it, and its key in there: a second post with the same key is refused by the database. */
  importId?: string | null
  importKey?: string | null
}

const planOf = (ctx: PostContext, planned: PlannedInput | null | undefined): PlannedColumns =>
  planned ? toPlannedColumns(resolvePlanned(planned, ctx.zone, ctx.pick)) : unplanned

/** What has a time is no idea any more. */
export const stageFor = (stage: Post['stage'], plan: PlannedColumns): Post['stage'] => (plan.planned_on === null ? stage : 'post')

function toPostRow(ctx: PostContext, draft: PostDraft, place: (row: { stage: Post['stage']; column: Post['ideaColumn'] }) => number): NewPostRow {
  const plan = planOf(ctx, draft.planned)
  const stage = stageFor(draft.stage ?? 'post', plan)
  const column = draft.ideaColumn ?? 'inbox'
  const at = ctx.now()
  return {
    id: ctx.newId(),
    stage,
    idea_column: column,
    title: draft.title ?? '',
    text: draft.text ?? '',
    link: draft.link ?? '',
    first_comment: draft.firstComment ?? '',
    language: draft.language ?? '',
    campaign_id: draft.campaignId ?? null,
    pillar_id: draft.pillarId ?? null,
    owner: draft.owner ?? '',
    notes: draft.notes ?? '',
    sources: draft.sources ?? '',
    ...plan,
    series_id: draft.seriesId ?? null,
    series_on: draft.seriesOn ?? null,
    recycle_of: draft.recycleOf ?? null,
    template_id: draft.templateId ?? null,
    import_id: draft.importId ?? null,
    import_key: draft.importKey ?? null,
    position: place({ stage, column }),
    created_at: at,
    updated_at: at,
    trashed_at: null
  }
}

/** A variant's row; its time is its own, or that of its post. */
export function toVariantRow(ctx: PostContext, post: { id: string } & PlannedColumns, draft: VariantDraft, position: number): VariantRow {
  const { planned_on, planned_time, zone, planned_pick, planned_instant } = draft.planned ? planOf(ctx, draft.planned) : post
  return {
    id: ctx.newId(),
    post_id: post.id,
    channel_id: draft.channelId,
    voice_id: draft.voiceId ?? null,
    format: draft.format ?? 'feed',
    text: draft.text ?? null,
    link: draft.link ?? null,
    first_comment: draft.firstComment ?? null,
    parts_json: draft.parts ? JSON.stringify(draft.parts) : null,
    fields_json: JSON.stringify(draft.fields ?? {}),
    own_media: draft.media ? 1 : 0,
    state: draft.state ?? 'draft',
    state_note: draft.stateNote ?? '',
    own_time: draft.planned ? 1 : 0,
    planned_on, planned_time, zone, planned_pick, planned_instant,
    snoozed_until: null,
    handed_over_at: draft.handedOverAt ?? null,
    published_at: draft.publishedAt ?? null,
    published_by: draft.publishedBy ?? '',
    permalink: draft.permalink ?? '',
    position
  }
}

export function toMediaRows(ctx: PostContext, postId: string, variantId: string | null, media: readonly MediaDraft[]): MediaRow[] {
  return media.map(({ assetId, altText }, position) => ({
    id: ctx.newId(), post_id: postId, variant_id: variantId, asset_id: assetId, alt_text: altText ?? null, position
  }))
}

/** @throws AppError `not-found.channel`, `not-found.entry` (a voice, a template), `not-found.asset`, `not-found.campaign`, `not-found.pillar` */
async function requireWhatTheyName(tx: Tx, drafts: readonly PostDraft[]): Promise<void> {
  const variants = drafts.flatMap((draft) => draft.variants ?? [])
  await requireRows(tx, 'campaign', drafts.map((draft) => draft.campaignId))
  await requireRows(tx, 'pillar', drafts.map((draft) => draft.pillarId))
  await requireRows(tx, 'post_template', drafts.map((draft) => draft.templateId))
  await requireRows(tx, 'channel', variants.map((variant) => variant.channelId))
  await requireRows(tx, 'channel_voice', variants.map((variant) => variant.voiceId))
  const media = [...drafts, ...variants].flatMap((one) => one.media ?? [])
  await requireAssets(tx, [...new Set(media.map((one) => one.assetId))])
}

/** Hands out places after the last, one after another. */
async function placesAfterTheLast(tx: Tx, drafts: readonly PostDraft[]) {
  const next = new Map<string, number>()
  for (const column of new Set(drafts.map((draft) => draft.ideaColumn ?? 'inbox'))) {
    for (const stage of ['idea', 'post'] as const) next.set(`${stage} ${column}`, (await findLastPosition(tx, stage, column)) + 1)
  }
  return ({ stage, column }: { stage: Post['stage']; column: Post['ideaColumn'] }): number => {
    const key = `${stage} ${column}`
    const place = next.get(key) ?? 1
    next.set(key, place + 1)
    return place
  }
}

async function labelRows(tx: Tx, ctx: PostContext, posts: readonly { id: string; labels: readonly string[] }[]) {
  const names = await knownSpellings(tx, posts.flatMap((post) => post.labels))
  const spelled = new Map(names.map((name) => [name.toLowerCase(), name]))
  return posts.flatMap(({ id: post_id, labels }) =>
    [...new Set(labels.map((name) => spelled.get(name.toLowerCase()) ?? name))].map((name) => ({ id: ctx.newId(), post_id, name }))
  )
}

/**
 * Makes posts with all that belongs to them, many at once and within the transaction of the caller.
 * @returns their ids, in the order of the drafts
 * @throws AppError `validation.zone`, `validation.wall-time` (not with `ctx.pick`), and `not-found.…` for what they name
 */
export async function insertPosts(tx: Tx, ctx: PostContext, drafts: readonly PostDraft[]): Promise<string[]> {
  if (drafts.length === 0) return []
  await requireWhatTheyName(tx, drafts)
  const place = await placesAfterTheLast(tx, drafts)
  const made = drafts.map((draft) => {
    const post = toPostRow(ctx, draft, place)
    const variants = (draft.variants ?? []).map((variant, position) => ({ draft: variant, row: toVariantRow(ctx, post, variant, position) }))
    const media = [
      ...toMediaRows(ctx, post.id, null, draft.media ?? []),
      ...variants.flatMap(({ draft: { media: own }, row }) => toMediaRows(ctx, post.id, row.id, own ?? []))
    ]
    const steps: StepRow[] = (draft.checklist ?? []).map(({ text, owner, dueOn, done }, position) => ({
      id: ctx.newId(), post_id: post.id, text, owner: owner ?? '', due_on: dueOn ?? null, done: done ? 1 : 0, position
    }))
    return { post, labels: draft.labels ?? [], variants: variants.map(({ row }) => row), media, steps }
  })
  await insertPostRows(tx, made.map(({ post }) => post))
  await insertVariants(tx, made.flatMap(({ variants }) => variants))
  await insertMedia(tx, made.flatMap(({ media }) => media))
  await insertLabels(tx, await labelRows(tx, ctx, made.map(({ post, labels }) => ({ id: post.id, labels }))))
  await insertSteps(tx, made.flatMap(({ steps }) => steps))
  return made.map(({ post }) => post.id)
}

/** One post. @throws AppError as `insertPosts` */
export async function insertPost(tx: Tx, ctx: PostContext, draft: PostDraft): Promise<string> {
  const [id] = await insertPosts(tx, ctx, [draft])
  if (id === undefined) throw new Error('a post was not made')
  return id
}
