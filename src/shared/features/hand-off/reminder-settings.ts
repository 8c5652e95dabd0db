import { z } from 'zod'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Key of the app's settings that holds them. */
export const REMINDERS_KEY = 'reminders'

/** How a person is told that a post is due. Clock times are of the machine's zone. */
export const reminderSettings = z.object({
  /** Off: nothing is told anywhere; Today lists what is due all the same. */
  on: z.boolean().default(true),
  /** Notices of the system, beside those in the window. In a browser they need its permission. */
  system: z.boolean().default(false),
  quiet: z.boolean().default(false),
  quietFrom: clock.default('22:00'),
  quietTo: clock.default('07:00')
})
export type ReminderSettings = z.infer<typeof reminderSettings>

/** Settings as stored, or the usual ones where they cannot be read. */
export function readReminders(value: unknown): ReminderSettings {
  const read = reminderSettings.safeParse(value ?? {})
  return read.success ? read.data : reminderSettings.parse({})
}
