import type { ClientDate } from '../../../../shared/features/calendar/calendar.contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'

interface ClientDateRow {
  id: string
  name: string
  starts_on: string
  ends_on: string
  yearly: number
  color: string
  note: string
}

const toClientDate = (row: ClientDateRow): ClientDate => ({
  id: row.id, name: row.name, startsOn: row.starts_on, endsOn: row.ends_on, yearly: row.yearly === 1, color: row.color, note: row.note
})

const toRow = (date: ClientDate): ClientDateRow => ({
  id: date.id, name: date.name, starts_on: date.startsOn, ends_on: date.endsOn, yearly: date.yearly ? 1 : 0, color: date.color, note: date.note
})

/** Days of their own that touch the days given, and all that come back each year. */
export async function listClientDates(db: Reader, fromDay: string, toDay: string): Promise<ClientDate[]> {
  const rows = (await db('client_date')
    .where((either) => void either.where((days) => void days.where('starts_on', '<=', toDay).where('ends_on', '>=', fromDay)).orWhere('yearly', 1))
    .orderBy(['starts_on', 'name', 'id'])) as ClientDateRow[]
  return rows.map(toClientDate)
}

export async function insertClientDate(tx: Tx, date: ClientDate): Promise<void> {
  await tx('client_date').insert(toRow(date))
}

/** @throws AppError `not-found.date` */
export async function updateClientDate(tx: Tx, date: ClientDate): Promise<void> {
  const { id, ...columns } = toRow(date)
  const known = (await tx('client_date').where({ id }).first()) as ClientDateRow | undefined
  if (!known) throw new AppError('not-found.date', { date: id })
  const changed = (Object.keys(columns) as (keyof typeof columns)[]).some((column) => known[column] !== columns[column])
  if (changed) await tx('client_date').where({ id }).update(columns)
}

/** @throws AppError `not-found.date` */
export async function removeClientDate(tx: Tx, id: string): Promise<void> {
  if ((await tx('client_date').where({ id }).delete()) === 0) throw new AppError('not-found.date', { date: id })
}
