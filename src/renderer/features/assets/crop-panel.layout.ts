import type { Size } from '@shared/channels/crop'
import { justifiedRows } from './justified-rows.layout'

const GAP = 12
/** No shape is cut here: a banner takes a row of its own. */
const EVERY_SHAPE = { min: 0.01, max: 100 }

/** Rows of crops in their true shapes, their edges lined up. Two or three stand beside each other. */
export function cropRows<Crop extends { placement: Size }>(crops: readonly Crop[], width: number): { crop: Crop; size: Size }[][] {
  const aspects = crops.map((crop) => crop.placement.width / crop.placement.height)
  const rowHeight = Math.min(240, Math.max(150, width * 0.46))
  return justifiedRows(aspects, { width, rowHeight, gap: GAP, aspects: EVERY_SHAPE }).map((row) =>
    row.tiles.flatMap((tile) => {
      const crop = crops[tile.index]
      return crop ? [{ crop, size: { width: tile.width, height: tile.height } }] : []
    })
  )
}
