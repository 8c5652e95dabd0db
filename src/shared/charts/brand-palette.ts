import type { ChartDrawing } from './chart-drawing'
import { printPalette } from './palette'

type Linear = [number, number, number]

const linearOf = (hex: string): Linear => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255].map((one) => {
    const share = one / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Linear
}

const times = (rows: readonly (readonly number[])[], [r, g, b]: Linear): Linear => rows.map(([x = 0, y = 0, z = 0]) => Math.max(0, x * r + y * g + z * b)) as Linear

/** How colors look to people without cones for long or for middle waves (Machado, Oliveira and Fernandes, 2009), and to all others. */
const eyes: readonly (readonly (readonly number[])[])[] = [
  [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
]

/** Coordinates in OKLab, where distances are as large as they look. */
function labOf(linear: Linear): Linear {
  const [l, m, s] = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], linear).map(Math.cbrt) as Linear
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
}

/** How far two colors are apart to the eye that sees the least of it. */
function apart(a: string, b: string): number {
  return Math.min(...eyes.map((eye) => {
    const [one, other] = [labOf(times(eye, linearOf(a))), labOf(times(eye, linearOf(b)))]
    return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
  }))
}

/** Six colors for charts of a brand: its own first, then those of ours that are told apart from all before them best, with any color vision. */
export function brandPalette(accent: string): string[] {
  const chosen = [accent]
  const left: string[] = [...printPalette]
  while (chosen.length < printPalette.length) {
    const nearest = (color: string): number => Math.min(...chosen.map((one) => apart(one, color)))
    const next = left.reduce((best, color) => (nearest(color) > nearest(best) + 1e-9 ? color : best))
    chosen.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return chosen
}

/** The same drawing in the colors of a brand. */
export function drawnInBrand(drawing: ChartDrawing, accent: string): ChartDrawing {
  const palette = brandPalette(accent)
  const own = <T extends { color: string }>(one: T): T => ({ ...one, color: palette[(printPalette as readonly string[]).indexOf(one.color)] ?? one.color })
  return { ...drawing, lines: drawing.lines.map(own), bars: drawing.bars.map(own), legend: drawing.legend.map(own) }
}
