/** Told apart at a glance in light and dark, also without full color vision; for pillars and campaigns. */
export const recordColors = [
  '#2f6f4f', '#3d5a99', '#b0562c', '#7a3f78', '#8a7408', '#2b6e7a', '#99374b', '#5b5f2a', '#5a4a9c', '#6b5344'
] as const

/** The color used least so far, the first of those in the list. */
export function leastUsedColor(used: readonly string[]): string {
  const uses = (color: string) => used.filter((other) => other.toLowerCase() === color).length
  return [...recordColors].sort((a, b) => uses(a) - uses(b))[0] ?? recordColors[0]
}
