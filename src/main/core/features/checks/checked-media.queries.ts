import { checkedVideo } from '../../../../shared/checks'
import type { CheckedMedia } from '../../../../shared/checks/checks.types'
import type { Reader } from '../../context'
import { chunks, listRights, listVideos } from '../assets'

export type AssetFacts = Omit<CheckedMedia, 'altText' | 'crop'>

interface Row {
  id: string
  width: number
  height: number
  bytes: number
  format: string
  frames: number
}

/** What the rules need to know of pictures and videos, by id. */
export async function listAssetFacts(db: Reader, assetIds: readonly string[]): Promise<Map<string, AssetFacts>> {
  const facts = new Map<string, AssetFacts>()
  const videos = await listVideos(db, assetIds)
  const rights = await listRights(db, assetIds)
  for (const ids of chunks([...new Set(assetIds)])) {
    const rows = (await db('asset').whereIn('id', ids).select('id', 'width', 'height', 'bytes', 'format', 'frames')) as Row[]
    for (const { id, ...row } of rows) facts.set(id, { assetId: id, ...row, ...checkedVideo(videos.get(id) ?? null), rights: rights.get(id) ?? null })
  }
  return facts
}
