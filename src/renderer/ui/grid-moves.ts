/**
 * Where an arrow key leads in a grid of `count` cells in `columns` columns; undefined for other keys.
 * A list is a grid of one column. `pageRows` is how many rows are in view.
 */
export function gridMove(
  key: string,
  index: number,
  grid: { count: number; columns: number; pageRows: number }
): number | undefined {
  const last = grid.count - 1
  if (last < 0) return undefined
  const clamp = (next: number): number => Math.min(last, Math.max(0, next))
  if (index < 0) return moves.has(key) ? (key === 'End' ? last : 0) : undefined
  switch (key) {
    case 'ArrowRight':
      return grid.columns > 1 ? clamp(index + 1) : undefined
    case 'ArrowLeft':
      return grid.columns > 1 ? clamp(index - 1) : undefined
    case 'ArrowDown':
      return index + grid.columns > last ? (sameRow(index, last, grid.columns) ? index : last) : index + grid.columns
    case 'ArrowUp':
      return index - grid.columns < 0 ? index : index - grid.columns
    case 'PageDown':
      return clamp(index + grid.columns * Math.max(1, grid.pageRows))
    case 'PageUp':
      return clamp(index - grid.columns * Math.max(1, grid.pageRows))
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

const moves = new Set(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'])

function sameRow(left: number, right: number, columns: number): boolean {
  return Math.floor(left / columns) === Math.floor(right / columns)
}
