import { AppError } from '../../../../shared/errors/app-error'
import type { CrisisContact, HoldingLine } from '../../../../shared/features/incidents/incidents.schema'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

interface ContactRow {
  id: string
  name: string
  role: string
  phone: string
  email: string
  may_speak: number
  reachable: string
  position: number
}
const gone = (item: string): AppError => new AppError('not-found.incident-item', { item })

/** In the order in which they are called. */
export async function listContacts(db: Db): Promise<CrisisContact[]> {
  const rows = (await db('crisis_contact').orderBy(['position', 'id'])) as ContactRow[]
  return rows.map(({ id, name, role, phone, email, may_speak, reachable }) => ({ id, name, role, phone, email, maySpeak: may_speak === 1, reachable }))
}

const nextPosition = async (tx: Tx, table: 'crisis_contact' | 'holding_line'): Promise<number> =>
  Number(((await tx(table).max('position as last').first()) as { last: number | null } | undefined)?.last ?? 0) + 1

export async function insertContact(tx: Tx, { maySpeak, ...contact }: CrisisContact): Promise<void> {
  await tx('crisis_contact').insert({ ...contact, may_speak: maySpeak ? 1 : 0, position: await nextPosition(tx, 'crisis_contact') })
}

/** @throws AppError `not-found.incident-item` */
export async function updateContact(tx: Tx, id: string, { maySpeak, ...change }: Partial<Omit<CrisisContact, 'id'>>): Promise<void> {
  const row = (await tx('crisis_contact').where({ id }).first('id')) as { id: string } | undefined
  if (!row) throw gone(id)
  const next = { ...change, ...(maySpeak !== undefined && { may_speak: maySpeak ? 1 : 0 }) }
  if (Object.keys(next).length > 0) await tx('crisis_contact').where({ id }).update(next)
}

/** Places it before another, or last; only those that move are written. @throws AppError `not-found.incident-item` */
export async function moveContact(tx: Tx, id: string, beforeId: string | null): Promise<void> {
  const rows = (await tx('crisis_contact').orderBy(['position', 'id']).select('id', 'position')) as { id: string; position: number }[]
  if (!rows.some((row) => row.id === id)) throw gone(id)
  const others = rows.filter((row) => row.id !== id)
  const at = others.findIndex((row) => row.id === beforeId)
  const order = others.map((row) => row.id)
  order.splice(at < 0 ? order.length : at, 0, id)
  for (const [index, one] of order.entries()) if (rows.find((row) => row.id === one)?.position !== index + 1) await tx('crisis_contact').where({ id: one }).update({ position: index + 1 })
}

/** @throws AppError `not-found.incident-item` */
export async function removeContact(tx: Tx, id: string): Promise<void> {
  if ((await tx('crisis_contact').where({ id }).delete()) === 0) throw gone(id)
}

/** By level, then in the order in which they were written. */
export async function listLines(db: Db): Promise<HoldingLine[]> {
  return (await db('holding_line').orderBy(['level', 'position', 'id']).select('id', 'network', 'language', 'level', 'text')) as HoldingLine[]
}

export async function insertLines(tx: Tx, lines: readonly HoldingLine[]): Promise<void> {
  const first = await nextPosition(tx, 'holding_line')
  await tx('holding_line').insert(lines.map((line, index) => ({ ...line, position: first + index })))
}

/** @throws AppError `not-found.incident-item` */
export async function updateLine(tx: Tx, id: string, change: Partial<Omit<HoldingLine, 'id'>>): Promise<void> {
  const row = (await tx('holding_line').where({ id }).first('id')) as { id: string } | undefined
  if (!row) throw gone(id)
  if (Object.keys(change).length > 0) await tx('holding_line').where({ id }).update(change)
}

/** @throws AppError `not-found.incident-item` */
export async function removeLine(tx: Tx, id: string): Promise<void> {
  if ((await tx('holding_line').where({ id }).delete()) === 0) throw gone(id)
}
