import type { PersonRef } from '../../../../shared/features/people/people.schema'
import type { Tx } from '../../context'

const keyOf = (ref: PersonRef): string => ('personId' in ref ? ref.personId : `${ref.network} ${ref.key}`)

/** These two are different people: once said, it stays said. */
export async function keepApart(tx: Tx, id: string, first: PersonRef, second: PersonRef): Promise<void> {
  const [one = '', other = ''] = [keyOf(first), keyOf(second)].sort()
  if (one === other || (await tx('person_apart').where({ one, other }).first('id'))) return
  await tx('person_apart').insert({ id, one, other })
}
