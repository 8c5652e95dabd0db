import type { FigureColumn } from './figure-columns'

/** What interactions are held against: people reached, times seen, or followers of the channel that day. */
export const engagementFormulas = ['reach', 'views', 'followers'] as const
export type EngagementFormula = (typeof engagementFormulas)[number]
export const defaultFormula: EngagementFormula = 'reach'

/** Figures that are worked out of others. Both are printed with how. */
export const derivedMetrics = ['interactions', 'engagement_rate'] as const
export type DerivedMetric = (typeof derivedMetrics)[number]
export type Metric = FigureColumn | DerivedMetric

export type Values = Partial<Record<FigureColumn, number | null | undefined>>

/**
 * What counts as an interaction: what a person does to a post that others can see, or keeps of it. Clicks do not count, so that networks
 * whose files have them can be held beside those whose files do not. `likes` are all reactions, `comments` replies, `shares` reposts.
 */
export const interactionColumns = ['likes', 'comments', 'shares', 'saves'] as const satisfies readonly FigureColumn[]
export type InteractionColumn = (typeof interactionColumns)[number]
const withoutSaves: readonly InteractionColumn[] = ['likes', 'comments', 'shares']
const byNetwork: Readonly<Record<string, readonly InteractionColumn[]>> = {
  facebook: withoutSaves,
  linkedin: withoutSaves,
  youtube: withoutSaves,
  threads: withoutSaves,
  mastodon: withoutSaves,
  bluesky: withoutSaves,
  pinterest: ['comments', 'saves']
}

export const interactionsOf = (network: string): readonly InteractionColumn[] => byNetwork[network] ?? interactionColumns

/** Why there is no rate: said instead of a figure, never shown as 0. */
export type NoRate = 'no-interactions' | 'no-reach' | 'no-views' | 'no-followers' | 'nobody'

export interface Interactions {
  value: number
  /** What was added up; a figure that the file does not have is left out. Only `engagements`: the file gives no parts. */
  counted: readonly (InteractionColumn | 'engagements')[]
}

/** Undefined when none of the figures is known. Where the file has but their sum, it is taken as the network counts it. */
export function countInteractions(network: string, values: Values): Interactions | undefined {
  const counted = interactionsOf(network).filter((column) => values[column] != null)
  if (counted.length > 0) return { value: counted.reduce((sum, column) => sum + (values[column] ?? 0), 0), counted }
  return values.engagements == null ? undefined : { value: values.engagements, counted: ['engagements'] }
}

/** Times seen, by the name that the network has for it: `views` where the file has them, else the older `impressions`. */
export const timesSeen = (values: Values): number | undefined => values.views ?? values.impressions ?? values.video_views ?? undefined

const reasons: Record<EngagementFormula, NoRate> = { reach: 'no-reach', views: 'no-views', followers: 'no-followers' }

export type Rate =
  | { value: number; over: number; under: number; counted: Interactions['counted']; reason?: undefined }
  | { value: undefined; reason: NoRate }

/**
 * The engagement rate of a post, a share of one.
 * @param followers of the channel on the day of the post; only asked for by the formula of that name
 */
export function engagementRate(formula: EngagementFormula, network: string, values: Values, followers?: number | null): Rate {
  const interactions = countInteractions(network, values)
  if (!interactions) return { value: undefined, reason: 'no-interactions' }
  const under = { reach: values.reach, views: timesSeen(values), followers }[formula]
  if (under == null) return { value: undefined, reason: reasons[formula] }
  if (under <= 0) return { value: undefined, reason: 'nobody' }
  return { value: interactions.value / under, over: interactions.value, under, counted: interactions.counted }
}

/** Translates a key of the messages below; the interface's or a report's language. */
export type FormulaWords = (key: FormulaKey) => string
export type FormulaKey = `formula.part.${InteractionColumn}` | `formula.under.${EngagementFormula}`

/** `(likes + comments + shares) / reach`: printed beside a rate. @param network left out: of several networks */
export function formulaText(words: FormulaWords, formula: EngagementFormula, network?: string): string {
  const parts = network === undefined ? interactionColumns : interactionsOf(network)
  return `(${parts.map((column) => words(`formula.part.${column}`)).join(' + ')}) / ${words(`formula.under.${formula}`)}`
}
