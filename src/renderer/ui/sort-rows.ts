import type { TableColumn, TableSort } from './ui.types'

/** Rows in the order of one column; missing values stand last in both directions, numbers sort as numbers. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | undefined
): readonly Row[] {
  const column = columns.find((candidate) => candidate.id === sort?.column)
  if (!sort || !column) return rows
  const sign = sort.direction === 'ascending' ? 1 : -1
  return rows.toSorted((left, right) => {
    const a = column.value(left)
    const b = column.value(right)
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * String(a).localeCompare(String(b), undefined, { numeric: true, sensitivity: 'base' })
  })
}
