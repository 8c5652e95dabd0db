import type { JobItem } from '@shared/features/jobs/jobs.contract'

/** A file that was not taken in, with whatever was thrown or reported. */
export interface RefusedFile {
  name: string
  error: unknown
}

export interface IntakeReport {
  added: number
  /** Names of files that were there already. */
  duplicates: string[]
  /** Names of files that were taken out of the trash again. */
  restored: string[]
  refused: RefusedFile[]
  /** Left when the person stopped it. */
  cancelled: number
}

const cameTo = (items: readonly JobItem[], outcome: string): JobItem[] => items.filter((item) => item.result?.outcome === outcome)
const labels = (items: readonly JobItem[]): string[] => items.map((item) => item.label)

/** What became of every file of a drop. */
export function intakeReport(items: readonly JobItem[], refusedBefore: readonly RefusedFile[]): IntakeReport {
  const done = items.filter((item) => item.state === 'done')
  const failed = items.filter((item) => item.state === 'failed')
  return {
    added: cameTo(done, 'added').length,
    duplicates: labels(cameTo(done, 'known')),
    restored: labels(cameTo(done, 'restored')),
    refused: [...refusedBefore, ...failed.map((item) => ({ name: item.label, error: item.error ?? { code: 'internal.unexpected' } }))],
    cancelled: items.filter((item) => item.state === 'cancelled' || item.state === 'waiting').length
  }
}
