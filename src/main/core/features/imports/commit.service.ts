import { AppError, isAppError } from '../../../../shared/errors/app-error'
import type { ScheduleOptions } from '../../../../shared/features/imports/imports.contract'
import type { ScheduleDraft } from '../../../../shared/features/imports/schedule-draft'
import { instantOf } from '../../../../shared/time'
import type { CallContext, Tx } from '../../context'
import { addVariants, insertPosts, schedulePosts, setMedia, updatePost, type PostContext, type PostDraft, type VariantDraft } from '../posts'
import { valuesOf, type RowValues } from './compare-rows'
import { listLabelsOf } from './import-names.queries'
import { insertBatch, insertImportRows, putMappings, updateImportRow } from './imports.repository'
import type { PlacedDraft } from './place-drafts'
import { readPlans, type PlannedRow } from './preview.service'

export interface CommitResult {
  importId: string
  added: number
  changed: number
  postIds: string[]
}

/** What the file names and the client does not have, kept with the post. */
function sourcesOf({ draft, media, channelIds }: PlacedDraft): string {
  const missing = media.filter(({ assetId }) => assetId === null).map(({ name }) => name)
  const unplaced = channelIds.length === 0 ? [...draft.networks, ...draft.channelNames] : []
  return [...missing, ...unplaced].join('\n').slice(0, 100_000)
}

const mediaOf = ({ draft, media }: PlacedDraft) =>
  media.flatMap(({ assetId }, index) => (assetId === null ? [] : [{ assetId, altText: draft.media[index]?.altText || null }]))

/** A state needs what it is about: nothing is scheduled without a time, nothing is published in the future. */
function stateOf({ status, planned }: ScheduleDraft, now: string): Pick<VariantDraft, 'state' | 'publishedAt'> {
  if (status === 'idea' || status === 'draft') return { state: 'draft' }
  if (status === 'in-review' || status === 'approved' || status === 'archived') return { state: status }
  if (!planned) return { state: 'draft' }
  const instant = instantOf(planned, planned.zone, planned.pick)
  return status === 'published' && instant <= now ? { state: 'published', publishedAt: instant } : { state: 'scheduled' }
}

function toPostDraft(row: PlannedRow, importId: string, now: string): PostDraft {
  const { draft, channelIds, pillarId, campaignId } = row.placed
  const variants = channelIds.map((channelId): VariantDraft => ({ channelId, ...(draft.postType && { format: draft.postType }), ...stateOf(draft, now) }))
  return {
    stage: draft.status === 'idea' ? 'idea' : 'post',
    title: draft.title,
    text: draft.text,
    link: draft.link,
    firstComment: draft.firstComment,
    notes: draft.notes.slice(0, 100_000),
    sources: sourcesOf(row.placed),
    owner: draft.owner,
    labels: draft.labels,
    pillarId,
    campaignId,
    planned: draft.planned,
    media: mediaOf(row.placed),
    variants,
    importId,
    importKey: row.compared.key
  }
}

const WORDS = ['title', 'text', 'link', 'firstComment', 'notes', 'owner'] as const

async function changeWords(tx: Tx, ctx: PostContext, postId: string, { placed, compared }: PlannedRow): Promise<void> {
  const { draft, pillarId, campaignId } = placed
  const says = (field: keyof RowValues): boolean => compared.changes.includes(field)
  const words = Object.fromEntries(WORDS.filter(says).map((field) => [field, draft[field]]))
  const before = JSON.parse(compared.before?.values_json ?? '{}') as Partial<RowValues>
  const own = says('labels') && compared.before ? (await listLabelsOf(tx, postId)).filter((label) => !before.labels?.includes(label)) : []
  await updatePost(tx, ctx, postId, {
    ...words,
    ...(says('labels') && { labels: [...own, ...draft.labels] }),
    ...(says('pillar') && { pillarId }),
    ...(says('campaign') && { campaignId })
  })
}

/** Brings a post to what its row says now, and leaves alone what the row does not say otherwise than before. */
async function changePost(tx: Tx, ctx: PostContext, postId: string, row: PlannedRow): Promise<void> {
  const { placed, compared } = row
  await changeWords(tx, ctx, postId, row)
  try {
    if (compared.changes.includes('media')) await setMedia(tx, ctx, { postId, variantId: null, media: mediaOf(placed).map((one) => ({ ...one })) })
    if (compared.changes.includes('planned')) await schedulePosts(tx, ctx, [{ postId, planned: placed.draft.planned }])
  } catch (error) {
    // What went out stays as it went out, whatever a file says of it later.
    if (!isAppError(error) || error.code !== 'conflict.post-published') throw error
  }
  if (compared.changes.includes('networks') || compared.changes.includes('channelNames')) {
    await addVariants(tx, ctx, postId, placed.channelIds.map((channelId) => ({ channelId, ...stateOf(placed.draft, ctx.now()) })))
  }
}

async function addPosts(tx: Tx, ctx: PostContext, importId: string, rows: readonly PlannedRow[], formatOf: (row: PlannedRow) => string): Promise<string[]> {
  const postIds = await insertPosts(tx, ctx, rows.map((row) => toPostDraft(row, importId, ctx.now())))
  await insertImportRows(
    tx,
    rows.map((row, index) => ({
      id: ctx.newId(),
      import_id: importId,
      post_id: postIds[index] ?? '',
      row_key: row.compared.key,
      format: formatOf(row),
      values_json: JSON.stringify(valuesOf(row.placed.draft))
    }))
  )
  return postIds
}

async function changePosts(tx: Tx, ctx: PostContext, importId: string, rows: readonly PlannedRow[]): Promise<void> {
  for (const row of rows) {
    const { before, key, postId } = row.compared
    if (postId === null) continue
    await changePost(tx, ctx, postId, row)
    // A post of our own layout is held against itself the next time, not against what a file once said.
    if (before) await updateImportRow(tx, before.id, { import_id: importId, row_key: key, values_json: JSON.stringify(valuesOf(row.placed.draft)) })
  }
}

interface CommitInput {
  clientId: string
  files: string[]
  options: ScheduleOptions
  expect: { new: number; changed: number }
}

/**
 * Writes what the preview showed, in one transaction and one step of the change log.
 * @throws AppError `not-found.file-token`, `validation.zone`, `conflict.import-changed`, `validation.nothing-selected`
 */
export async function commitSchedule(context: CallContext, { clientId, files, options, expect }: CommitInput): Promise<CommitResult> {
  const { preview, rows } = await readPlans(context, clientId, files, options)
  const { totals, tables } = preview
  if (totals.new + totals.changed === 0) throw new AppError('validation.nothing-selected')
  if (totals.new !== expect.new || totals.changed !== expect.changed) throw new AppError('conflict.import-changed')
  const profile = await (await context.workspace(clientId)).profile()
  const { core } = context
  const ctx: PostContext = { now: () => core.now(), newId: () => core.newId(), zone: profile.zone, pick: options.pick ?? 'earlier' }
  const importId = core.newId()
  const formatOf = (row: PlannedRow): string => tables[row.table]?.format.id ?? ''
  const result = await context.command(
    clientId,
    async (tx) => {
      await insertBatch(tx, {
        id: importId, kind: 'schedule', files_json: JSON.stringify(tables.map(({ name, format, rows: count }) => ({ name, format: format.id, rows: count }))),
        added: totals.new, changed: totals.changed, created_at: core.now()
      })
      const postIds = await addPosts(tx, ctx, importId, rows.filter(({ compared }) => compared.status === 'new'), formatOf)
      await changePosts(tx, ctx, importId, rows.filter(({ compared }) => compared.status === 'changed'))
      await putMappings(tx, options.mapping, core.newId)
      return { importId, added: totals.new, changed: totals.changed, postIds }
    },
    { data: { count: totals.new + totals.changed } }
  )
  return result
}
