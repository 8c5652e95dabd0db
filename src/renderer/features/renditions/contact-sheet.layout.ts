import type { Size } from '@shared/channels/crop'

/** One crop to lay out: its size in pixels of the placement, and how much is to be said below it. */
export interface SheetItem extends Size {
  key: string
  /** Lines of 16 px below the picture. */
  lines: number
}

export interface SheetGroup<Item extends SheetItem = SheetItem> {
  id: string
  items: readonly Item[]
  /** Cells are at least this wide, so that the words below have room. */
  minWidth: number
}

export interface SheetCell<Item extends SheetItem = SheetItem> {
  item: Item
  left: number
  width: number
  /** Size of the crop on screen. */
  picture: Size
}

export type SheetRow<Item extends SheetItem = SheetItem> =
  | { kind: 'heading'; group: string; top: number; height: number }
  | { kind: 'crops'; group: string; top: number; height: number; pictureHeight: number; cells: SheetCell<Item>[] }

export const HEADING_HEIGHT = 44
const LINE = 16
const ABOVE_LINES = 6
const GAP = 16
const ROW_GAP = 20
const SMALLEST_SIDE = 24

/** Size on screen at a scale; shapes too wide for the sheet shrink to it. */
function pictureAt(item: Size, scale: number, width: number): Size {
  const fitted = Math.min(scale, width / item.width)
  const shortest = Math.min(item.width, item.height) * fitted
  const used = shortest < SMALLEST_SIDE ? Math.min((fitted * SMALLEST_SIDE) / shortest, width / item.width) : fitted
  return { width: Math.round(item.width * used), height: Math.round(item.height * used) }
}

function rowsOfGroup<Item extends SheetItem>(group: SheetGroup<Item>, sheet: { width: number; scale: number }, from: number): SheetRow<Item>[] {
  const rows: SheetRow<Item>[] = [{ kind: 'heading', group: group.id, top: from, height: HEADING_HEIGHT }]
  let top = from + HEADING_HEIGHT
  let cells: SheetCell<Item>[] = []
  let left = 0
  const close = (): void => {
    if (cells.length === 0) return
    const pictureHeight = Math.max(...cells.map((cell) => cell.picture.height))
    const height = pictureHeight + ABOVE_LINES + LINE * Math.max(...cells.map((cell) => cell.item.lines))
    rows.push({ kind: 'crops', group: group.id, top, height, pictureHeight, cells })
    top += height + ROW_GAP
    cells = []
    left = 0
  }
  for (const item of group.items) {
    const picture = pictureAt(item, sheet.scale, sheet.width)
    const width = Math.min(sheet.width, Math.max(group.minWidth, picture.width))
    if (left + width > sheet.width) close()
    cells.push({ item, left, width, picture })
    left += width + GAP
  }
  close()
  return rows
}

/**
 * Crops true to scale beside each other, group by group.
 *
 * @param sheet width in px, and px on screen for each pixel of a placement
 */
export function sheetRows<Item extends SheetItem>(groups: readonly SheetGroup<Item>[], sheet: { width: number; scale: number }): SheetRow<Item>[] {
  const rows: SheetRow<Item>[] = []
  if (sheet.width <= 0) return rows
  for (const group of groups) {
    if (group.items.length === 0) continue
    const last = rows.at(-1)
    rows.push(...rowsOfGroup(group, sheet, last ? last.top + last.height + ROW_GAP : 0))
  }
  return rows
}

export function sheetHeight(rows: readonly SheetRow[]): number {
  const last = rows.at(-1)
  return last ? last.top + last.height : 0
}

/** Where an arrow key leads from a crop: along the row, or to the crop whose middle is nearest in the next row. */
export function sheetMove(rows: readonly SheetRow[], key: string, from: string | null): string | undefined {
  const lines = rows.filter((row) => row.kind === 'crops')
  const flat = lines.flatMap((row) => row.cells.map((cell) => cell.item.key))
  const at = from === null ? -1 : flat.indexOf(from)
  if (at < 0) return /^(?:Arrow|Home|End)/.test(key) ? flat[0] : undefined
  if (key === 'ArrowRight') return flat[Math.min(flat.length - 1, at + 1)]
  if (key === 'ArrowLeft') return flat[Math.max(0, at - 1)]
  if (key === 'Home') return flat[0]
  if (key === 'End') return flat.at(-1)
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const row = lines.findIndex((line) => line.cells.some((cell) => cell.item.key === from))
  const cell = lines[row]?.cells.find((one) => one.item.key === from)
  const next = lines[row + (key === 'ArrowDown' ? 1 : -1)]
  if (!cell || !next) return from ?? undefined
  const middle = cell.left + cell.width / 2
  const away = (one: SheetCell): number => Math.abs(one.left + one.width / 2 - middle)
  return next.cells.reduce((one, other) => (away(other) < away(one) ? other : one)).item.key
}
