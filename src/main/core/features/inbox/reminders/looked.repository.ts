import type { Reader, Tx } from '../../../context'

/** Up to when answers that came due were told, so that a restart tells nothing twice. */
const KEY = 'reminders.answers'

export async function readLooked(db: Reader): Promise<string | undefined> {
  const row = (await db('setting').where({ key: KEY }).first('value_json')) as { value_json: string } | undefined
  const value = row && (JSON.parse(row.value_json) as unknown)
  return typeof value === 'string' ? value : undefined
}

export async function writeLooked(tx: Tx, at: string): Promise<void> {
  await tx('setting').insert({ key: KEY, value_json: JSON.stringify(at) }).onConflict('key').merge()
}
