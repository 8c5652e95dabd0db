import { sumKnown } from './known'

export const adFigures = ['spend', 'impressions', 'reach', 'clicks', 'link_clicks', 'results'] as const
export type AdFigure = (typeof adFigures)[number]
export type AdValues = Record<AdFigure, number | null>

/** Costs per thousand impressions, per link click and per result; null where one side is not known or nothing was counted. */
export interface AdCosts {
  cpm: number | null
  cpc: number | null
  cpr: number | null
}

/** Sums; reach only of a single row, since people are counted again in every other. */
export function addAds(rows: readonly AdValues[]): AdValues {
  const sum = (name: AdFigure): number | null => sumKnown(rows.map((row) => row[name])).value ?? null
  return {
    spend: sum('spend'), impressions: sum('impressions'), clicks: sum('clicks'), link_clicks: sum('link_clicks'), results: sum('results'),
    reach: rows.length === 1 ? (rows[0]?.reach ?? null) : null
  }
}

const over = (spend: number | null, count: number | null, times = 1): number | null =>
  spend === null || count === null || count === 0 ? null : (spend / count) * times

/** Only over rows that have both sides, so that an ad without results does not make the others dearer than they were. */
export function costsOf(rows: readonly AdValues[]): AdCosts {
  const per = (name: AdFigure, times?: number): number | null => {
    const both = rows.filter((row) => row.spend !== null && row[name] !== null)
    return over(sumKnown(both.map(({ spend }) => spend)).value ?? null, sumKnown(both.map((row) => row[name])).value ?? null, times)
  }
  return { cpm: per('impressions', 1000), cpc: per('link_clicks'), cpr: per('results') }
}
