/** What stands for "no figure": never zero. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '--', '—', '–', 'nan', 'undefined', 'n/a', 'null', '< 1%', '<5', 'menos de 1%'])
const BARE = /[^\d.,+\-e]/gi

export type DecimalMark = '.' | ','

const strip = (text: string): string => text.normalize('NFKC').replace(/−/g, '-').replace(BARE, '')

export const isNoFigure = (text: string): boolean => NOTHING.has(text.trim().toLowerCase())

const groupsOnly = (text: string, mark: string): boolean => (mark === ',' ? /^[+-]?\d{1,3}(?:,\d{3})+$/ : /^[+-]?\d{1,3}(?:\.\d{3})+$/).test(text)

/**
 * The decimal mark of a column, from all its figures: of two marks in one figure the last, else the one that does not stand
 * before groups of three throughout.
 */
export function findDecimalMark(cells: readonly string[]): DecimalMark {
  let comma = 0
  let point = 0
  for (const cell of cells) {
    if (isNoFigure(cell)) continue
    const text = strip(cell)
    const [lastComma, lastPoint] = [text.lastIndexOf(','), text.lastIndexOf('.')]
    if (lastComma >= 0 && lastPoint >= 0) {
      if (lastComma > lastPoint) comma += 2
      else point += 2
    } else if (lastComma >= 0 && !groupsOnly(text, ',')) comma += 1
    else if (lastPoint >= 0 && !groupsOnly(text, '.')) point += 1
    // 1.234.567 has too many marks to be a fraction.
    else if (lastPoint >= 0 && text.indexOf('.') !== lastPoint) comma += 1
  }
  return comma > point ? ',' : '.'
}

/** A figure, or undefined where there is none. `1,234.5`, `US$50.00`, `77.77%` and `1.234,5` are read by the column's mark. */
export function readNumber(cell: string, mark: DecimalMark): number | undefined {
  if (isNoFigure(cell)) return undefined
  const text = strip(cell)
  const plain = mark === '.' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.')
  if (!/\d/.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}
