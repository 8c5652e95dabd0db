import type { Knex } from 'knex'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { settledStates } from '../../../../shared/features/posts/post-states'
import type { Reader } from '../../context'
import { readTexts } from '../../db/read-packed'
import { wherePost, whereVariant } from '../posts'
import { barePosts, type EntryFilter, type EntryRange, within } from './range.queries'

/** As `OutlineRows` has them. */
const postColumns = ['id', 'title', 'plan', 'pillar_id', 'campaign_id', 'series_id'] as const
const variantColumns = ['id', 'post_id', 'channel_id', 'format', 'state', 'own_time', 'plan'] as const

const planOf = (table: 'post' | 'variant'): string =>
  ['planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant'].map((column) => `${table}.${column}`).join(" || ' ' || ")

/** What may be planned for another time than its post: what is open and has no time of its own goes with it. */
const APART = `(variant.own_time = 1 OR variant.state IN (${settledStates.map((state) => `'${state}'`).join(', ')}))`

const filtersVariants = ({ channelIds, networks, statuses }: EntryFilter): boolean => [channelIds, networks, statuses].some((list) => list?.length)

/** Row numbers of the posts that a range may show. Most are found by their own time, which is cheaper than by their variants. */
function postNumbers(db: Reader, range: EntryRange, filter: EntryFilter, variants: Knex.QueryBuilder, bare: Knex.QueryBuilder | undefined): Knex.QueryBuilder {
  const ofVariants = variants.join('post', 'post.id', 'variant.post_id').select('post.search_id')
  if (!filtersVariants(filter)) return within(db('post'), 'post', range).whereNull('post.trashed_at').select('post.search_id').union(ofVariants.whereRaw(APART))
  return bare ? ofVariants.union(bare.select('post.search_id')) : ofVariants
}

/**
 * The outline of all that goes out from `from` to before `to`, as the JSON text of `OutlineRows`. The database writes it and
 * nothing reads it on the way: for thousands of posts, making values of the rows would cost more than finding them.
 */
export async function listOutline(db: Reader, range: EntryRange, filter: EntryFilter, now: string): Promise<string> {
  const inRange = (): Knex.QueryBuilder => {
    const query = within(db('variant'), 'variant', range)
    whereVariant(query, filter, now)
    return query
  }
  const bareOf = () => barePosts(db('post').whereNull('post.trashed_at'), range, filter, now)
  const posts = db('post')
    .whereNull('post.trashed_at')
    .whereIn('post.search_id', postNumbers(db, range, filter, inRange(), bareOf()))
    .select('post.id', 'post.title', db.raw(`${planOf('post')} AS plan`), 'post.pillar_id', 'post.campaign_id', 'post.series_id')
  wherePost(db, posts, filter, 'few')
  const variants = inRange()
    .select('variant.id', 'variant.post_id', 'variant.channel_id', 'variant.format', 'variant.state', 'variant.own_time')
    .select(db.raw(`CASE WHEN ${APART} THEN ${planOf('variant')} END AS plan`))
  const bare = bareOf()?.select('post.id')
  const texts = await readTexts(db, {
    posts: { query: posts, columns: postColumns },
    variants: { query: variants, columns: variantColumns },
    bare: { query: bare ?? db('post').whereRaw('0').select('id'), columns: ['id'] }
  })
  return `{"posts":${texts.posts},"variants":${texts.variants},"bare":${texts.bare}}`
}

export async function listNetworks(db: Reader): Promise<{ id: string; network: NetworkId }[]> {
  return (await db('channel').select('id', 'network')) as { id: string; network: NetworkId }[]
}
