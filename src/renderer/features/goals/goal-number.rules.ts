import { readDecimal } from './read-decimal'

const isShare = (metric: string | undefined): boolean => metric === 'engagement_rate'

/** What a person typed as the figure of a goal; a rate is typed in percent and kept as a share. Undefined: no number. */
export function readGoalNumber(metric: string, text: string): number | undefined {
  const value = readDecimal(text)
  return value === undefined ? undefined : isShare(metric) ? value / 100 : value
}

export function writeGoalNumber(metric: string | undefined, value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  return String(isShare(metric) ? Math.round(value * 1e6) / 1e4 : Math.round(value * 100) / 100)
}
