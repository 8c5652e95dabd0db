import type { VariantStatus } from '@shared/features/posts/posts.schema'

/** A small drawing for each status on a 10 x 10 grid: told apart by shape, not by color alone. `fill` is drawn full, `line` as a stroke. */
export const statusShapes: Readonly<Record<VariantStatus, { fill?: string; line?: string }>> = {
  draft: { line: 'M5 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z' },
  'in-review': { line: 'M5 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z', fill: 'M5 1.5a3.5 3.5 0 0 1 0 7Z' },
  'changes-requested': { line: 'M5 1.5 9 8.5H1Z' },
  approved: { line: 'M5 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z', fill: 'M5 6.75a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z' },
  scheduled: { fill: 'M5 9a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z' },
  due: { fill: 'M5 .5 9.5 5 5 9.5.5 5Z' },
  overdue: { fill: 'M5 .8 9.8 9.2H.2Z' },
  'handed-over': { line: 'M1.25 5h7M5.5 2.25 8.25 5 5.5 7.75' },
  published: { line: 'M1.25 5.25 4 8l4.75-6' },
  missed: { line: 'M2 2l6 6M8 2 2 8' },
  archived: { line: 'M1.5 5h7' }
}
