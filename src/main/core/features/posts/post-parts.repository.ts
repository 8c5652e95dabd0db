import type { Reader, Tx } from '../../context'
import { type AssetRow, chunks } from '../assets'

type Db = Reader | Tx

export interface MediaRow {
  id: string
  post_id: string
  variant_id: string | null
  asset_id: string
  alt_text: string | null
  position: number
}
export interface MediaWithAsset extends MediaRow {
  asset: AssetRow
}

export interface StepRow {
  id: string
  post_id: string
  text: string
  owner: string
  due_on: string | null
  done: number
  position: number
}

function grouped<T extends { post_id: string }>(rows: readonly T[], into: Map<string, T[]>): void {
  for (const row of rows) {
    const known = into.get(row.post_id)
    if (known) known.push(row)
    else into.set(row.post_id, [row])
  }
}

/** Media of posts and of their variants in their order, each with its asset. */
export async function listMedia(db: Db, postIds: readonly string[]): Promise<Map<string, MediaWithAsset[]>> {
  const found = new Map<string, MediaWithAsset[]>()
  for (const part of chunks(postIds)) {
    const rows = (await db('post_media').whereIn('post_id', part).orderBy('position')) as MediaRow[]
    const assets = new Map<string, AssetRow>()
    for (const ids of chunks([...new Set(rows.map((row) => row.asset_id))])) {
      for (const asset of (await db('asset').whereIn('id', ids)) as AssetRow[]) assets.set(asset.id, asset)
    }
    grouped(rows.flatMap((row) => (assets.has(row.asset_id) ? [{ ...row, asset: assets.get(row.asset_id) as AssetRow }] : [])), found)
  }
  return found
}

export async function listMediaRows(db: Db, postIds: readonly string[]): Promise<MediaRow[]> {
  const found: MediaRow[] = []
  for (const part of chunks(postIds)) found.push(...((await db('post_media').whereIn('post_id', part).orderBy('position')) as MediaRow[]))
  return found
}

export async function insertMedia(tx: Tx, rows: readonly MediaRow[]): Promise<void> {
  for (const part of chunks(rows, 200)) await tx('post_media').insert(part)
}

export async function removeMedia(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const part of chunks(ids)) await tx('post_media').whereIn('id', part).delete()
}

export async function updateMediaRow(tx: Tx, id: string, change: Partial<MediaRow>): Promise<void> {
  await tx('post_media').where({ id }).update(change)
}

export async function listLabels(db: Db, postIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, { post_id: string; name: string }[]>()
  for (const part of chunks(postIds)) {
    grouped((await db('post_label').whereIn('post_id', part).orderBy('name').select('post_id', 'name')) as { post_id: string; name: string }[], found)
  }
  return new Map([...found].map(([id, rows]) => [id, rows.map((row) => row.name)]))
}

/** A label that exists keeps its spelling: "museum" typed where "Museum" is known means the same. */
export async function knownSpellings(db: Db, names: readonly string[]): Promise<string[]> {
  const known: string[] = []
  for (const part of chunks([...new Set(names)])) known.push(...((await db('post_label').whereIn('name', part).distinct('name').pluck('name')) as string[]))
  const spelled = new Map(known.map((name) => [name.toLowerCase(), name]))
  const one = new Map<string, string>()
  for (const name of names) if (!one.has(name.toLowerCase())) one.set(name.toLowerCase(), spelled.get(name.toLowerCase()) ?? name)
  return [...one.values()]
}

/** @returns the posts that did not have all of them before */
export async function addLabels(tx: Tx, postIds: readonly string[], names: readonly string[], newId: () => string): Promise<string[]> {
  const spelled = await knownSpellings(tx, names)
  const had = await listLabels(tx, postIds)
  const rows = postIds.flatMap((post_id) => {
    const there = new Set(had.get(post_id)?.map((name) => name.toLowerCase()))
    return spelled.filter((name) => !there.has(name.toLowerCase())).map((name) => ({ id: newId(), post_id, name }))
  })
  await insertLabels(tx, rows)
  return [...new Set(rows.map((row) => row.post_id))]
}

/** @returns the posts that had one of them */
export async function removeLabels(tx: Tx, postIds: readonly string[], names: readonly string[]): Promise<string[]> {
  const touched: string[] = []
  for (const part of chunks(postIds)) {
    const rows = () => tx('post_label').whereIn('post_id', part).whereIn('name', [...names])
    touched.push(...((await rows().distinct('post_id').pluck('post_id')) as string[]))
    await rows().delete()
  }
  return touched
}

export async function insertLabels(tx: Tx, rows: readonly { id: string; post_id: string; name: string }[]): Promise<void> {
  for (const part of chunks(rows, 400)) await tx('post_label').insert(part)
}

export async function listSteps(db: Db, postIds: readonly string[]): Promise<Map<string, StepRow[]>> {
  const found = new Map<string, StepRow[]>()
  for (const part of chunks(postIds)) grouped((await db('post_step').whereIn('post_id', part).orderBy('position')) as StepRow[], found)
  return found
}

export async function insertSteps(tx: Tx, rows: readonly StepRow[]): Promise<void> {
  for (const part of chunks(rows, 200)) await tx('post_step').insert(part)
}

export async function updateStep(tx: Tx, id: string, change: Partial<StepRow>): Promise<void> {
  await tx('post_step').where({ id }).update(change)
}

export async function removeSteps(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const part of chunks(ids)) await tx('post_step').whereIn('id', part).delete()
}
