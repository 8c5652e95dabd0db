import type { AppInputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { Tx } from '../../context'
import { requireAssets } from '../assets'
import { beforeWordsChange, type Inherited, setPostMedia, setVariantMedia, voidApproval } from './content.service'
import { type PostContext, toVariantRow, type VariantDraft } from './insert-posts.service'
import { nameOf, type NewPostRow, type PostRow, type VariantRow } from './post-rows'
import { addLabels, insertSteps, listLabels, listSteps, removeLabels, removeSteps, updateStep } from './post-parts.repository'
import { getPostRow, requireRows, touchPosts, updatePostRow } from './posts.repository'
import { getVariant, insertVariants, listVariants, removeVariants, updateVariantRow } from './variants.repository'

type PostChange = Omit<AppInputs['posts']['update'], 'clientId' | 'postId'>
type VariantChange = Omit<AppInputs['posts']['updateVariant'], 'clientId' | 'variantId'>

const columns = {
  title: 'title', text: 'text', link: 'link', firstComment: 'first_comment', language: 'language', campaignId: 'campaign_id',
  pillarId: 'pillar_id', owner: 'owner', notes: 'notes', sources: 'sources', ideaColumn: 'idea_column',
  templateId: 'template_id'
} as const satisfies Partial<Record<keyof PostChange, keyof NewPostRow>>

const inherited: readonly Inherited[] = ['text', 'link', 'first_comment']

/** Columns of a post that a change gives another value. */
function changedColumns(row: PostRow, change: PostChange): Partial<NewPostRow> {
  const entries = (Object.keys(columns) as (keyof typeof columns)[]).flatMap((key) => {
    const value = change[key]
    return value === undefined || value === row[columns[key]] ? [] : [[columns[key], value] as const]
  })
  return Object.fromEntries(entries)
}

/** @returns true when a label came or went */
async function setLabels(tx: Tx, ctx: PostContext, postId: string, wanted: readonly string[]): Promise<boolean> {
  const had = (await listLabels(tx, [postId])).get(postId) ?? []
  const folded = new Set(wanted.map((name) => name.toLowerCase()))
  const gone = had.filter((name) => !folded.has(name.toLowerCase()))
  if (gone.length > 0) await removeLabels(tx, [postId], gone)
  const added = await addLabels(tx, [postId], wanted, ctx.newId)
  return gone.length > 0 || added.length > 0
}

export async function variantsOf(tx: Tx, postId: string): Promise<VariantRow[]> {
  return ((await listVariants(tx, [postId])).get(postId) ?? []).map(({ network: _, ...row }) => row)
}

/**
 * Changes what is named and leaves the rest. What went out keeps its words; approvals of changed words end.
 * @throws AppError `not-found.post`, `not-found.campaign`, `not-found.pillar`, `not-found.entry` (the template)
 */
export async function updatePost(tx: Tx, ctx: PostContext, postId: string, change: PostChange): Promise<void> {
  const row = await getPostRow(tx, postId)
  const changed = changedColumns(row, change)
  await requireRows(tx, 'campaign', [changed.campaign_id])
  await requireRows(tx, 'pillar', [changed.pillar_id])
  await requireRows(tx, 'post_template', [changed.template_id])
  const words = inherited.filter((column) => column in changed)
  if (words.length > 0) await beforeWordsChange(tx, await variantsOf(tx, postId), Object.fromEntries(words.map((column) => [column, row[column]])))
  const relabeled = change.labels ? await setLabels(tx, ctx, postId, change.labels) : false
  if (Object.keys(changed).length > 0 || relabeled) await updatePostRow(tx, postId, { ...changed, updated_at: ctx.now() })
}

const published = (row: PostRow): AppError => new AppError('conflict.post-published', { title: nameOf(row) })

function changedVariant(row: VariantRow, change: VariantChange): Partial<VariantRow> {
  const { text, link, firstComment, parts, fields, format, voiceId } = change
  const wanted: Partial<VariantRow> = {
    ...(text !== undefined && { text }),
    ...(link !== undefined && { link }),
    ...(firstComment !== undefined && { first_comment: firstComment }),
    ...(parts !== undefined && { parts_json: parts && JSON.stringify(parts) }),
    ...(fields && { fields_json: JSON.stringify(fields) }),
    ...(format && { format }),
    ...(voiceId !== undefined && { voice_id: voiceId })
  }
  return Object.fromEntries(Object.entries(wanted).filter(([column, value]) => row[column as keyof VariantRow] !== value))
}

/**
 * @returns the id of its post
 * @throws AppError `not-found.variant`, `not-found.entry` (the voice), `conflict.post-published`
 */
export async function updateVariant(tx: Tx, ctx: PostContext, variantId: string, change: VariantChange): Promise<string> {
  const row = await getVariant(tx, variantId)
  if (row.state === 'published') throw published(await getPostRow(tx, row.post_id))
  const changed = changedVariant(row, change)
  await requireRows(tx, 'channel_voice', [changed.voice_id])
  if (Object.keys(changed).length === 0) return row.post_id
  await updateVariantRow(tx, variantId, changed)
  await voidApproval(tx, row)
  await touchPosts(tx, [row.post_id], ctx.now())
  return row.post_id
}

type MediaChange = Pick<AppInputs['posts']['setMedia'], 'postId' | 'variantId' | 'media'>

/** @throws AppError `not-found.post`, `not-found.variant`, `not-found.asset`, `conflict.post-published` */
export async function setMedia(tx: Tx, ctx: PostContext, { postId, variantId, media }: MediaChange): Promise<void> {
  const post = await getPostRow(tx, postId)
  await requireAssets(tx, (media ?? []).map((one) => one.assetId))
  const variants = await variantsOf(tx, postId)
  const variant = variants.find(({ id }) => id === variantId)
  if (variantId && !variant) throw new AppError('not-found.variant', { variant: variantId })
  if (variant?.state === 'published') throw published(post)
  const changed = variant ? await setVariantMedia(tx, ctx, variant, media) : await setPostMedia(tx, ctx, postId, variants, media ?? [])
  if (changed) await touchPosts(tx, [postId], ctx.now())
}

/** Channels that the post goes out on already, in the same format and voice, are not added again. */
export async function addVariants(tx: Tx, ctx: PostContext, postId: string, targets: readonly VariantDraft[]): Promise<number> {
  const post = await getPostRow(tx, postId)
  await requireRows(tx, 'channel', targets.map((target) => target.channelId))
  await requireRows(tx, 'channel_voice', targets.map((target) => target.voiceId))
  const known = await variantsOf(tx, postId)
  const rows: VariantRow[] = []
  let position = Math.max(-1, ...known.map((row) => row.position)) + 1
  for (const target of targets) {
    const row = toVariantRow(ctx, post, target, position)
    const same = (other: VariantRow) => other.channel_id === row.channel_id && other.format === row.format && other.voice_id === row.voice_id
    if ([...known, ...rows].some(same)) continue
    rows.push(row)
    position += 1
  }
  await insertVariants(tx, rows)
  if (rows.length > 0) await touchPosts(tx, [postId], ctx.now())
  return rows.length
}

/** @returns the id of its post. @throws AppError `not-found.variant`, `conflict.post-published` */
export async function removeVariant(tx: Tx, ctx: PostContext, variantId: string): Promise<string> {
  const row = await getVariant(tx, variantId)
  if (row.state === 'published') throw published(await getPostRow(tx, row.post_id))
  await removeVariants(tx, [variantId])
  await touchPosts(tx, [row.post_id], ctx.now())
  return row.post_id
}

type Steps = AppInputs['posts']['setChecklist']['steps']

/** The whole list at once; steps that keep their id keep their row. @throws AppError `not-found.post` */
export async function setChecklist(tx: Tx, ctx: PostContext, postId: string, wanted: Steps): Promise<void> {
  await getPostRow(tx, postId)
  const left = new Map(((await listSteps(tx, [postId])).get(postId) ?? []).map((row) => [row.id, row]))
  let changed = 0
  for (const [position, { id, text, owner, dueOn, done }] of wanted.entries()) {
    const row = { text, owner, due_on: dueOn, done: done ? 1 : 0, position }
    const known = id === undefined ? undefined : left.get(id)
    if (known) left.delete(known.id)
    if (known && Object.entries(row).every(([column, value]) => known[column as keyof typeof row] === value)) continue
    changed += 1
    if (known) await updateStep(tx, known.id, row)
    else await insertSteps(tx, [{ id: ctx.newId(), post_id: postId, ...row }])
  }
  await removeSteps(tx, [...left.keys()])
  if (changed > 0 || left.size > 0) await touchPosts(tx, [postId], ctx.now())
}
