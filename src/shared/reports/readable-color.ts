type Rgb = readonly [number, number, number]

const channelsOf = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
const toHex = (rgb: Rgb): string => `#${rgb.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance as WCAG 2 has it. */
function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((one) => {
    const share = one / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of a color with white, 1 to 21. */
export const contrastWithWhite = (hex: string): number => 1.05 / (luminance(channelsOf(hex)) + 0.05)

const mix = (hex: string, other: Rgb, share: number): string => {
  const [r, g, b] = channelsOf(hex)
  return toHex([r + (other[0] - r) * share, g + (other[1] - g) * share, b + (other[2] - b) * share])
}

/** A little more than WCAG asks of small text. */
const ENOUGH = 5

/** The color, darkened until it can be read on white and white on it. */
export function readableColor(hex: string): string {
  for (let share = 0; share < 1; share += 0.04) {
    const darker = mix(hex, [20, 18, 16], share)
    if (contrastWithWhite(darker) >= ENOUGH) return darker
  }
  return '#1c1917'
}

/** The color with this share of white. */
export const lighter = (hex: string, share: number): string => mix(hex, [255, 255, 255], share)

/** The color as light as paper allows. */
export const tintOf = (hex: string): string => lighter(hex, 0.8)
