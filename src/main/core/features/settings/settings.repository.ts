import type { Reader, Tx } from '../../context'

interface SettingRow {
  key: string
  value_json: string
}

export async function listSettings(db: Reader): Promise<Record<string, unknown>> {
  const rows = (await db('setting').select('key', 'value_json')) as SettingRow[]
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value_json) as unknown]))
}

/** Begins with a sign that no key from the page can: what is run on the machine is not the page's to say. */
const PROGRAM_FOLDER = '_video.programFolder'

/** Where a person said that ffprobe and ffmpeg are. */
export async function findProgramFolder(db: Reader): Promise<string | undefined> {
  const row = (await db('setting').where({ key: PROGRAM_FOLDER }).first('value_json')) as Pick<SettingRow, 'value_json'> | undefined
  return row && String(JSON.parse(row.value_json))
}

export const putProgramFolder = (tx: Tx, folder: string | null): Promise<void> => putSetting(tx, PROGRAM_FOLDER, folder)

export async function putSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  if (value === null || value === undefined) await tx('setting').where({ key }).delete()
  else await tx('setting').insert({ key, value_json: JSON.stringify(value) }).onConflict('key').merge()
}
