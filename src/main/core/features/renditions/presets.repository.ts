import { AppError } from '../../../../shared/errors/app-error'
import { exportSettings, type ExportSettings } from '../../../../shared/features/renditions/renditions.contract'
import type { Reader, Tx } from '../../context'

export interface ExportPreset {
  id: string
  name: string
  placementIds: string[]
  settings: ExportSettings
}

interface PresetRow {
  id: string
  name: string
  placements_json: string
  settings_json: string
}

const toPreset = (row: PresetRow): ExportPreset => ({
  id: row.id,
  name: row.name,
  placementIds: JSON.parse(row.placements_json) as string[],
  // Settings that came later get their default.
  settings: exportSettings.parse(JSON.parse(row.settings_json))
})

export async function listPresets(db: Reader): Promise<ExportPreset[]> {
  return ((await db('export_preset').orderByRaw('name COLLATE NOCASE')) as PresetRow[]).map(toPreset)
}

/** Saves under the name; a preset of the same name, in any case of letters, is replaced and keeps its id. */
export async function savePreset(tx: Tx, preset: ExportPreset): Promise<ExportPreset> {
  const row = {
    name: preset.name,
    placements_json: JSON.stringify(preset.placementIds),
    settings_json: JSON.stringify(preset.settings)
  }
  const same = (await tx('export_preset').whereRaw('name = ? COLLATE NOCASE', [preset.name]).first('id')) as { id: string } | undefined
  if (!same) {
    await tx('export_preset').insert({ id: preset.id, ...row })
    return preset
  }
  await tx('export_preset').where({ id: same.id }).update(row)
  return { ...preset, id: same.id }
}

/** @throws AppError `not-found.preset` */
export async function removePreset(tx: Tx, id: string): Promise<void> {
  const removed = await tx('export_preset').where({ id }).delete()
  if (removed === 0) throw new AppError('not-found.preset', { preset: id })
}
