import { z } from 'zod'

/** What can go wrong with reports, beside what all operations share. */
export const reportErrorData = {
  'not-found.report': z.object({ report: z.string() }),
  'not-found.report-template': z.object({ template: z.string() }),
  'conflict.report-frozen': z.object({ title: z.string(), frozenAt: z.string() }),
  /** The template has a fault: `detail` says where. */
  'internal.report': z.object({ detail: z.string() }),
  /** The process that sets pages died or hung, or could not write: `reason` is its code. */
  'unavailable.report': z.object({ reason: z.string() })
} as const
