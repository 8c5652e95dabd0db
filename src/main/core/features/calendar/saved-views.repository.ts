import { savedView, type SavedView } from '../../../../shared/features/calendar/calendar.contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'

interface SavedViewRow {
  id: string
  name: string
  query_json: string
  position: number
}

/** One that cannot be read, as of a newer version, is left out and stays. */
function toSavedView({ id, name, query_json }: SavedViewRow): SavedView[] {
  const found = savedView.safeParse({ ...(JSON.parse(query_json) as object), id, name })
  return found.success ? [found.data] : []
}

export async function listSavedViews(db: Reader): Promise<SavedView[]> {
  return ((await db('saved_view').orderBy(['position', 'id'])) as SavedViewRow[]).flatMap(toSavedView)
}

/** @throws AppError `validation.name-taken` */
export async function insertSavedView(tx: Tx, { id, name, view, filter }: SavedView): Promise<void> {
  if (await tx('saved_view').whereRaw('name = ? COLLATE NOCASE', [name]).first('id')) throw new AppError('validation.name-taken', { name })
  const { last } = (await tx('saved_view').max({ last: 'position' }).first()) as { last: number | null }
  await tx('saved_view').insert({ id, name, query_json: JSON.stringify({ view, filter }), position: (last ?? 0) + 1 })
}

/** @throws AppError `not-found.view` */
export async function removeSavedView(tx: Tx, id: string): Promise<void> {
  if ((await tx('saved_view').where({ id }).delete()) === 0) throw new AppError('not-found.view', { view: id })
}
