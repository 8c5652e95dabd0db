import { findPlacement } from '@shared/channels/catalog'
import { networkIds } from '@shared/channels/catalog.schema'
import type { PlannedRendition } from '@shared/features/renditions/renditions.contract'
import type { SheetGroup, SheetItem } from './contact-sheet.layout'
import { cropKey } from './export-draft.rules'
import { wantsLook } from './risk-words.rules'

export type SheetView = 'all' | 'look' | 'out' | 'refused'

/** A crop of the contact sheet. */
export interface SheetCrop extends SheetItem {
  planned: PlannedRendition
  network: string
  out: boolean
  /** Wants a look now. */
  risky: boolean
  /** It stood among those to look at first when the sheet was opened; there it stays while it is being mended. */
  flagged: boolean
}

export const LOOK_FIRST = 'look-first'

export const keyOf = (planned: Pick<PlannedRendition, 'assetId' | 'placementId'>): string => cropKey(planned.assetId, planned.placementId)

/** Keys of the crops that a person should look at before exporting. */
export const riskyKeys = (renditions: readonly PlannedRendition[]): string[] =>
  renditions.filter((planned) => planned.refusal === null && wantsLook(planned.risks)).map(keyOf)

export function sheetCrops(
  renditions: readonly PlannedRendition[],
  marks: { out: ReadonlySet<string>; flagged: ReadonlySet<string> }
): SheetCrop[] {
  return renditions.map((planned) => {
    const key = keyOf(planned)
    const flagged = marks.flagged.has(key) && planned.refusal === null
    return {
      key,
      planned,
      network: findPlacement(planned.placementId)?.network ?? '',
      width: planned.width,
      height: planned.height,
      lines: flagged || planned.refusal !== null ? 4 : 2,
      out: marks.out.has(key),
      risky: planned.refusal === null && wantsLook(planned.risks),
      flagged
    }
  })
}

const shownIn: Record<SheetView, (crop: SheetCrop) => boolean> = {
  all: (crop) => crop.planned.refusal === null,
  look: (crop) => crop.flagged,
  out: (crop) => crop.out && crop.planned.refusal === null,
  refused: (crop) => crop.planned.refusal !== null
}

/** Crops in rows: those to look at first, then network by network in the catalog's order, placement by placement. */
export function sheetGroups(crops: readonly SheetCrop[], view: SheetView): SheetGroup<SheetCrop>[] {
  const shown = crops.filter(shownIn[view])
  const first = shown.filter((crop) => crop.flagged)
  const rest = shown.filter((crop) => !crop.flagged)
  const byPlacement = (list: readonly SheetCrop[]): SheetCrop[] => {
    const order = [...new Set(list.map((crop) => crop.planned.placementId))]
    return order.flatMap((id) => list.filter((crop) => crop.planned.placementId === id))
  }
  const networks = networkIds.map((network) => ({
    id: network as string,
    items: byPlacement(rest.filter((crop) => crop.network === network)),
    minWidth: view === 'refused' ? 190 : 112
  }))
  return [{ id: LOOK_FIRST, items: byPlacement(first), minWidth: 190 }, ...networks].filter((group) => group.items.length > 0)
}

/** What goes out: figures for the button. Seconds are the plan's, by the share of files that are left. */
export function sheetTotals(crops: readonly SheetCrop[], plannedSeconds: number): { files: number; bytes: number; seconds: number } {
  const possible = crops.filter((crop) => crop.planned.refusal === null)
  const going = possible.filter((crop) => !crop.out)
  const bytes = going.reduce((total, crop) => total + crop.planned.estimatedBytes, 0)
  return { files: going.length, bytes, seconds: possible.length === 0 ? 0 : (plannedSeconds * going.length) / possible.length }
}
