import { z } from 'zod'
import { done, operation } from '../../contract/base'

/** What the app remembers for the person: theme, folded sidebar, last client, filters of a screen. JSON under a key. */
export const settingKey = z.string().regex(/^[a-z][a-zA-Z0-9.:-]{0,199}$/)

/** Characters that a value may have as JSON: an export of 20,000 chosen pictures is remembered, a file is not. */
const LONGEST_VALUE = 2_000_000

function isShort(value: unknown): boolean {
  try {
    return (JSON.stringify(value) ?? '').length <= LONGEST_VALUE
  } catch {
    return false
  }
}

const settingValue = z.unknown().refine(isShort, 'longer than 2,000,000 characters')

export const settingsContract = {
  all: operation('query').output(z.object({ settings: z.record(z.string(), z.unknown()) })),
  /** `value` null forgets the key. */
  put: operation('host').input(z.object({ key: settingKey, value: settingValue })).output(done)
}
