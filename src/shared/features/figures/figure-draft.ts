import type { FigureColumn, SubjectKind } from './figure-columns'

/** What a row is about, as its file tells it. Absent means that the file does not say. */
export interface SubjectDraft {
  kind: SubjectKind
  /**
   * What it is known by when it comes again: the network's id of a post; `account` for the channel as a whole; ids or the
   * chain of names of an ad; `dimension:value` of an audience or of traffic. `account` of an ad or of traffic is the total
   * that the network states itself: it is never added to its parts.
   */
  key: string
  title?: string
  text?: string
  permalink?: string
  /** The network's type of post in our words: `reel`, `story`, `carousel`, `image`, `video`, `text`, `document`, `short`, `link`, `poll`, `reply`, `event`. */
  format?: string
  /** In UTC, `2026-05-26T16:22:00.000Z`. */
  publishedAt?: string
  campaign?: string
  adSet?: string
  ad?: string
  /** ISO 4217. */
  currency?: string
}

/** One row of figures as it was read: a post over its lifetime, an account on a day, an ad in a period. */
export interface FigureDraft {
  /** Line of the file, or row of the sheet. */
  line: number
  /** Whose figures they are: place in `FigureSettlement.accounts`. */
  account: number
  subject: SubjectDraft
  /** `YYYY-MM-DD`, both inclusive; both empty for what counts over a lifetime until the file was made. */
  startsOn: string
  endsOn: string
  /** Missing is absent, never 0. */
  values: Partial<Record<FigureColumn, number>>
  /** Figures without a column, by their name in the file formats (`bookmarks`, `views_3s`). */
  more: Record<string, number>
  /** Cells of columns that nobody knows yet, by header, so that a later version can use them. */
  raw: Record<string, string>
}
