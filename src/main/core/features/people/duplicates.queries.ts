import type { DuplicatePair } from '../../../../shared/features/people/people.schema'
import type { Reader } from '../../context'
import { authorKey } from '../inbox'
import { listPeople as listHandleBook } from '../texts'
import { findPeople, type Somebody } from './people.queries'
import { folded } from './search-people'

const MOST = 200
/** Names shorter than this are shared by too many. */
const SHORTEST = 4

interface Known extends Somebody {
  name: string
}

const keyOf = ({ personId, network, key }: Somebody): string => personId || `${network} ${key}`
const bare = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Everybody by each name and each handle: cards as often as they have handles. */
async function listKnown(db: Reader): Promise<Known[]> {
  const rows = (await db.raw(
    `SELECT coalesce(h.person_id, '') AS person_id, a.network, a.author_key AS key, max(a.author) AS name FROM conversation_author a LEFT JOIN person_handle h ON h.network = a.network AND h.person_key = a.author_key GROUP BY a.network, a.author_key
     UNION ALL SELECT h.person_id, h.network, h.person_key, p.name FROM person_handle h JOIN person p ON p.id = h.person_id
     UNION ALL SELECT p.id, '', '', p.name FROM person p WHERE NOT EXISTS (SELECT 1 FROM person_handle h WHERE h.person_id = p.id)`
  )) as { person_id: string; network: string; key: string; name: string }[]
  return rows.map(({ person_id, ...row }) => ({ personId: person_id, ...row }))
}

interface Pair {
  reason: DuplicatePair['reason']
  one: Known
  other: Known
}

/** The first of a group with each of the others; who is known by the same card is one. */
function pairsIn(group: readonly Known[], reason: Pair['reason'], acrossOnly: boolean): Pair[] {
  const different = [...new Map(group.map((one) => [keyOf(one), one])).values()]
  // Cards first: into them the others go.
  const [first, ...others] = different.sort((a, b) => Number(b.personId !== '') - Number(a.personId !== ''))
  if (!first || different.length > 8) return []
  return others.filter((other) => !acrossOnly || other.network !== first.network || other.personId !== '' || first.personId !== '').map((other) => ({ reason, one: first, other }))
}

function grouped(known: readonly Known[], by: (one: Known) => string): Known[][] {
  const groups = new Map<string, Known[]>()
  for (const one of known) {
    const key = by(one)
    if (key.length >= SHORTEST) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

async function fromHandleBook(db: Reader, known: readonly Known[]): Promise<Pair[]> {
  const places = new Map(known.filter(({ key }) => key !== '').map((one) => [`${one.network} ${one.key}`, one]))
  return (await listHandleBook(db)).flatMap(({ handles }) => {
    const together = handles.flatMap(({ network, handle }) => {
      const one = places.get(`${network} ${authorKey(handle)}`)
      return one ? [one] : []
    })
    return pairsIn(together, 'handle-book', false)
  })
}

const pairKey = (one: Somebody, other: Somebody): string => [keyOf(one), keyOf(other)].sort().join('\n')

/** Who may be the same: together in the handle book, or of one name or handle on several networks. Said to be different: left out. */
export async function listDuplicates(db: Reader): Promise<DuplicatePair[]> {
  const known = await listKnown(db)
  const apart = new Set(((await db('person_apart').select('one', 'other')) as { one: string; other: string }[]).map(({ one, other }) => [one, other].sort().join('\n')))
  const pairs = [
    ...(await fromHandleBook(db, known)),
    ...grouped(known, ({ name }) => bare(name)).flatMap((group) => pairsIn(group, 'name', true)),
    ...grouped(known, ({ key }) => (/\s/.test(key) || /^\d+$/.test(key) ? '' : key)).flatMap((group) => pairsIn(group, 'handle', true))
  ]
  const unique = new Map(pairs.reverse().map((pair) => [pairKey(pair.one, pair.other), pair]))
  const shown = [...unique.entries()].reverse().filter(([key]) => !apart.has(key)).slice(0, MOST).map(([, pair]) => pair)
  const people = await findPeople(db, shown.flatMap(({ one, other }) => [one, other]))
  return shown.flatMap(({ reason, one, other }) => {
    const [first, second] = [people.get(keyOf(one)), people.get(keyOf(other))]
    return first && second ? [{ reason, people: [first, second] }] : []
  })
}
