import type { CalendarEntry, TodayItem } from '../../../../shared/features/calendar/calendar.contract'
import type { CoreServices } from '../../context'
import { thumbnailsOf, toPlanned } from '../posts'
import type { EntryRow } from './entries.queries'

type TodayEntry = TodayItem['entry']

/** Turns rows into tiles, with signed addresses of their pictures. */
export function entryPresenter(core: Pick<CoreServices, 'urls'>, clientId: string): (row: EntryRow) => TodayEntry {
  const thumbnail = thumbnailsOf(core, clientId)
  return (row) => ({
    postId: row.post_id,
    variantId: row.variant_id,
    channelId: row.channel_id,
    network: row.network,
    format: row.format,
    state: row.state,
    planned: toPlanned(row),
    ownTime: row.own_time === 1,
    title: row.title,
    excerpt: row.excerpt,
    pillarId: row.pillar_id,
    campaignId: row.campaign_id,
    seriesId: row.series_id,
    thumbnailUrl: row.sha256 === null ? null : thumbnail(row.sha256)
  })
}

/** Entries of a range have a time: that is what they were found by. */
export function presentPlanned(present: (row: EntryRow) => TodayEntry, rows: readonly EntryRow[]): CalendarEntry[] {
  return rows.flatMap((row) => {
    const entry = present(row)
    return entry.planned ? [{ ...entry, planned: entry.planned }] : []
  })
}
