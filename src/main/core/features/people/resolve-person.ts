import { AppError } from '../../../../shared/errors/app-error'
import type { PersonRef } from '../../../../shared/features/people/people.schema'
import type { Reader, Tx } from '../../context'
import { findAuthorName, findOwner, getCard, listHandles, type CardRow, type HandleRow } from './people.repository'

/** Somebody with all handles; `card` is undefined for who wrote and has none. */
export interface Person {
  card: CardRow | undefined
  name: string
  handles: readonly (Pick<HandleRow, 'network' | 'person_key' | 'shown'> & { id: string | null })[]
}

/** @throws AppError `not-found.person` */
export async function resolvePerson(db: Reader | Tx, ref: PersonRef): Promise<Person> {
  const personId = 'personId' in ref ? ref.personId : await findOwner(db, ref.network, ref.key)
  if (personId !== undefined) {
    const card = await getCard(db, personId)
    return { card, name: card.name, handles: await listHandles(db, personId) }
  }
  const { network, key } = ref as Extract<PersonRef, { network: string }>
  const shown = await findAuthorName(db, network, key)
  if (shown === undefined) throw new AppError('not-found.person', { person: key })
  return { card: undefined, name: shown || key, handles: [{ id: null, network, person_key: key, shown: shown || key }] }
}

/** Handles as JSON pairs of network and key, for `json_each`. */
export const handlesJson = ({ handles }: Person): string => JSON.stringify(handles.map(({ network, person_key }) => [network, person_key]))
/** What `handlesJson` is asked with: an author of the alias `a` that is one of these. */
export const isOneOf = (network: string, key: string): string => `EXISTS (SELECT 1 FROM json_each(?) given WHERE given.value ->> 0 = ${network} AND given.value ->> 1 = ${key})`
