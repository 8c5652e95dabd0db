import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { AppError } from '../../../../shared/errors/app-error'
import type { HandlePerson } from '../../../../shared/features/texts/texts.contract'
import type { Reader, Tx } from '../../context'

type Handle = HandlePerson['handles'][number]
interface EntryRow {
  id: string
  person_id: string
  network: NetworkId
  handle: string
}

/** The handle book, by name. */
export async function listPeople(db: Reader | Tx): Promise<HandlePerson[]> {
  const people = (await db('handle_person').orderByRaw('name COLLATE NOCASE, id')) as Pick<HandlePerson, 'id' | 'name' | 'note'>[]
  const handles = new Map<string, Handle[]>()
  for (const { person_id, network, handle } of (await db('handle_entry').orderBy('network')) as EntryRow[]) {
    handles.set(person_id, [...(handles.get(person_id) ?? []), { network, handle }])
  }
  return people.map(({ id, name, note }) => ({ id, name, note, handles: handles.get(id) ?? [] }))
}

/**
 * Adds a person, or changes the one of that id; the handles become these and no others.
 * @throws AppError `not-found.entry`
 */
export async function savePerson(tx: Tx, person: HandlePerson, exists: boolean, newId: () => string): Promise<void> {
  const { id, name, note } = person
  if (!exists) await tx('handle_person').insert({ id, name, note })
  else if ((await tx('handle_person').where({ id }).update({ name, note })) === 0) throw new AppError('not-found.entry', { entry: id })
  const wanted = new Map(person.handles.map(({ network, handle }) => [network, handle]))
  for (const old of (await tx('handle_entry').where({ person_id: id })) as EntryRow[]) {
    const handle = wanted.get(old.network)
    if (handle === undefined) await tx('handle_entry').where({ id: old.id }).delete()
    else if (handle !== old.handle) await tx('handle_entry').where({ id: old.id }).update({ handle })
    wanted.delete(old.network)
  }
  for (const [network, handle] of wanted) await tx('handle_entry').insert({ id: newId(), person_id: id, network, handle })
}
