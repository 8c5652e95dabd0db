/** A column of a table: its heading, and whether its cells are numbers, which stand to the right. */
export interface Column {
  heading: string
  right?: boolean
  /** Longest a cell may be; what is longer ends in an ellipsis. */
  max?: number
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide = /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

/** Cells a text takes in a terminal: two for wide scripts and emoji. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of segments.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/** Control characters (a file name may hold any) shown as a box, so that none reaches the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => (character === '\u200d' ? character : '\u25a1'))
}

/** A document that is safe in a terminal: what `JSON.stringify` leaves of control and format characters is escaped as well, which changes no value. */
export function jsonText(value: unknown, indent?: number): string | undefined {
  const text = JSON.stringify(value, null, indent) as string | undefined
  return text?.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (one) => Array.from({ length: one.length }, (_, at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''))
}

function shortened(text: string, max: number): string {
  if (widthOf(text) <= max) return text
  let kept = ''
  for (const { segment } of segments.segment(text)) {
    if (widthOf(kept) + widthOf(segment) > max - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** Aligned lines, heading first. Every row has a cell for every column. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell, index) => shortened(printable(cell), columns[index]?.max ?? Infinity)))
  const all = [columns.map((column) => column.heading), ...cells]
  const widths = columns.map((_, index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))))
  return all.map((row) =>
    row
      .map((cell, index) => {
        const gap = ' '.repeat((widths[index] ?? 0) - widthOf(cell))
        return columns[index]?.right ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  )
}

/** `name  value` lines with the values below one another. */
export function facts(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...pairs.map(([name]) => widthOf(name)))
  return pairs.map(([name, value]) => `${name}${' '.repeat(width - widthOf(name))}  ${value}`)
}
