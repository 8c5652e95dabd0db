import type { GroupsAnswer } from '@shared/features/analytics/content-analytics.contract'
import type { Grouping } from '@shared/features/analytics/post-groups'
import { fewestToShow } from '@shared/features/analytics/statistics'
import type { CsvCell } from '@shared/tables/write-csv'

/** A group under its name. `few`: it has fewer than three posts with the figure. */
export interface GroupRow extends Omit<GroupsAnswer['groups'][number], 'before'> {
  name: string
  few: boolean
  before: (NonNullable<GroupsAnswer['groups'][number]['before']> & { few: boolean }) | null
}

const isFew = (estimate: GroupRow['estimate']): boolean => (estimate?.n ?? 0) < fewestToShow

export const groupRows = (groups: GroupsAnswer['groups'], nameOf: (key: string) => string): GroupRow[] =>
  groups.map((group) => ({ ...group, name: nameOf(group.key), few: isFew(group.estimate), before: group.before && { ...group.before, few: isFew(group.before.estimate) } }))

/** A figure before a break stands for something else: it has no place on the scale of the figure after it. */
export const plottedBefore = ({ before }: Pick<GroupRow, 'before'>): number | null => (before?.estimate && before.change.kind !== 'break' ? before.estimate.value : null)

const comparedCells = ({ before }: GroupRow): CsvCell[] => {
  if (!before) return []
  const { posts, estimate, change } = before
  const isDifference = change.kind === 'difference'
  return [
    posts, estimate?.value, estimate?.low, estimate?.high, estimate?.n,
    isDifference ? change.value : null, isDifference ? change.low : null, isDifference ? change.high : null, change.kind === 'break' ? change.on : null
  ]
}

/** The table as lines of a file, the header first; with the compared days where there are some that files tell of. */
export function groupLines(rows: readonly GroupRow[], { by, statistic, compared }: { by: Grouping; statistic: 'typical' | 'average'; compared: GroupsAnswer['compared'] }): CsvCell[][] {
  const middle = statistic === 'typical' ? 'median' : 'mean'
  const held = compared?.isKnown ? ['posts', middle, 'low', 'high', 'n'].map((column) => `${column} ${compared.from} to ${compared.to}`) : []
  return [
    [by, 'posts', middle, 'low', 'high', 'n', 'share', 'target share', ...held, ...(held.length > 0 ? ['difference', 'difference low', 'difference high', 'counted anew on'] : [])],
    ...rows.map((row) => [
      row.name, row.posts, row.estimate?.value, row.estimate?.low, row.estimate?.high, row.estimate?.n, row.share, row.target === null ? null : row.target / 100,
      ...comparedCells(row)
    ])
  ]
}
