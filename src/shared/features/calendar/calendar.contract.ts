import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id, instant, operation } from '../../contract/base'
import { hexColor } from '../clients/clients.contract'
import { clockTime, day, plannedTime, postFormat, timePick, variantState } from '../posts/posts.schema'
import { postFilter } from '../posts/posts.contract'

/** An instant as the tables write it: what is compared as text must look alike, `08:30:00Z` and `10:30:00+02:00` as well as `08:30:00.000Z`. */
const exactInstant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())

/** A variant that goes out in a range. What is null is as its post has it. */
const variantInRange = z.object({
  id,
  channelId: id,
  network: networkIdSchema,
  format: postFormat,
  state: variantState,
  ownTime: z.boolean(),
  planned: plannedTime.nullable(),
  excerpt: z.string().nullable(),
  ownMedia: z.boolean(),
  /** The first of its own pictures. */
  thumbnailUrl: z.string().nullable()
})

/** A post of a range with those of its variants that go out in it; without any, it has a time there and no channel yet. */
export const calendarPost = z.object({
  id,
  title: z.string(),
  /** The first 140 characters. */
  excerpt: z.string(),
  planned: plannedTime.nullable(),
  pillarId: id.nullable(),
  campaignId: id.nullable(),
  seriesId: id.nullable(),
  thumbnailUrl: z.string().nullable(),
  variants: z.array(variantInRange)
})
export type CalendarPost = z.infer<typeof calendarPost>

/** One variant at its time, or a post that has a time and no channel yet (`variantId` null). Tiles are made of these. */
const calendarEntry = z.object({
  postId: id,
  variantId: id.nullable(),
  channelId: id.nullable(),
  network: networkIdSchema.nullable(),
  format: postFormat.nullable(),
  state: variantState,
  planned: plannedTime,
  ownTime: z.boolean(),
  title: z.string(),
  /** The first 140 characters as this channel shows them. */
  excerpt: z.string(),
  pillarId: id.nullable(),
  campaignId: id.nullable(),
  seriesId: id.nullable(),
  thumbnailUrl: z.string().nullable()
})
export type CalendarEntry = z.infer<typeof calendarEntry>
/** An entry without its words and picture: what counts, orders, chooses and moves thousands of them at once. */
export type OutlinedEntry = Omit<CalendarEntry, 'excerpt' | 'thumbnailUrl'>

/** What tiles of a post show besides its title. Channels are named that have words or pictures of their own. */
const postFace = z.object({
  postId: id,
  /** The first 140 characters. */
  excerpt: z.string(),
  thumbnailUrl: z.string().nullable(),
  own: z.array(z.object({ variantId: id, excerpt: z.string().nullable(), ownMedia: z.boolean(), thumbnailUrl: z.string().nullable() }))
})
export type PostFace = z.infer<typeof postFace>

export const holiday = z.object({
  date: day,
  /** In the language of the country. */
  name: z.string(),
  nameEn: z.string(),
  country: z.string(),
  type: z.enum(['public', 'regional', 'observance']),
  /** Where in the country, in English; null: everywhere. */
  region: z.string().nullable(),
  /** The day off in place of a holiday on a weekend. */
  substitute: z.boolean()
})
export const clientDate = z.object({
  id, name: z.string().trim().min(1).max(120), startsOn: day, endsOn: day, yearly: z.boolean(), color: hexColor, note: z.string().max(2000)
})
export type ClientDate = z.infer<typeof clientDate>
export const slotOpening = z.object({ channelId: id, date: day, time: clockTime, zone: z.string(), instant, pillarId: id.nullable() })

const viewKind = z.enum(['month', 'week', 'day', 'list', 'board'])
export const savedView = z.object({ id, name: z.string(), view: viewKind, filter: postFilter })
export type SavedView = z.infer<typeof savedView>

const repeatRule = z.object({
  /** RFC 5545 without DTSTART, for example `FREQ=WEEKLY;BYDAY=MO,TH`. */
  rule: z.string().min(1).max(300),
  untilOn: day.nullable()
})

const filter = postFilter.omit({ stage: true, unplanned: true, trashed: true })

export const calendarContract = {
  /** All that goes out from `from` to before `to` (instants), by post. `entriesOf` makes entries of it. */
  entries: clientOperation('query')
    .input(clientScope.extend(filter.shape).extend({ from: exactInstant, to: exactInstant }))
    .output(z.object({ zone: z.string(), posts: z.array(calendarPost) })),
  /** The same without words and pictures, for thousands of posts at once: one JSON text, which `outlinedEntries` reads. */
  outline: clientOperation('query')
    .input(clientScope.extend(filter.shape).extend({ from: exactInstant, to: exactInstant }))
    .output(z.object({ zone: z.string(), channels: z.array(z.object({ id, network: networkIdSchema })), rows: z.string() })),
  /** Words and pictures of the posts that are in sight. Posts that are not there are left out. */
  faces: clientOperation('query').input(clientScope.extend({ postIds: z.array(id).max(1000) })).output(z.object({ faces: z.array(postFace) })),
  /** Holidays of the client's countries, the client's own days, campaigns and free slots that touch the days. */
  background: clientOperation('query', 'validation.days')
    .input(clientScope.extend({ fromDay: day, toDay: day }))
    .output(
      z.object({
        countries: z.array(z.string()),
        holidays: z.array(holiday),
        dates: z.array(clientDate),
        campaigns: z.array(z.object({ id, name: z.string(), color: z.string(), startsOn: day.nullable(), endsOn: day.nullable() })),
        openSlots: z.array(slotOpening)
      })
    ),
  setCountries: clientOperation('command', 'validation.country', 'conflict.client-archived')
    .input(clientScope.extend({ countries: z.array(z.string().length(2)).max(30) }))
    .output(z.object({ countries: z.array(z.string()) })),
  /** Without an id it is a new one. */
  saveDate: clientOperation('command', 'not-found.date', 'validation.days', 'conflict.client-archived')
    .input(clientScope.extend(clientDate.shape).extend({ id: id.optional() }))
    .output(clientDate),
  removeDate: clientOperation('command', 'not-found.date', 'conflict.client-archived').input(clientScope.extend({ dateId: id })).output(done),
  listViews: clientOperation('query').input(clientScope).output(z.object({ views: z.array(savedView) })),
  saveView: clientOperation('command', 'validation.name-taken', 'conflict.client-archived')
    .input(clientScope.extend({ name: z.string().trim().min(1).max(80), view: viewKind, filter: postFilter }))
    .output(savedView),
  removeView: clientOperation('command', 'not-found.view', 'conflict.client-archived').input(clientScope.extend({ viewId: id })).output(done),
  /** The next `count` free posting slots of each channel after `after` (now when left out), for a post of the pillar; in order of time. */
  nextSlots: clientOperation('query', 'not-found.channel')
    .input(clientScope.extend({ channelIds: z.array(id).min(1).max(50), pillarId: id.nullable().default(null), after: exactInstant.optional(), count: z.int().min(1).max(50).default(1) }))
    .output(z.object({ slots: z.array(slotOpening) })),
  /** Puts posts without a time into the next free slots in the order given, each by its channels and pillar; one step to undo. */
  fillSlots: clientOperation('command', 'not-found.post', 'conflict.no-slots', 'conflict.client-archived')
    .input(clientScope.extend({ ids: z.array(id).min(1).max(1000), after: exactInstant.optional() }))
    .output(z.object({ changed: z.int(), without: z.array(id) })),
  /**
   * Puts what is to come on a channel in another order: before another, or last. The posts share out the times that they have;
   * what was handed over or published stays.
   */
  moveInQueue: clientOperation('command', 'not-found.channel', 'not-found.variant', 'conflict.client-archived')
    .input(clientScope.extend({ channelId: id, variantId: id, beforeId: id.nullable().default(null) }))
    .output(z.object({ changed: z.int() })),
  /** Makes a post the first of a series: its repeats are posts of their own, drafts at the same clock time. */
  repeat: clientOperation('command', 'not-found.post', 'validation.not-planned', 'validation.rule', 'conflict.client-archived')
    .input(clientScope.extend(repeatRule.shape).extend({ postId: id }))
    .output(z.object({ seriesId: id, made: z.int() })),
  /** Days that a rule would give, before it is set. `gaps`: where the clock skips the time, and what it goes out at instead. */
  previewRule: clientOperation('query', 'validation.rule')
    .input(clientScope.extend(repeatRule.shape).extend({ startsOn: day, time: clockTime, zone: z.string().optional() }))
    .output(z.object({ days: z.array(day), total: z.int(), endless: z.boolean(), gaps: z.array(z.object({ date: day, time: clockTime })) })),
  /** The words, media and channels of one occurrence given to those after it, or to all; `date` moves are by days. */
  applyToSeries: clientOperation('command', 'not-found.post', 'not-found.series', 'validation.wall-time', 'conflict.client-archived')
    .input(clientScope.extend({ postId: id, scope: z.enum(['following', 'all']), time: clockTime.optional(), shiftDays: z.int().default(0), content: z.boolean().default(true), pick: timePick.optional() }))
    .output(z.object({ changed: z.int() })),
  /** Ends a series before this occurrence (`following`) or altogether (`all`); unpublished occurrences go to the trash. */
  endSeries: clientOperation('command', 'not-found.post', 'not-found.series', 'conflict.client-archived')
    .input(clientScope.extend({ postId: id, scope: z.enum(['following', 'all']) }))
    .output(z.object({ trashed: z.int() })),
  getEvergreen: clientOperation('query', 'not-found.post').input(clientScope.extend({ postId: id })).output(
    z.object({ evergreen: z.object({ cooldownDays: z.int(), maxRepeats: z.int(), texts: z.array(z.string()), active: z.boolean(), used: z.int(), nextOn: day.nullable() }).nullable() })
  ),
  /** Null takes the post off the evergreen list. */
  setEvergreen: clientOperation('command', 'not-found.post', 'conflict.client-archived')
    .input(
      clientScope.extend({
        postId: id,
        evergreen: z
          .object({ cooldownDays: z.int().min(1).max(3650), maxRepeats: z.int().min(1).max(100), texts: z.array(z.string().max(100_000)).max(20), active: z.boolean().default(true) })
          .nullable()
      })
    )
    .output(done),
  /** Fills free slots of the days with evergreen posts that have rested; drafts, one step to undo. */
  recycle: clientOperation('command', 'validation.days', 'conflict.client-archived')
    .input(clientScope.extend({ fromDay: day, toDay: day }))
    .output(z.object({ made: z.int() }))
}

const todayItem = z.object({
  clientId: id,
  clientName: z.string(),
  clientColor: z.string(),
  zone: z.string(),
  /** What waits for a review may have no time yet. */
  entry: calendarEntry.extend({ planned: plannedTime.nullable() }),
  snoozedUntil: instant.nullable()
})
export type TodayItem = z.infer<typeof todayItem>

export const todayContract = {
  /** What waits for a hand over all clients: due and overdue, the rest of today, and what waits for review. */
  list: operation('query').output(
    z.object({
      now: instant,
      overdue: z.array(todayItem),
      today: z.array(todayItem),
      review: z.array(todayItem),
      /** The day after, for a look ahead. */
      tomorrow: z.array(todayItem),
      /** Clients that could not be read, with the reason. */
      unread: z.array(z.object({ clientId: id, clientName: z.string(), code: z.string() }))
    })
  )
}
