/** The point below which a share of the normal distribution lies (Acklam's approximation, wrong by less than 1.2e-9). */
export function normalQuantile(share: number): number {
  if (share <= 0 || share >= 1) throw new RangeError(`not a share: ${share}`)
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239]
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1]
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783]
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]
  const along = (factors: readonly number[], x: number) => factors.reduce((total, factor) => total * x + factor, 0)
  const edge = 0.02425
  if (share > 1 - edge) return -normalQuantile(1 - share)
  if (share < edge) {
    const q = Math.sqrt(-2 * Math.log(share))
    return along(c, q) / along(d, q)
  }
  const q = share - 0.5
  return (along(a, q * q) * q) / along(b, q * q)
}

/** The 97.5% points of Student's t with 1 to 6 degrees of freedom, where the series below is not exact enough. */
const fewDegrees = [12.706204736, 4.302652729, 3.182446305, 2.776445105, 2.570581836, 2.446911851]

/** The 97.5% point of Student's t (Cornish-Fisher from the normal distribution; exact to three decimals from 7 degrees on). */
export function studentQuantile(degrees: number): number {
  const known = fewDegrees[degrees - 1]
  if (known !== undefined) return known
  const z = normalQuantile(0.975)
  const [z3, z5, z7, z9] = [z ** 3, z ** 5, z ** 7, z ** 9]
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92_160 * degrees ** 4)
  )
}

/** Stirling's series; right to twelve digits from a hundred on. */
const logFactorial = (n: number): number => (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3)

/** Of many throws, fewer heads than eight standard deviations below the middle are not worth adding up. */
const firstLikely = (n: number): number => (n < 2000 ? 0 : Math.floor(n / 2 - 4 * Math.sqrt(n)))

/**
 * Up to how many heads in `n` throws of a coin are so few that so few, or fewer, come with at most this chance.
 * @returns -1 where even none at all is more likely than that
 */
export function rarelyFewer(n: number, chance: number): number {
  let heads = firstLikely(n)
  let logChance = n * Math.log(0.5) + (heads === 0 ? 0 : logFactorial(n) - logFactorial(heads) - logFactorial(n - heads))
  let total = Math.exp(logChance)
  while (total <= chance && heads < n) {
    heads += 1
    logChance += Math.log((n - heads + 1) / heads)
    total += Math.exp(logChance)
  }
  return heads - 1
}
