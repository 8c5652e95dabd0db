import { z } from 'zod'
import { clientOperation, clientScope, done, id, pageInput } from '../../contract/base'
import { targetMinutes } from './care-clock'
import { careHours } from './care-hours'
import { careReport, careRow, careRowsQuery, careScope } from './care-report.schema'

const targets = z.object({ firstMinutes: targetMinutes, resolutionMinutes: targetMinutes })
const archived = 'conflict.client-archived'

const careHoliday = z.object({
  /** Of all its years; what `otherwise` names. */
  key: z.string(),
  date: z.iso.date(),
  name: z.string(),
  nameEn: z.string(),
  country: z.string(),
  region: z.string().nullable(),
  type: z.enum(['public', 'regional', 'observance']),
  /** Whether the clock stands still on it. */
  isOff: z.boolean()
})
export type CareHoliday = z.infer<typeof careHoliday>

export const careSettings = z.object({
  hours: careHours,
  /** Of the client; the hours may have their own. */
  zone: z.string(),
  /** Of the client's calendar, whose holidays are counted. */
  countries: z.array(z.string()),
  /** From today on, for a year. */
  holidays: z.array(careHoliday),
  /** For all channels; `isSet` false: as it is where nobody set any. */
  targets: targets.extend({ isSet: z.boolean() }),
  ownTargets: z.array(targets.extend({ channelId: id }))
})
export type CareSettings = z.infer<typeof careSettings>

export const careContract = {
  /** When this client answers, and within what time. */
  settings: clientOperation('query').input(clientScope).output(careSettings),
  saveHours: clientOperation('command', archived).input(clientScope.extend({ hours: careHours })).output(done),
  /** For one channel, or for all that have none of their own (null). In minutes: below 24 hours open time, from 24 hours on working days. */
  setTargets: clientOperation('command', archived, 'not-found.channel').input(clientScope.extend({ channelId: id.nullable() }).extend(targets.shape)).output(done),
  /** Back to those for all; those for all (null) back to 24 hours and three days. */
  removeTargets: clientOperation('command', archived).input(clientScope.extend({ channelId: id.nullable() })).output(done),
  /** How fast answers came to what came in during some days. */
  report: clientOperation('query', 'validation.days').input(careScope).output(careReport),
  /** What a figure of the report rests on, the slowest first. */
  rows: clientOperation('query', 'validation.days').input(careScope.extend({ ...careRowsQuery.shape, ...pageInput })).output(z.object({ total: z.int(), rows: z.array(careRow) }))
}
