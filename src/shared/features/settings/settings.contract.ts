import { z } from 'zod'
import { done, operation } from '../../contract/base'

/** What the app remembers for the person: theme, folded sidebar, last client, filters of a screen. JSON under a key. */
export const settingKey = z.string().regex(/^[a-z][a-zA-Z0-9.:-]{0,199}$/)

export const settingsContract = {
  all: operation('query').output(z.object({ settings: z.record(z.string(), z.unknown()) })),
  /** `value` null forgets the key. */
  put: operation('host').input(z.object({ key: settingKey, value: z.unknown() })).output(done)
}
