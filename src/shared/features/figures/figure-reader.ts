import type { TableShape } from '../../parse/protocol'
import type { DateOrder } from '../../tables/read-date'
import type { SourceRow } from '../../tables/source-table'
import type { FigureColumn, SubjectKind } from './figure-columns'
import type { FigureDraft } from './figure-draft'
import type { MetricFacts } from './formats/metric-facts'

/** A table as far as it must be known to say what it is: its first rows, `HEAD_ROWS` of them or all there are. */
export interface TableHead {
  /** Sheet, or kind of an archive's items; empty in a CSV file. */
  name: string
  shape: TableShape
  rows: readonly SourceRow[]
  /** Name of the file as the person has it, and of the entry inside an archive: a period may stand there and nowhere else. */
  fileName: string
  entry: string | null
  /** Day the file was last written, `YYYY-MM-DD`: suggested as the year of dates without one. */
  modifiedOn?: string
}
export const HEAD_ROWS = 200

/** A figure or a fact of a column, as a person mapped it. */
export const columnRoles = [
  'id', 'link', 'title', 'text', 'type', 'published', 'date', 'until', 'account', 'account-name', 'campaign', 'campaign-id', 'ad-set', 'ad-set-id', 'ad', 'ad-id', 'currency', 'dimension',
  'ignore'
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** A layout that a person mapped once. JSON through and through: kept per workspace, and exported as a file for a colleague. */
export interface MappedLayout {
  /** `headerSignature` of the header row. */
  signature: string
  name: string
  /** Network of the catalog, `google-ads` or `ga4`. */
  network: string
  subject: SubjectKind
  /** What a row counts: over a lifetime, on the day of `date`, or from `date` until `until` (else the period of the file). */
  span: 'lifetime' | 'day' | 'period'
  /** By `headerKey` of the header. A figure is a name of the dictionary (`reach`), `more.<name>` for one it does not have. */
  columns: Record<string, { role: ColumnRole } | { figure: string }>
  dateOrder?: DateOrder
  /** IANA zone of the times of day. */
  zone?: string
  /** Instead of a layout of its own: columns that this known format does not know, whichever file they stand in; `signature` is `columnSignature`. */
  format?: string
}

export interface FoundColumn {
  index: number
  header: string
  key: string
  /** Name in the file format; null where nobody knows it. */
  metric: string | null
  /** Column of the workspace that it is kept in; null for a figure without one. */
  column: FigureColumn | null
  role: ColumnRole | null
}

/** What a table was recognized as, and by what. */
export interface FoundFigures {
  format: string
  /** As `expected.json` names it: `post_metrics`, `daily_metrics`, `ad_metrics`, `audience`, `own_posts` … */
  kind: string
  platform: string
  /** Network that figures are kept under; null where the file does not say and a person must. */
  network: string | null
  /** Null where the table has words and no figures: messages, comments. */
  subject: SubjectKind | null
  /** 0 to 1. */
  score: number
  /** Headers that it was recognized by. */
  matched: string[]
  headerLine: number
  columns: FoundColumn[]
  /** Columns that are kept as they are, for nobody has said what they hold. */
  unknown: Pick<FoundColumn, 'index' | 'header' | 'key'>[]
  /** A person mapped it. */
  mapped: boolean
}

export interface FigureAnswers {
  /** Day or month first, where no row tells. */
  order?: DateOrder
  /** Year of the newest date in a table whose dates have none. */
  year?: number
  /** Whose figures they are where the file does not name the network. */
  network?: string
  /** What the figures cover where the file does not say; `lifetime` where they count until it was made. */
  period?: { from: string; to: string } | 'lifetime'
}

/**
 * What a table cannot be understood without. A question that is not `required` has a safe reading that is taken without an
 * answer: of a period, that the figures count until the file was made.
 */
export type FigureQuestion =
  | { code: 'date-order'; required: true; column: string; examples: string[] }
  | { code: 'year'; required: true; column: string; first: string; last: string; suggested: number | null }
  | { code: 'network'; required: true; options: string[] }
  | { code: 'period'; required: false }

/** Whose figures a table holds, as far as it says. One table may hold those of several accounts. */
export interface FoundAccount {
  network: string
  /** Id or name that comes again in the next file; empty where the file names none. */
  key: string
  name: string
  rows: number
}

export interface FigureSettlement {
  questions: FigureQuestion[]
  /** In the order of `FigureDraft.account`; never empty for a table with rows. */
  accounts: FoundAccount[]
  /** First and last day the figures are about, `YYYY-MM-DD`: days of a series, periods, days of publishing. Empty where there are none. */
  from: string
  to: string
  /** Rows that count; without headings, totals and footers. */
  rows: number
  /** By the names of the file format, over rows that count. Reach and the like are summed as well: a check, not a figure to show. */
  sums: Record<string, number>
  /** Everything a script wants to know, named as in `expected.json`. */
  facts: MetricFacts
}

export const skipReasons = [
  /** Sums that the file states itself. */
  'totals',
  /** A remark below the figures. */
  'footer',
  'no-id',
  /** A spreadsheet rounded the id, and no link tells it. */
  'damaged-id',
  'no-date',
  'unreadable-date',
  /** Somebody else's: a boost, a repost. */
  'not-own',
  /** Not a single figure. */
  'no-figures',
  /** An answer is missing. */
  'unsettled'
] as const
export type SkipReason = (typeof skipReasons)[number]

export interface SkippedRow {
  line: number
  reason: SkipReason
}

export interface ReadFigures {
  drafts: FigureDraft[]
  skipped: SkippedRow[]
}

/**
 * Reads the figures of one table in two walks over its rows, both in order from the very first row: `observe` all, `settle`,
 * then `drafts` all. Keeps what a column tells as a whole, and no rows. `settle` may be called again with other answers.
 */
export interface FigureReader {
  readonly found: FoundFigures
  observe(rows: readonly SourceRow[]): void
  settle(answers: FigureAnswers): FigureSettlement
  drafts(rows: readonly SourceRow[]): ReadFigures
}
