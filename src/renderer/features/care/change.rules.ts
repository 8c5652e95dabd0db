import { shareMet } from '@shared/features/care/care-figures'
import type { CareFigures, CareMeasure } from '@shared/features/care/care-report.schema'

export type Moved = { kind: 'unknown' } | { kind: 'same' } | { kind: 'moved'; by: number }

const between = (now: number | null, before: number | null | undefined, share: boolean): Moved => {
  if (now === null || before === null || before === undefined || (share && before === 0)) return { kind: 'unknown' }
  const by = share ? now / before - 1 : now - before
  return Math.abs(by) < 0.005 ? { kind: 'same' } : { kind: 'moved', by }
}

/** Share by which a median moved: below 0 faster. */
export const timeMoved = (now: CareMeasure, before: CareMeasure | undefined): Moved => between(now.median, before?.median, true)
/** Points by which the share that came in time moved, as a share of one. */
export const metMoved = (now: CareMeasure, before: CareMeasure | undefined): Moved => between(shareMet(now), before ? shareMet(before) : null, false)
export const countMoved = (now: number, before: number | undefined): Moved => between(now, before, true)
export const answeredShare = ({ n, answered }: CareFigures['criticism']): number | null => (n === 0 ? null : answered / n)
export const criticismMoved = (now: CareFigures['criticism'], before: CareFigures['criticism'] | undefined): Moved =>
  between(answeredShare(now), before ? answeredShare(before) : null, false)
