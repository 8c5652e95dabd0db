/** Changes (insert, delete, replace, swap of neighbors) from one word to the other. */
function distance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

/** The word most like the one given, or undefined when none is near enough to be meant. */
export function nearestOf(word: string, words: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().slice(0, 40)
  let best: { word: string; cost: number } | undefined
  for (const candidate of words) {
    const lower = candidate.toLowerCase()
    const starts = wanted.length >= 3 && (lower.startsWith(wanted) || wanted.startsWith(lower))
    const cost = starts && lower.length >= 3 ? 1 : distance(wanted, lower)
    if (cost <= Math.max(1, Math.floor(lower.length / 3)) && (!best || cost < best.cost)) best = { word: candidate, cost }
  }
  return best?.word
}
