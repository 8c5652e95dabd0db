/** What stands for "no figure": never zero. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '--', '—', '–', 'nan', 'undefined', 'n/a', 'null', '< 1%', '<5', 'menos de 1%'])
const BARE = /[^\d.,+\-e]/gi

export type DecimalMark = '.' | ','

const strip = (text: string): string => text.normalize('NFKC').replace(/−/g, '-').replace(BARE, '')

const LONGEST_NOTHING = 11

export function isNoFigure(given: string): boolean {
  const first = given.charCodeAt(0)
  // Nothing of it begins with a digit, which nearly every cell of a million rows does.
  if (first >= 48 && first <= 57) return false
  const text = given.trim()
  return text.length <= LONGEST_NOTHING && NOTHING.has(text.toLowerCase())
}

/** Digits alone: what nearly every figure is, whatever the marks of its column. */
export function isPlainCount(cell: string): boolean {
  const { length } = cell
  if (length === 0 || length > 15) return false
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return true
}

const groupsOnly = (text: string, mark: string): boolean => (mark === ',' ? /^[+-]?\d{1,3}(?:,\d{3})+$/ : /^[+-]?\d{1,3}(?:\.\d{3})+$/).test(text)

/**
 * What a figure says of the decimal mark of its column: above 0 for a comma, below for a point. Of two marks in one figure the
 * last is the decimal one; a single one counts unless it stands before groups of three throughout.
 */
export function decimalVote(cell: string): number {
  if (isNoFigure(cell)) return 0
  const text = strip(cell)
  const [lastComma, lastPoint] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? 2 : -2
  if (lastComma >= 0) return groupsOnly(text, ',') ? 0 : 1
  if (lastPoint < 0) return 0
  if (!groupsOnly(text, '.')) return -1
  // 1.234.567 has too many marks to be a fraction.
  return text.indexOf('.') === lastPoint ? 0 : 1
}

/** The decimal mark of a column, from all its figures. */
export function findDecimalMark(cells: readonly string[]): DecimalMark {
  return cells.reduce((votes, cell) => votes + decimalVote(cell), 0) > 0 ? ',' : '.'
}

/** A figure, or undefined where there is none. `1,234.5`, `US$50.00`, `77.77%` and `1.234,5` are read by the column's mark. */
export function readNumber(cell: string, mark: DecimalMark): number | undefined {
  if (isPlainCount(cell)) return Number(cell)
  if (isNoFigure(cell)) return undefined
  const text = strip(cell)
  const plain = mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.')
  if (!/\d/.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}
