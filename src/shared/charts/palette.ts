import type { SeriesColor } from './chart-definition'

/**
 * Six colors told apart with any color vision, each at least 3 : 1 against its ground. The screen reads the same values from
 * its tokens (`--gr-series-1` to `-6`), so that a theme stays one place; paper reads the light ones here.
 */
export const printPalette: readonly [string, string, string, string, string, string] = ['#1d5c44', '#b0631a', '#3a5a80', '#8a3f66', '#6d6a1f', '#6b655d']

export const printColor = (color: SeriesColor): string => printPalette[color]

export const seriesToken = (color: SeriesColor): string => `--gr-series-${color + 1}`

/** The color of the series with this number; from the seventh on it begins again. */
export const seriesColor = (index: number): SeriesColor => (((index % 6) + 6) % 6) as SeriesColor
