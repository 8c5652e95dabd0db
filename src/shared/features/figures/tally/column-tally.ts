import { decimalVote, isNoFigure, isPlainCount, readNumber, type DecimalMark } from '../../../tables/read-number'

/** The figures of a column, told by what they were when all of them were seen: the decimal mark is that of the whole column. */
export class ColumnTally {
  private cells = 0
  private votes = 0
  /** Cells such as `1.234`, which may be a thousand or one and a bit. */
  private open = 0
  private assumed: DecimalMark = '.'
  private point = { sum: 0, empty: 0 }
  private comma = { sum: 0, empty: 0 }

  constructor(
    private readonly fixed: '.' | undefined,
    private readonly isCount: boolean
  ) {}

  add(cell: string): void {
    this.cells += 1
    if (isPlainCount(cell)) {
      const count = Number(cell)
      this.point.sum += count
      this.comma.sum += count
      return
    }
    if (isNoFigure(cell)) {
      this.point.empty += 1
      this.comma.empty += 1
      return
    }
    const value = readNumber(cell, '.')
    this.take(this.point, value)
    if (this.fixed !== undefined) return
    this.take(this.comma, /[.,]/.test(cell) ? readNumber(cell, ',') : value)
    const vote = decimalVote(cell)
    this.votes += vote
    if (vote === 0 && cell.includes('.')) this.open += 1
  }

  private take(side: { sum: number; empty: number }, value: number | undefined): void {
    if (value === undefined) side.empty += 1
    else side.sum += value
  }

  get mark(): DecimalMark {
    if (this.fixed !== undefined) return this.fixed
    return this.votes === 0 ? this.assumed : this.votes > 0 ? ',' : '.'
  }
  /** True where some cell says that a comma is the decimal mark. */
  get saysComma(): boolean {
    return this.fixed === undefined && this.votes > 0
  }

  /** Nothing in the column tells: counts are whole, so that a point in them parts thousands; other figures follow the table. */
  settle(tableSaysComma: boolean): void {
    if (this.open > 0 && (this.isCount || tableSaysComma)) this.assumed = ','
  }

  get empty(): number {
    return this.mark === ',' ? this.comma.empty : this.point.empty
  }
  get sum(): number {
    return Math.round((this.mark === ',' ? this.comma : this.point).sum * 1e6) / 1e6
  }
  /** Not one figure in the column. */
  get isEmpty(): boolean {
    return this.cells > 0 && this.empty === this.cells
  }
}
