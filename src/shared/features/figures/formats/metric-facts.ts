/** Figures of an export, named as scripts know them: sums without what is no figure, days from first to last. */
export type MetricFacts = Record<string, unknown>

/** What a table is as an export of figures, and what it holds. */
export interface FiguresFound {
  format: string
  score: number
  /** Headers, or titles, that it was recognized by. */
  matched: string[]
  /** Place of the header among the rows. */
  headerIndex: number
  facts: MetricFacts
}
