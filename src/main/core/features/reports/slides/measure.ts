/** A place on a slide, in inches. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** Width of a sign of text in ems, and height of a line, a little more than most fonts take: words are measured before anything draws them. */
const SIGN = 0.5
const LEADING = 1.22
const POINTS = 72

export const lineHeight = (points: number): number => (points * LEADING) / POINTS

/** Lines that a text takes at a size in a width. */
export function linesOf(text: string, width: number, points: number): number {
  const signs = Math.max(4, Math.floor((width * POINTS) / (points * SIGN)))
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signs)), 0)
}

export const textHeight = (text: string, width: number, points: number): number => linesOf(text, width, points) * lineHeight(points)

/** The largest size at which a text stays on one line. */
export const sizeForLine = (text: string, width: number, most: number, least: number): number =>
  Math.max(least, Math.min(most, Math.floor((width * POINTS) / (Math.max(1, text.length) * 0.6))))

export const inParts = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

/** Parts of nearly the same size, so that the last slide is not left with one. */
export const inEvenParts = <T>(all: readonly T[], most: number): T[][] => (all.length === 0 ? [] : inParts(all, Math.ceil(all.length / Math.ceil(all.length / most))))
