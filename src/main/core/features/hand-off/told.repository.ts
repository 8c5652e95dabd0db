import type { Telling, WatchMemory } from '../../../../shared/features/hand-off/due-rules'
import type { Reader, Tx } from '../../context'

/** What a person was told of already, so that a restart tells nothing twice. Ids and times alone. */
const KEY = 'reminders.told'
/** The newest are kept; older ones were settled or are overdue for long. */
const MOST = 2000

type Told = WatchMemory['told']

export async function readTold(db: Reader): Promise<Told> {
  const row = (await db('setting').where({ key: KEY }).first('value_json')) as { value_json: string } | undefined
  if (!row) return new Map()
  return new Map(JSON.parse(row.value_json) as [string, { at: number; how: Telling }][])
}

export async function writeTold(tx: Tx, told: Told): Promise<void> {
  const value_json = JSON.stringify([...told].slice(-MOST))
  await tx('setting').insert({ key: KEY, value_json }).onConflict('key').merge()
}
