import { AppError } from '../../../../shared/errors/app-error'
import type { PersonRef } from '../../../../shared/features/people/people.schema'
import type { Tx } from '../../context'
import { getMerge, insertMerge, type MergedCard } from './merge.repository'
import { cardOf, findCard, getCard, insertCard, listHandles, removeCard, updateCard, type CardRow, type HandleRow, type Making } from './people.repository'

export type FieldName = 'name' | 'notes' | 'consent' | 'nextStep'
/** Whose field stays: a place among the people, or both. */
export type Take = Partial<Record<FieldName, number | 'both'>>
type TakeIds = Partial<Record<FieldName, string>>

/** Columns that go together: a consent without its day says little. */
const columnsOf = {
  name: ['name'], notes: ['notes'], consent: ['consent', 'consent_on'], nextStep: ['next_step', 'next_on']
} as const satisfies Record<FieldName, readonly (keyof CardRow)[]>
const isEmpty = (card: CardRow, field: FieldName): boolean => columnsOf[field].every((column) => card[column] === '' || card[column] === null)

const joined = (texts: readonly string[]): string => [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].join('\n\n')

/** What the survivor's card becomes with another one in it: what was chosen, else its own, else what the other has. Notes are kept of both. */
export function mergedFields(survivor: CardRow, other: CardRow, take: TakeIds): Partial<CardRow> {
  const change: Partial<CardRow> = {}
  for (const field of Object.keys(columnsOf) as FieldName[]) {
    const chosen = take[field]
    const [text, day] = columnsOf[field] as [keyof CardRow, keyof CardRow | undefined]
    if (chosen === 'both' || (chosen === undefined && field === 'notes')) {
      Object.assign(change, { [text]: joined([survivor[text] ?? '', other[text] ?? '']) }, day && { [day]: survivor[day] ?? other[day] })
      continue
    }
    const source = chosen === other.id || (chosen === undefined && isEmpty(survivor, field)) ? other : survivor
    for (const column of columnsOf[field]) Object.assign(change, { [column]: source[column] })
  }
  return change
}

async function moveInto(tx: Tx, making: Making, survivorId: string, card: CardRow): Promise<Omit<MergedCard, 'before' | 'after'>> {
  const handles = await listHandles(tx, card.id)
  const own = new Set(((await tx('person_label').where({ person_id: survivorId }).pluck('name')) as string[]).map((name) => name.toLowerCase()))
  const labels = ((await tx('person_label').where({ person_id: card.id }).orderBy('name').pluck('name')) as string[]).map((name) => ({ name, added: !own.has(name.toLowerCase()) }))
  const outreachIds = (await tx('outreach').where({ person_id: card.id }).pluck('id')) as string[]
  const mergeIds = (await tx('person_merge').where({ person_id: card.id }).pluck('id')) as string[]
  await tx('person_handle').where({ person_id: card.id }).update({ person_id: survivorId })
  for (const { name, added } of labels) if (added) await tx('person_label').insert({ id: making.newId(), person_id: survivorId, name })
  await tx('outreach').whereIn('id', outreachIds).update({ person_id: survivorId })
  await tx('person_merge').whereIn('id', mergeIds).update({ person_id: survivorId })
  await removeCard(tx, card.id)
  return { card, handles, labels, outreachIds, mergeIds }
}

/**
 * Merges people into the first of them, one after another, so that each can be parted by itself.
 * @throws AppError `not-found.person`, `validation.nothing-selected`
 * @returns the card they are now
 */
export async function mergePeople(tx: Tx, making: Making, people: readonly PersonRef[], take: Take): Promise<string> {
  const ids: string[] = []
  for (const ref of people) ids.push(await cardOf(tx, making, ref))
  const [survivorId = '', ...others] = [...new Set(ids)]
  if (others.length === 0) throw new AppError('validation.nothing-selected')
  const taken: TakeIds = Object.fromEntries(Object.entries(take).map(([field, whose]) => [field, whose === 'both' ? 'both' : (ids[whose] ?? survivorId)]))
  for (const id of others) {
    const [before, other] = [await getCard(tx, survivorId), await getCard(tx, id)]
    await updateCard(tx, survivorId, mergedFields(before, other, taken))
    const moved = await moveInto(tx, making, survivorId, other)
    await insertMerge(tx, making.newId(), survivorId, { ...moved, before, after: await getCard(tx, survivorId) }, making.now)
  }
  return survivorId
}

/** The notes of a card without those that a merge brought; as they are where somebody wrote into them. */
function withoutNotes(notes: string, merged: MergedCard): string {
  const added = merged.card.notes.trim()
  if (added === '' || merged.before.notes.includes(added)) return notes
  return notes.split('\n\n').length > 1 ? notes.replace(`\n\n${added}`, '') : notes
}

async function giveBackFields(tx: Tx, personId: string, merged: MergedCard): Promise<void> {
  const { before, after } = merged
  const now = await findCard(tx, personId)
  if (!now) return
  const change: Partial<CardRow> = {}
  for (const column of ['name', 'notes', 'consent', 'consent_on', 'next_step', 'next_on'] as const) {
    if (now[column] === after[column] && before[column] !== after[column]) Object.assign(change, { [column]: before[column] })
  }
  if (change.notes === undefined && now.notes !== after.notes) change.notes = withoutNotes(now.notes, merged)
  await updateCard(tx, personId, change)
}

/** Parts a merge: the card is there again with its own id. @throws AppError `not-found.person-item` */
export async function unmergeCard(tx: Tx, making: Making, mergeId: string): Promise<string> {
  const { personId, merged } = await getMerge(tx, mergeId)
  const { card, handles, labels, outreachIds, mergeIds } = merged
  const id = (await findCard(tx, card.id)) ? making.newId() : card.id
  await tx('person').insert({ ...card, id })
  const keep = (rows: readonly Pick<HandleRow, 'id'>[]) => tx('person_handle').where({ person_id: personId }).whereIn('id', rows.map((row) => row.id)).update({ person_id: id })
  await keep(handles)
  await tx('outreach').where({ person_id: personId }).whereIn('id', outreachIds).update({ person_id: id })
  await tx('person_merge').where({ person_id: personId }).whereIn('id', mergeIds).update({ person_id: id })
  for (const { name, added } of labels) {
    if (added) await tx('person_label').where({ person_id: personId, name }).delete()
    await tx('person_label').insert({ id: making.newId(), person_id: id, name })
  }
  await giveBackFields(tx, personId, merged)
  await tx('person_merge').where({ id: mergeId }).delete()
  return id
}

/** Handles get a card of their own. @throws AppError `not-found.person`, `validation.nothing-selected` */
export async function splitHandles(tx: Tx, making: Making, personId: string, handleIds: readonly string[], name: string): Promise<string> {
  await getCard(tx, personId)
  const rows = (await listHandles(tx, personId)).filter(({ id }) => handleIds.includes(id))
  const [first] = rows
  if (!first) throw new AppError('validation.nothing-selected')
  const id = await insertCard(tx, making, name || first.shown)
  await tx('person_handle').whereIn('id', rows.map((row) => row.id)).update({ person_id: id })
  return id
}
