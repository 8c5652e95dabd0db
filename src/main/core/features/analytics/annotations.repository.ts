import { AppError } from '../../../../shared/errors/app-error'
import type { Annotation } from '../../../../shared/features/analytics/annotations.contract'
import type { Reader, Tx } from '../../context'

interface AnnotationRow {
  id: string
  starts_on: string
  ends_on: string
  text: string
  channel_id: string | null
  created_at: string
}

const toAnnotation = (row: AnnotationRow): Annotation => ({
  id: row.id, startsOn: row.starts_on, endsOn: row.ends_on, text: row.text, channelId: row.channel_id, createdAt: row.created_at
})

/** Those that meet the days, by their first day. */
export async function listAnnotations(db: Reader | Tx, from: string, to: string): Promise<Annotation[]> {
  const rows = (await db('annotation').where('starts_on', '<=', to).where('ends_on', '>=', from).orderBy(['starts_on', 'id'])) as AnnotationRow[]
  return rows.map(toAnnotation)
}

export async function insertAnnotation(tx: Tx, { id, startsOn, endsOn, text, channelId, createdAt }: Annotation): Promise<void> {
  await tx('annotation').insert({ id, starts_on: startsOn, ends_on: endsOn, text, channel_id: channelId, created_at: createdAt })
}

/** @throws AppError `not-found.entry` */
export async function updateAnnotation(tx: Tx, { id, startsOn, endsOn, text, channelId }: Omit<Annotation, 'createdAt'>): Promise<Annotation> {
  const changed = await tx('annotation').where({ id }).update({ starts_on: startsOn, ends_on: endsOn, text, channel_id: channelId })
  const row = changed === 0 ? undefined : ((await tx('annotation').where({ id }).first()) as AnnotationRow | undefined)
  if (!row) throw new AppError('not-found.entry', { entry: id })
  return toAnnotation(row)
}

/** @throws AppError `not-found.entry` */
export async function removeAnnotation(tx: Tx, id: string): Promise<void> {
  if ((await tx('annotation').where({ id }).delete()) === 0) throw new AppError('not-found.entry', { entry: id })
}
