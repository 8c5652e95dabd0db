import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { VersionField } from '../../../../shared/features/posts/version-fields'
import type { Reader, Tx } from '../../context'
import { updatePost, updateVariant, variantsOf } from './edit-post.service'
import type { PostContext } from './insert-posts.service'
import { getPostRow } from './posts.repository'
import { findPostAtStep, type LoggedChange, listChangesOf, listVersionSteps, type PostAtStep } from './versions.repository'

type Values = Record<string, unknown>
type VersionList = AppOutputs['posts']['versions']
type Version = AppOutputs['posts']['getVersion']

const postFields: Partial<Record<string, VersionField>> = {
  title: 'title', text: 'text', link: 'link', first_comment: 'firstComment', notes: 'notes', sources: 'sources', language: 'language',
  campaign_id: 'campaign', pillar_id: 'pillar', template_id: 'text', owner: 'owner', planned_instant: 'time', stage: 'stage', idea_column: 'stage', trashed_at: 'trash'
}
const variantFields: Partial<Record<string, VersionField>> = {
  text: 'text', link: 'link', first_comment: 'firstComment', parts_json: 'text', fields_json: 'fields', own_media: 'media', state: 'state',
  planned_instant: 'time', own_time: 'time', permalink: 'permalink', format: 'channels', voice_id: 'channels'
}
const wholeTables: Partial<Record<string, VersionField>> = { post_media: 'media', post_label: 'labels', post_step: 'checklist' }

function fieldsOf({ table_name, before_json, after_json }: LoggedChange): VersionField[] {
  const whole = wholeTables[table_name]
  if (whole) return [whole]
  if (before_json === null || after_json === null) return [table_name === 'variant' ? 'channels' : 'all']
  const before = JSON.parse(before_json) as Values
  const after = JSON.parse(after_json) as Values
  const named = table_name === 'variant' ? variantFields : postFields
  return Object.entries(named).flatMap(([column, field]) => (field && before[column] !== after[column] ? [field] : []))
}

/** The steps that changed a post, newest first, and what each changed. @throws AppError `not-found.post` */
export async function listVersions(db: Reader, postId: string, page: { offset: number; limit: number }): Promise<VersionList> {
  await getPostRow(db, postId)
  const { total, steps } = await listVersionSteps(db, postId, page)
  const fields = new Map<number, Set<VersionField>>()
  for (const change of await listChangesOf(db, postId, steps.map(({ id }) => id))) {
    const known = fields.get(change.step_id) ?? new Set()
    for (const field of fieldsOf(change)) known.add(field)
    fields.set(change.step_id, known)
  }
  return {
    total,
    versions: steps.map(({ id, at, operation, actor, state }) => ({
      stepId: id, at, operation, actor, undone: state === 'undone', fields: [...(fields.get(id) ?? [])]
    }))
  }
}

async function getPostAtStep(db: Reader | Tx, postId: string, stepId: number): Promise<PostAtStep> {
  await getPostRow(db, postId)
  const found = await findPostAtStep(db, postId, stepId)
  if (!found) throw new AppError('not-found.version', { step: stepId })
  return found
}

/** The words of a post after a step. @throws AppError `not-found.post`, `not-found.version` */
export async function getVersion(db: Reader, postId: string, stepId: number): Promise<Version> {
  const { at, post, variants } = await getPostAtStep(db, postId, stepId)
  const { title, text, link, first_comment: firstComment, notes, sources } = post
  return {
    stepId, at, title, text, link, firstComment, notes, sources,
    variants: variants.map((row) => ({ variantId: row.id, channelId: row.channel_id, text: row.text, firstComment: row.first_comment }))
  }
}

/**
 * Gives a post the words it had after a step, on each channel that it still goes out on and was not published on.
 * @throws AppError `not-found.post`, `not-found.version`
 */
export async function restoreVersion(tx: Tx, ctx: PostContext, postId: string, stepId: number): Promise<void> {
  const { post, variants } = await getPostAtStep(tx, postId, stepId)
  const { title, text, link, first_comment: firstComment, notes, sources } = post
  await updatePost(tx, ctx, postId, { title, text, link, firstComment, notes, sources })
  const open = new Set((await variantsOf(tx, postId)).filter(({ state }) => state !== 'published').map(({ id }) => id))
  for (const row of variants.filter(({ id }) => open.has(id))) {
    const parts = row.parts_json === null ? null : (JSON.parse(row.parts_json) as string[])
    await updateVariant(tx, ctx, row.id, { text: row.text, link: row.link, firstComment: row.first_comment, parts })
  }
}
