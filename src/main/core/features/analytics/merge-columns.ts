import type { PostColumns, ReadMetric } from './post-columns.queries'

const isBefore = (a: PostColumns, at: number, b: PostColumns, place: number): boolean => {
  const [one, other] = [a.publishedAt[at] ?? '', b.publishedAt[place] ?? '']
  return one < other || (one === other && (a.ids[at] ?? 0) < (b.ids[place] ?? 0))
}

/** Which rows of both make up the whole, in its order: places of the first as they are, of the second after its end. */
function orderOf(before: PostColumns, news: PostColumns, gone: ReadonlySet<number>): Uint32Array {
  const end = before.ids.length
  const order: number[] = []
  let place = 0
  for (let at = 0; at < end; at += 1) {
    if (gone.has(before.ids[at] ?? 0)) continue
    while (place < news.ids.length && !isBefore(before, at, news, place)) order.push(end + place++)
    order.push(at)
  }
  while (place < news.ids.length) order.push(end + place++)
  return Uint32Array.from(order)
}

/**
 * Columns without the posts that are gone, and with those that were read anew, in the order of publishing.
 * @param gone ids of all that were read anew
 */
export function mergeColumns(before: PostColumns, news: PostColumns, gone: ReadonlySet<number>): PostColumns {
  const order = orderOf(before, news, gone)
  const end = before.ids.length
  // Loops by hand: there are millions of cells, and an iterator takes ten times as long for each.
  const pick = <T>(a: readonly T[], b: readonly T[]): T[] => {
    const picked = new Array<T>(order.length)
    for (let row = 0; row < order.length; row += 1) {
      const at = order[row] ?? 0
      picked[row] = (at < end ? a[at] : b[at - end]) as T
    }
    return picked
  }
  const pickNumbers = (a: Float64Array, b: Float64Array): Float64Array => {
    const picked = new Float64Array(order.length)
    for (let row = 0; row < order.length; row += 1) {
      const at = order[row] ?? 0
      picked[row] = (at < end ? a[at] : b[at - end]) ?? NaN
    }
    return picked
  }
  const values = Object.fromEntries(Object.entries(before.values).map(([metric, column]) => [metric, pickNumbers(column, news.values[metric as ReadMetric])])) as PostColumns['values']
  return {
    ids: pick(before.ids, news.ids), publishedAt: pick(before.publishedAt, news.publishedAt), networks: pick(before.networks, news.networks),
    channels: pick(before.channels, news.channels), formats: pick(before.formats, news.formats), values
  }
}
