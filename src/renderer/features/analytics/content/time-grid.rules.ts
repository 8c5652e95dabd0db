import { fewestToShow } from '@shared/features/analytics/statistics'

export interface TimeValue {
  weekday: number
  hour: number
  estimate: { value: number; n: number; low: number | null; high: number | null }
}

export const hoursOfDay: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour)
export const says = (cell: TimeValue | undefined): boolean => (cell?.estimate.n ?? 0) >= fewestToShow

/** Weekday and hour as one key. */
export const keyOf = (weekday: number, hour: number): string => `${weekday} ${hour}`

/** Five steps of strength by rank, so that one outlier does not bleach the rest. 0: too few posts to say. */
export function strengths(cells: readonly TimeValue[]): Map<string, 0 | 1 | 2 | 3 | 4 | 5> {
  const sure = cells.filter(says).map(({ estimate }) => estimate.value).sort((a, b) => a - b)
  return new Map(cells.map((cell) => {
    if (!says(cell)) return [keyOf(cell.weekday, cell.hour), 0 as const]
    const rank = sure.length <= 1 ? 1 : sure.lastIndexOf(cell.estimate.value) / (sure.length - 1)
    return [keyOf(cell.weekday, cell.hour), Math.max(1, Math.ceil(rank * 5)) as 1 | 2 | 3 | 4 | 5]
  }))
}

/** Where an arrow key leads in the week; undefined where it is none. */
export function moveInWeek(key: string, at: { row: number; hour: number }): { row: number; hour: number } | undefined {
  const within = (row: number, hour: number) => ({ row: Math.min(6, Math.max(0, row)), hour: Math.min(23, Math.max(0, hour)) })
  switch (key) {
    case 'ArrowRight':
      return within(at.row, at.hour + 1)
    case 'ArrowLeft':
      return within(at.row, at.hour - 1)
    case 'ArrowDown':
      return within(at.row + 1, at.hour)
    case 'ArrowUp':
      return within(at.row - 1, at.hour)
    case 'Home':
      return within(at.row, 0)
    case 'End':
      return within(at.row, 23)
    default:
      return undefined
  }
}
