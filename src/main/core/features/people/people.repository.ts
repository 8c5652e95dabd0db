import { AppError } from '../../../../shared/errors/app-error'
import type { PersonRef } from '../../../../shared/features/people/people.schema'
import type { Reader, Tx } from '../../context'
import { authorKey } from '../inbox'

type Db = Reader | Tx

export interface CardRow {
  id: string
  name: string
  notes: string
  consent: string
  consent_on: string | null
  next_step: string
  next_on: string | null
  created_at: string
}
export interface HandleRow {
  id: string
  person_id: string
  network: string
  person_key: string
  shown: string
}

export interface Making {
  newId: () => string
  now: string
}

export async function findCard(db: Db, id: string): Promise<CardRow | undefined> {
  return (await db('person').where({ id }).first()) as CardRow | undefined
}

/** @throws AppError `not-found.person` */
export async function getCard(db: Db, id: string): Promise<CardRow> {
  const card = await findCard(db, id)
  if (!card) throw new AppError('not-found.person', { person: id })
  return card
}

export async function findOwner(db: Db, network: string, key: string): Promise<string | undefined> {
  return ((await db('person_handle').where({ network, person_key: key }).first('person_id')) as { person_id: string } | undefined)?.person_id
}

/** How the messages of a network write this author; undefined where nobody of that key wrote. */
export async function findAuthorName(db: Db, network: string, key: string): Promise<string | undefined> {
  const row = (await db('conversation_author').where({ network, author_key: key }).max({ name: 'author' }).first()) as { name: string | null } | undefined
  return row?.name ?? undefined
}

export async function listHandles(db: Db, personId: string): Promise<HandleRow[]> {
  return (await db('person_handle').where({ person_id: personId }).orderBy(['network', 'person_key'])) as HandleRow[]
}

export async function insertCard(tx: Tx, { newId, now }: Making, name: string, rest: Partial<CardRow> = {}): Promise<string> {
  const id = newId()
  await tx('person').insert({ id, name, notes: '', consent: '', consent_on: null, next_step: '', next_on: null, created_at: now, ...rest })
  return id
}

/** The card of somebody who wrote, made where there is none. */
export async function ensureCard(tx: Tx, making: Making, { network, key }: { network: string; key: string }, name = ''): Promise<string> {
  const known = await findOwner(tx, network, key)
  if (known !== undefined) return known
  const shown = (await findAuthorName(tx, network, key)) || key
  const id = await insertCard(tx, making, name || shown)
  await tx('person_handle').insert({ id: making.newId(), person_id: id, network, person_key: key, shown })
  return id
}

/** Makes a card where somebody has none. @throws AppError `not-found.person` */
export async function cardOf(tx: Tx, making: Making, ref: PersonRef): Promise<string> {
  return 'personId' in ref ? (await getCard(tx, ref.personId)).id : ensureCard(tx, making, ref)
}

export async function updateCard(tx: Tx, id: string, change: Partial<Omit<CardRow, 'id' | 'created_at'>>): Promise<void> {
  const card = await getCard(tx, id)
  const different = Object.fromEntries(Object.entries(change).filter(([column, value]) => value !== undefined && card[column as keyof CardRow] !== value))
  if (Object.keys(different).length > 0) await tx('person').where({ id }).update(different)
}

/** Takes a card away with its handles and labels. Rows go one table after another, so that undo brings them back in their order. */
export async function removeCard(tx: Tx, id: string): Promise<void> {
  await getCard(tx, id)
  await tx('outreach').where({ person_id: id }).update({ person_id: null })
  for (const table of ['person_merge', 'person_label', 'person_handle']) await tx(table).where({ person_id: id }).delete()
  await tx('person').where({ id }).delete()
}

/** Of two spellings the one that is there stays. @returns true where something changed */
export async function setPersonLabels(tx: Tx, newId: () => string, personId: string, add: readonly string[], remove: readonly string[]): Promise<boolean> {
  const known = new Map(((await tx('person_label').where({ person_id: personId })) as { id: string; name: string }[]).map(({ id, name }) => [name.toLowerCase(), id]))
  let changed = false
  for (const name of add) {
    if (known.has(name.toLowerCase())) continue
    const id = newId()
    known.set(name.toLowerCase(), id)
    await tx('person_label').insert({ id, person_id: personId, name })
    changed = true
  }
  for (const name of remove) {
    const id = known.get(name.toLowerCase())
    if (id === undefined || add.some((one) => one.toLowerCase() === name.toLowerCase())) continue
    await tx('person_label').where({ id }).delete()
    changed = true
  }
  return changed
}

/** @throws AppError `validation.handle`, `conflict.handle-taken` */
export async function addHandle(tx: Tx, newId: () => string, personId: string, network: string, handle: string): Promise<string> {
  await getCard(tx, personId)
  const key = authorKey(handle)
  if (key === '') throw new AppError('validation.handle', { handle, network })
  const taken = (await tx('person_handle').where({ network, person_key: key }).first()) as HandleRow | undefined
  if (taken?.person_id === personId) return taken.id
  if (taken) throw new AppError('conflict.handle-taken', { network, handle, person: (await getCard(tx, taken.person_id)).name })
  const id = newId()
  await tx('person_handle').insert({ id, person_id: personId, network, person_key: key, shown: (await findAuthorName(tx, network, key)) || handle.trim() })
  return id
}

/** @throws AppError `not-found.person-item` */
export async function removeHandle(tx: Tx, id: string): Promise<void> {
  if ((await tx('person_handle').where({ id }).delete()) === 0) throw new AppError('not-found.person-item', { item: id })
}
