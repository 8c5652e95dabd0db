import { z } from 'zod'

const text = z.string()

/** Codes of importing figures. */
export const figureImportErrorData = {
  'not-found.figure-draft': z.object({ draft: text }),
  'not-found.figure-import': z.object({ import: text }),
  /** How many questions have no answer. */
  'conflict.import-questions': z.object({ count: z.int() })
} as const
