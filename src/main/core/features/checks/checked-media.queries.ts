import type { CheckedMedia } from '../../../../shared/checks/checks.types'
import type { Reader } from '../../context'
import { chunks } from '../assets'

export type AssetFacts = Pick<CheckedMedia, 'assetId' | 'width' | 'height' | 'bytes' | 'format' | 'frames'>

interface Row {
  id: string
  width: number
  height: number
  bytes: number
  format: string
  frames: number
}

/** What the rules need to know of pictures, by id. */
export async function listAssetFacts(db: Reader, assetIds: readonly string[]): Promise<Map<string, AssetFacts>> {
  const facts = new Map<string, AssetFacts>()
  for (const ids of chunks([...new Set(assetIds)])) {
    const rows = (await db('asset').whereIn('id', ids).select('id', 'width', 'height', 'bytes', 'format', 'frames')) as Row[]
    for (const { id, ...row } of rows) facts.set(id, { assetId: id, ...row })
  }
  return facts
}
