import { sumKnown } from './known'

export const adFigures = ['spend', 'impressions', 'reach', 'clicks', 'link_clicks', 'results'] as const
export type AdFigure = (typeof adFigures)[number]
export type AdValues = Record<AdFigure, number | null>

/** What a cost is held against. */
export const underCost = { cpm: 'impressions', cpc: 'link_clicks', cpr: 'results' } as const satisfies Record<string, AdFigure>
export type AdCost = keyof typeof underCost
export const adCosts = ['cpm', 'cpc', 'cpr'] as const satisfies readonly AdCost[]
export const isCost = (metric: string): metric is AdCost => metric in underCost
/** Impressions are bought by the thousand. */
export const timesOfCost = (cost: AdCost): number => (cost === 'cpm' ? 1000 : 1)

/** Costs per thousand impressions, per link click and per result; null where one side is not known or nothing was counted. */
export type AdCosts = Record<AdCost, number | null>

/** Sums; reach only of a single row, since people are counted again in every other. */
export function addAds(rows: readonly AdValues[]): AdValues {
  const sum = (name: AdFigure): number | null => sumKnown(rows.map((row) => row[name])).value ?? null
  return {
    spend: sum('spend'), impressions: sum('impressions'), clicks: sum('clicks'), link_clicks: sum('link_clicks'), results: sum('results'),
    reach: rows.length === 1 ? (rows[0]?.reach ?? null) : null
  }
}

const over = (spend: number | null, count: number | null, times: number): number | null =>
  spend === null || count === null || count === 0 ? null : (spend / count) * times

/** Only over rows that have both sides, so that an ad without results does not make the others dearer than they were. */
export function costsOf(rows: readonly AdValues[]): AdCosts {
  const per = (cost: AdCost): number | null => {
    const name = underCost[cost]
    const both = rows.filter((row) => row.spend !== null && row[name] !== null)
    return over(sumKnown(both.map(({ spend }) => spend)).value ?? null, sumKnown(both.map((row) => row[name])).value ?? null, timesOfCost(cost))
  }
  return { cpm: per('cpm'), cpc: per('cpc'), cpr: per('cpr') }
}
