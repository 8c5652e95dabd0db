import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Reader } from '../../context'
import { type FigureScope, markPosts, type PostStore, postStore } from '../analytics'

export interface PostOrder {
  scope: FigureScope
  zone: string
  formula: EngagementFormula
  sort: 'published' | PostMetric
  descending: boolean
  search: string
}

/** The places of a list that `isShown`, from either end, page by page. */
function* walked(length: number, placeAt: (turn: number) => number, descending: boolean, isShown: (place: number) => boolean): Generator<number> {
  for (let turn = 0; turn < length; turn += 1) {
    const place = placeAt(descending ? length - 1 - turn : turn)
    if (isShown(place)) yield place
  }
}

/** Places of the posts that are marked, in their order: what has no such figure comes last, whichever way it is sorted. */
async function sorted(store: PostStore, marks: Uint8Array, { sort, descending, formula }: PostOrder): Promise<Iterable<number>> {
  const isMarked = (place: number): boolean => marks[place] === 1
  if (sort === 'published') return walked(marks.length, (turn) => turn, descending, isMarked)
  const [values, order, byId] = await Promise.all([store.values(sort, formula), store.ascending(sort, formula), store.byId()])
  return (function* () {
    yield* walked(order.length, (turn) => order[turn] ?? 0, descending, isMarked)
    yield* walked(byId.length, (turn) => byId[turn] ?? 0, descending, (place) => isMarked(place) && Number.isNaN(values[place]))
  })()
}

/** Ids of the subjects of one page in their order, and how many there are in all. */
export async function listPostOrder(db: Reader, order: PostOrder, { offset, limit }: { offset: number; limit: number }): Promise<{ total: number; ids: number[] }> {
  const store = await postStore(db)
  const marks = await markPosts(db, store, order)
  let total = 0
  for (let place = 0; place < marks.length; place += 1) total += marks[place] ?? 0
  const ids: number[] = []
  let turn = 0
  if (offset < total) {
    for (const place of await sorted(store, marks, order)) {
      if (turn >= offset + limit) break
      if (turn >= offset) ids.push(store.columns.ids[place] ?? 0)
      turn += 1
    }
  }
  return { total, ids }
}
