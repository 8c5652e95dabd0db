import type { CampaignSummary } from '@shared/features/campaigns/campaigns.contract'
import { addDays, addMonths, daysBetween } from '@shared/time'

export interface TimelineBar {
  campaign: CampaignSummary
  /** Percent of the width. */
  left: number
  width: number
  row: number
}

export interface Timeline {
  months: { from: string; left: number; width: number }[]
  bars: TimelineBar[]
  rows: number
  /** Percent of the width; undefined when today is not shown. */
  today: number | undefined
}

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`
const least = 2
const most = 18

/** First day shown and the day after the last: whole months around all campaigns and today, at least four, at most eighteen. */
function bounds(campaigns: readonly CampaignSummary[], today: string): { from: string; to: string } {
  const days = campaigns.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).filter((day) => day !== null)
  const earliest = addMonths(monthOf(today), -6)
  const first = monthOf([today, ...days].toSorted()[0] ?? today)
  const from = first < earliest ? earliest : first
  const last = addMonths(monthOf([today, ...days].toSorted().at(-1) ?? today), 1)
  const [shortest, longest] = [addMonths(monthOf(today), least), addMonths(from, most)]
  const to = last < shortest ? shortest : last
  return { from, to: to > longest ? longest : to }
}

/** The first row in which nothing is in the way; a day of room is kept between two bars. */
function freeRow(ends: string[], starts: string, ends_on: string): number {
  const row = ends.findIndex((end) => end < addDays(starts, -1))
  const at = row === -1 ? ends.length : row
  ends[at] = ends_on
  return at
}

/** Where the bars of campaigns with days stand; one without a first or last day begins or ends at the edge. */
export function layTimeline(campaigns: readonly CampaignSummary[], today: string): Timeline {
  const { from, to } = bounds(campaigns, today)
  const total = daysBetween(from, to)
  const at = (day: string): number => (Math.min(Math.max(daysBetween(from, day), 0), total) * 100) / total
  const months: Timeline['months'] = []
  for (let month = from; month < to; month = addMonths(month, 1)) {
    months.push({ from: month, left: at(month), width: at(addMonths(month, 1)) - at(month) })
  }
  const ends: string[] = []
  const bars = campaigns
    .filter(({ startsOn, endsOn }) => (startsOn !== null || endsOn !== null) && (endsOn ?? to) >= from && (startsOn ?? from) < to)
    .map((campaign) => {
      const [starts, last] = [campaign.startsOn ?? from, campaign.endsOn ?? addDays(to, -1)]
      const left = at(starts)
      return { campaign, left, width: Math.max(at(addDays(last, 1)) - left, 0.8), row: freeRow(ends, starts, last) }
    })
  return { months, bars, rows: ends.length, today: today >= from && today < to ? at(today) : undefined }
}
