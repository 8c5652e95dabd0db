import type { Reader, Tx } from '../../context'

interface SettingRow {
  key: string
  value_json: string
}

export async function listSettings(db: Reader): Promise<Record<string, unknown>> {
  const rows = (await db('setting').select('key', 'value_json')) as SettingRow[]
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value_json) as unknown]))
}

export async function putSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  if (value === null || value === undefined) await tx('setting').where({ key }).delete()
  else await tx('setting').insert({ key, value_json: JSON.stringify(value) }).onConflict('key').merge()
}
