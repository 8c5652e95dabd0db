import type { FigureDraft } from '../figure-draft'
import type { FigureAnswers, FigureReader, FigureSettlement, FoundFigures, ReadFigures, SkippedRow } from '../figure-reader'
import { isBlank, type SourceRow } from '../../../tables/source-table'

/** Rows that a table of several blocks may have: a day a row, that is a century. */
const MOST_ROWS = 50_000

export type WholeTable = FigureSettlement & ReadFigures

/** What turns the rows of a table into figures where they must be seen together. */
export type WholeTableRule = (rows: readonly SourceRow[], answers: FigureAnswers) => WholeTable

/** Reads tables of several blocks, or of two tables side by side. They are small; their rows are kept until all were seen. */
export class WholeTableReader implements FigureReader {
  private readonly kept: SourceRow[] = []
  private drafted = new Map<number, FigureDraft[]>()
  private skipped = new Map<number, SkippedRow>()

  constructor(
    readonly found: FoundFigures,
    private readonly rule: WholeTableRule
  ) {}

  observe(rows: readonly SourceRow[]): void {
    this.kept.push(...rows.slice(0, Math.max(0, MOST_ROWS - this.kept.length)))
  }

  settle(answers: FigureAnswers): FigureSettlement {
    const { drafts, skipped, ...settlement } = this.rule(this.kept, answers)
    this.drafted = new Map()
    for (const draft of drafts) this.drafted.set(draft.line, [...(this.drafted.get(draft.line) ?? []), draft])
    this.skipped = new Map(skipped.map((row) => [row.line, row]))
    return settlement
  }

  drafts(rows: readonly SourceRow[]): ReadFigures {
    const last = this.kept.at(-1)?.line ?? 0
    const read: ReadFigures = { drafts: [], skipped: [] }
    for (const row of rows) {
      read.drafts.push(...(this.drafted.get(row.line) ?? []))
      const skipped = this.skipped.get(row.line)
      if (skipped) read.skipped.push(skipped)
      else if (row.line > last && this.kept.length >= MOST_ROWS && !isBlank(row)) read.skipped.push({ line: row.line, reason: 'unsettled' })
    }
    return read
  }
}
