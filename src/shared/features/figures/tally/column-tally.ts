import { decimalVote, isNoFigure, isPlainCount, readNumber, type DecimalMark } from '../../../tables/read-number'

/** The figures of a column, told by what they were when all of them were seen: the decimal mark is that of the whole column. */
export class ColumnTally {
  private cells = 0
  private votes = 0
  private point = { sum: 0, empty: 0 }
  private comma = { sum: 0, empty: 0 }

  constructor(private readonly fixed: '.' | undefined) {}

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
    this.votes += decimalVote(cell)
  }

  private take(side: { sum: number; empty: number }, value: number | undefined): void {
    if (value === undefined) side.empty += 1
    else side.sum += value
  }

  get mark(): DecimalMark {
    return this.fixed ?? (this.votes > 0 ? ',' : '.')
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
