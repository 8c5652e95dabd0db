import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type LoggedDatabase, openLoggedDatabase } from '../../src/main/core/db/logged-database'
import { workspaceSchema } from '../../src/main/core/db/schemas'
import type { NewAsset } from '../../src/main/core/features/assets/assets.repository'

/** Opens (or makes) a workspace file with the real migrations; closed when the test ends. */
export async function openWorkspaceFile(folder: string, exists = false): Promise<LoggedDatabase> {
  let time = Date.UTC(2026, 10, 22)
  const database = await openLoggedDatabase({
    path: join(folder, 'workspace.sqlite'),
    schema: workspaceSchema,
    exists,
    backup: (from) => join(folder, 'backups', `before-${from + 1}.sqlite`),
    now: () => new Date((time += 1000)).toISOString(),
    actor: 'person'
  })
  onTestFinished(() => database.close().catch(() => undefined))
  return database
}

export function assetRow(name: string): NewAsset {
  return {
    id: `id-${name}`,
    sha256: `sha-${name}`,
    file_name: `${name}.jpg`,
    title: name,
    alt_text: '',
    format: 'jpg',
    width: 1000,
    height: 800,
    bytes: 1234,
    frames: 1,
    has_alpha: 0,
    color_space: 'srgb',
    placeholder: '#808080',
    attention_x: 0.1 + 0.2,
    attention_y: 1 / 3,
    added_at: '2026-11-22T00:00:00.000Z'
  }
}
