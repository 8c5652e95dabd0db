import { z } from 'zod'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Key of the app's settings that holds them. */
export const REMINDERS_KEY = 'reminders'

/** What is told of, each with a switch of its own. */
export type ReminderKind = 'posts' | 'answers'

/** As one switch held both, it is where the two begin. */
const ofOneSwitch = z.looseObject({ on: z.boolean() })
function splitSwitch(value: unknown): unknown {
  const { success, data } = ofOneSwitch.safeParse(value)
  return success ? { posts: data.on, answers: data.on, ...data } : value
}

const settings = z.object({
  /** Off: no post is told of anywhere; Today lists what is due all the same. */
  posts: z.boolean().default(true),
  /** Off: no answer is told of anywhere; the inbox shows what is near the end of its time all the same. */
  answers: z.boolean().default(true),
  /** Notices of the system, beside those in the window. In a browser they need its permission. */
  system: z.boolean().default(false),
  quiet: z.boolean().default(false),
  quietFrom: clock.default('22:00'),
  quietTo: clock.default('07:00')
})

/** How a person is told that a post or an answer is due. Quiet hours are of both; clock times are of the machine's zone. */
export const reminderSettings = z.preprocess(splitSwitch, settings)
export type ReminderSettings = z.infer<typeof reminderSettings>

/** Settings as stored, or the usual ones where they cannot be read. */
export function readReminders(value: unknown): ReminderSettings {
  const read = reminderSettings.safeParse(value ?? {})
  return read.success ? read.data : reminderSettings.parse({})
}
