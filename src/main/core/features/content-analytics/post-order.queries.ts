import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Reader } from '../../context'
import type { FigureScope } from '../analytics'
import { type PostStore, postStore } from './post-columns'
import { markPosts } from './scoped-posts'

export interface PostOrder {
  scope: FigureScope
  zone: string
  formula: EngagementFormula
  sort: 'published' | PostMetric
  descending: boolean
  search: string
}

const turned = (ids: number[], descending: boolean): number[] => (descending ? ids.reverse() : ids)

/** Ids of the posts that are marked, in their order: what has no such figure comes last, whichever way it is sorted. */
async function sorted(store: PostStore, marks: Uint8Array, { sort, descending, formula }: PostOrder): Promise<number[]> {
  const { ids } = store.columns
  if (sort === 'published') return turned(ids.filter((_, at) => marks[at] === 1), descending)
  const [values, order] = await Promise.all([store.values(sort, formula), store.ascending(sort, formula)])
  const known: number[] = []
  for (const at of order) if (marks[at] === 1) known.push(ids[at] ?? 0)
  const unknown = ids.filter((_, at) => marks[at] === 1 && Number.isNaN(values[at])).sort((a, b) => a - b)
  return [...turned(known, descending), ...turned(unknown, descending)]
}

/** Ids of the subjects of one page in their order, and how many there are in all. */
export async function listPostOrder(db: Reader, order: PostOrder, { offset, limit }: { offset: number; limit: number }): Promise<{ total: number; ids: number[] }> {
  const store = await postStore(db)
  const ids = await sorted(store, await markPosts(db, store, order), order)
  return { total: ids.length, ids: ids.slice(offset, offset + limit) }
}
