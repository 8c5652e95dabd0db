/** Said, since programs choose differently where nothing is. */
export const WORKBOOK_FONT = { fontFamily: 'Arial', fontSize: 10 } as const

const LINE = 13
/** The highest that a row of a workbook can be, in points. */
const HIGHEST = 409

/**
 * Height in points of a row whose texts wrap in columns of these widths in signs; undefined for one line. Not every program makes
 * rows higher by itself, and then lines lie on one another.
 */
export function rowHeight(cells: readonly { text: string; width: number }[]): number | undefined {
  const lines = Math.max(1, ...cells.map(({ text, width }) => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / width)), 0)))
  return lines === 1 ? undefined : Math.min(HIGHEST, lines * LINE + 3)
}
