import type { ChartDefinition } from '../charts/chart-definition'
import type { ChartDrawing } from '../charts/chart-drawing'
import type { FigureUnit } from '../charts/figure-format'
import type { RichText } from '../features/reports/rich-text'
import type { SectionKind } from '../features/reports/report-sections'

/**
 * Everything a report shows, already computed and in its language: pure JSON, from which the PDF, the slides and the workbook are
 * made, and which is kept when a report is frozen. What is not known is null as a number and "–" as a text.
 */
export interface ReportData {
  version: 1
  /** Two letters, as PDFs and Typst take it. */
  language: string
  /** For numbers and dates that a template writes itself. */
  locale: string
  /** Of the document: names client and days. */
  title: string
  client: Mark
  agency: AgencyMark | null
  /** Dark enough to be read on white, and for white to be read on it. */
  accent: string
  /** The same color, as light as paper allows: grounds and rules. */
  tint: string
  period: { label: string; days: string; compare: string | null }
  made: string
  paper: 'a4' | 'us-letter'
  /** Heads the list of sections; null where there is none. */
  contents: string | null
  /** `Page {page} of {pages}` */
  page: string
  sections: SectionData[]
  /** Instant that goes into the files as their date, ISO 8601. */
  createdAt: string
}

export interface Mark {
  name: string
  color: string
  /** Address below the folder of the document, `/logo.webp`; null without a mark. */
  logo: string | null
}

export interface AgencyMark extends Mark {
  contact: string[]
}

export interface SectionData {
  id: string
  kind: SectionKind
  title: string
  text: RichText
  blocks: Block[]
}

/** A picture of the document's folder. */
export interface Picture {
  source: string
  alt: string
}

export interface Tile {
  label: string
  value: string
  raw: number | null
  unit: FigureUnit
  /** `+12% against September 2026`; null where nothing can be compared. */
  change: string | null
  /** Shape as well as color: ▲ ▼. `none` where a change is neither good nor bad. */
  direction: 'up' | 'down' | 'same' | 'none'
  /** Why a figure or a comparison is missing, or how it is counted. */
  note: string | null
}

export interface Column {
  label: string
  align: 'left' | 'right'
  /** Share of the width that it asks for. */
  share: number
}

export interface Cell {
  text: string
  /** The number behind the text, for workbooks; null for words and for what is not known. */
  value: number | null
  unit: FigureUnit | null
  /** `YYYY-MM-DD` where the text is a day, for workbooks. */
  day?: string
}

export interface Card {
  picture: Picture | null
  title: string
  text: string
  /** Network, account and day. */
  facts: string
  figures: { label: string; text: string }[]
}

export interface Goal {
  name: string
  /** `12,400 of 15,000` */
  status: string
  /** What was reached of the way, 0 to 1 and above; null where it is not known. */
  progress: number | null
  percent: string
  /** The day that it ends, where it began, what is wrong. */
  facts: string
  /** What a reader of the bar hears. */
  alt: string
}

export interface Entry {
  title: string
  /** Words that stand behind it, each with what it is: `Decision`. */
  parts: { label: string; text: RichText }[]
  facts: string
}

export interface Term {
  term: string
  text: string
  formula: string | null
}

export type Block =
  | { kind: 'cover'; picture: Picture | null }
  | { kind: 'tiles'; title: string | null; tiles: Tile[] }
  | { kind: 'chart'; title: string; chart: ChartDefinition; drawing: ChartDrawing; alt: string; note: string | null }
  | { kind: 'table'; title: string | null; columns: Column[]; rows: Cell[][]; note: string | null }
  | { kind: 'cards'; title: string | null; cards: Card[] }
  | { kind: 'goals'; goals: Goal[] }
  | { kind: 'entries'; title: string | null; entries: Entry[] }
  | { kind: 'terms'; terms: Term[] }
  /** A line in gray: what is left out and why. */
  | { kind: 'note'; text: string }
