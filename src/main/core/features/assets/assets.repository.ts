import type { AssetVideo } from '../../../../shared/features/assets/asset-parts.schema'
import type { Asset } from '../../../../shared/features/assets/assets.contract'
import type { AssetRights } from '../../../../shared/features/assets/rights'
import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

export interface AssetRow {
  search_id: number
  id: string
  sha256: string
  file_name: string
  title: string
  alt_text: string
  format: string
  width: number
  height: number
  bytes: number
  frames: number
  has_alpha: number
  color_space: string
  placeholder: string
  attention_x: number
  attention_y: number
  focal_x: number | null
  focal_y: number | null
  starred: number
  added_at: string
  trashed_at: string | null
}

export type NewAsset = Omit<AssetRow, 'search_id' | 'focal_x' | 'focal_y' | 'starred' | 'trashed_at'>

export interface AssetExtras {
  tags: Map<string, string[]>
  exports: Map<string, number>
  videos: Map<string, AssetVideo>
  rights: Map<string, AssetRights>
}

/** The focal point that a person set, else the one found at intake. */
export function focalOf(row: Pick<AssetRow, 'focal_x' | 'focal_y' | 'attention_x' | 'attention_y'>): { x: number; y: number } {
  return { x: row.focal_x ?? row.attention_x, y: row.focal_y ?? row.attention_y }
}

export function toAsset(row: AssetRow, extras: AssetExtras, thumbnailUrl: string): Asset {
  const byPerson = row.focal_x !== null && row.focal_y !== null
  return {
    id: row.id,
    sha256: row.sha256,
    fileName: row.file_name,
    title: row.title,
    altText: row.alt_text,
    tags: extras.tags.get(row.id) ?? [],
    starred: row.starred === 1,
    format: row.format,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    frames: row.frames,
    hasAlpha: row.has_alpha === 1,
    colorSpace: row.color_space,
    placeholder: row.placeholder,
    focal: focalOf(row),
    focalSource: byPerson ? 'person' : 'attention',
    thumbnailUrl,
    video: extras.videos.get(row.id) ?? null,
    rights: extras.rights.get(row.id) ?? null,
    addedAt: row.added_at,
    trashedAt: row.trashed_at,
    exportCount: extras.exports.get(row.id) ?? 0
  }
}

/** SQLite binds 32,766 values at most. */
export function chunks<T>(values: readonly T[], size = 5000): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size))
}

export async function loadExtras(db: Db, ids: string[]): Promise<Pick<AssetExtras, 'tags' | 'exports'>> {
  const tags = new Map<string, string[]>()
  const exports = new Map<string, number>()
  for (const part of chunks(ids)) {
    const named = (await db('asset_tag').whereIn('asset_id', part).orderBy('name')) as { asset_id: string; name: string }[]
    for (const { asset_id, name } of named) tags.set(asset_id, [...(tags.get(asset_id) ?? []), name])
    const counted = (await db('export_file').whereIn('asset_id', part).groupBy('asset_id').select('asset_id').count({ n: '*' })) as unknown as {
      asset_id: string
      n: number
    }[]
    for (const { asset_id, n } of counted) exports.set(asset_id, n)
  }
  return { tags, exports }
}

export async function findAssetBySha(db: Db, sha256: string): Promise<AssetRow | undefined> {
  return (await db('asset').where({ sha256 }).first()) as AssetRow | undefined
}

/** @throws AppError `not-found.asset` */
export async function getAssetRow(db: Db, id: string): Promise<AssetRow> {
  const row = (await db('asset').where({ id }).first()) as AssetRow | undefined
  if (!row) throw new AppError('not-found.asset', { asset: id })
  return row
}

export async function insertAsset(tx: Tx, asset: NewAsset): Promise<void> {
  await tx('asset').insert(asset)
}

export async function updateAsset(tx: Tx, id: string, change: Partial<AssetRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx('asset').where({ id }).update(change)
}

/** Rows that differ only: an update that changes nothing would fill the log and the undo list. */
export async function updateAssets(tx: Tx, ids: string[], column: 'starred' | 'trashed_at', value: number | string | null): Promise<number> {
  let changed = 0
  for (const part of chunks(ids)) {
    const query = tx('asset').whereIn('id', part)
    if (column === 'trashed_at') void (value === null ? query.whereNotNull(column) : query.whereNull(column))
    else void query.whereNot(column, value)
    changed += await query.update({ [column]: value })
  }
  return changed
}

/** @throws AppError `not-found.asset` naming the first that is not there */
export async function requireAssets(db: Db, ids: string[]): Promise<void> {
  for (const part of chunks(ids)) {
    const found = new Set((await db('asset').whereIn('id', part).pluck('id')) as string[])
    const missing = part.find((id) => !found.has(id))
    if (missing) throw new AppError('not-found.asset', { asset: missing })
  }
}

/** A tag that exists keeps its spelling: "museum" typed where "Museum" is known means the same tag. */
async function knownSpellings(tx: Tx, names: string[]): Promise<string[]> {
  const known = (await tx('asset_tag').whereIn('name', names).distinct('name').pluck('name')) as string[]
  return names.map((name) => known.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name)
}

export async function addTags(tx: Tx, ids: string[], wanted: string[], newId: () => string): Promise<number> {
  const names = await knownSpellings(tx, wanted)
  const rows = ids.flatMap((asset_id) => names.map((name) => ({ id: newId(), asset_id, name })))
  const before = (await tx('asset_tag').count({ n: '*' }).first()) as { n: number }
  for (const part of chunks(rows, 400)) await tx('asset_tag').insert(part).onConflict(['asset_id', 'name']).ignore()
  const after = (await tx('asset_tag').count({ n: '*' }).first()) as { n: number }
  return after.n - before.n
}

export async function removeTags(tx: Tx, ids: string[], names: string[]): Promise<number> {
  let changed = 0
  for (const part of chunks(ids)) changed += await tx('asset_tag').whereIn('asset_id', part).whereIn('name', names).delete()
  return changed
}

export async function findAssetFile(
  db: Db,
  key: { id: string } | { sha256: string }
): Promise<Pick<AssetRow, 'sha256' | 'format' | 'file_name'> | undefined> {
  return (await db('asset').where(key).first('sha256', 'format', 'file_name')) as AssetRow | undefined
}

/** Words, tags and focal point at once, for a picture that was just taken in. */
export async function describeAsset(
  tx: Tx,
  id: string,
  about: { title: string; altText: string; tags: string[]; focal: { x: number; y: number } },
  newId: () => string
): Promise<void> {
  await updateAsset(tx, id, { title: about.title, alt_text: about.altText, focal_x: about.focal.x, focal_y: about.focal.y })
  await addTags(tx, [id], about.tags, newId)
}
