import { z } from 'zod'
import { clientOperation, clientScope, done, id, operation } from '../../contract/base'
import { day } from '../analytics/analytics-scope'
import { exportIntervals } from './due-rules'
import { findGuide } from './export-guides'

/** The id of an export guide: `instagram-posts`. */
const guideId = z.string().max(80).refine((value) => findGuide(value) !== undefined, 'no such export')
const interval = z.enum(exportIntervals)

/** One kind of export of one channel: what is covered, and when the next is due. Days are those of the client's zone. */
export const expectedExport = z.object({
  guideId: z.string(),
  /** Null: belongs to no channel (ads, traffic of a site). */
  channelId: id.nullable(),
  network: z.string(),
  /** Files that came in. */
  files: z.int(),
  /** Runs of days that are covered, oldest first. */
  ranges: z.array(z.object({ from: day, to: day })),
  /** Of posts the day of the last one. */
  coveredUntil: day.nullable(),
  /** Null: no reminder is wanted. */
  dueFrom: day.nullable(),
  due: z.boolean(),
  /** The reminder is quiet before this day. */
  snoozedUntil: day.nullable(),
  /** From then on the network no longer has the first day that is missing; null where that is not known. */
  lostFrom: day.nullable()
})
export type ExpectedExport = z.infer<typeof expectedExport>

export const channelExports = z.object({
  channelId: id.nullable(),
  network: z.string(),
  /** Name of the channel; empty where there is none. */
  name: z.string(),
  exports: z.array(expectedExport),
  /** Guides of the network that are not expected, to be asked for. */
  others: z.array(z.string())
})
export type ChannelExports = z.infer<typeof channelExports>

const dueExport = expectedExport.extend({
  clientId: id, clientName: z.string(), clientColor: z.string(), channelName: z.string()
})
export type DueExport = z.infer<typeof dueExport>

/** An export of a channel; null for what belongs to none. */
const oneExport = clientScope.extend({ channelId: id.nullable(), guideId })

export const exportsDueContract = {
  /** Which exports one client's channels need, what is covered, and what is due. */
  overview: clientOperation('query')
    .input(clientScope)
    .output(z.object({ today: day, interval, channels: z.array(channelExports) })),
  /** What is due today, over all clients; clients that could not be read are named. */
  list: operation('query').output(
    z.object({ items: z.array(dueExport), unread: z.array(z.object({ clientId: id, clientName: z.string(), code: z.string() })) })
  ),
  setInterval: clientOperation('command', 'conflict.client-archived').input(clientScope.extend({ interval })).output(done),
  /** Keeps a reminder quiet until a day; null wakes it. */
  snooze: clientOperation('command', 'conflict.client-archived').input(oneExport.extend({ until: day.nullable() })).output(done),
  /** Expects an export that is not by itself, or no longer expects one that is. */
  setExpected: clientOperation('command', 'conflict.client-archived').input(oneExport.extend({ expected: z.boolean() })).output(done)
}
