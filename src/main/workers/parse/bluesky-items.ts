import type { ItemTable } from './json-items'
import { asText, isRecord, listOf, own, type JsonRecord } from './json-text'

export interface RepoRecord {
  /** `app.bsky.feed.post/3mc2niyat222b` */
  path: string
  value: JsonRecord
}

/** What the archive of one account holds. */
export interface Repo {
  did: string
  blocks: number
  records: RepoRecord[]
}

const HEADER = ['key', 'id', 'date', 'text', 'reply', 'images', 'link', 'did', 'likes_given', 'reposts', 'records', 'blocks'] as const

const POSTS = 'app.bsky.feed.post/'
const LIKES = 'app.bsky.feed.like/'
const REPOSTS = 'app.bsky.feed.repost/'

const yes = (is: boolean): string => (is ? 'TRUE' : '')
const at = (value: unknown, key: string): unknown => (isRecord(value) ? own(value, key) : undefined)

/** Pictures of a post, also beside a quoted one. */
function hasImages(post: JsonRecord): boolean {
  const embed = own(post, 'embed')
  return [embed, at(embed, 'media')].some((media) => listOf(at(media, 'images')).length > 0)
}

/** Posts of an account as rows; how much else there is stands in each, since an archive has one account. */
export function blueskyTables({ did, blocks, records }: Repo): ItemTable[] {
  const of = (prefix: string): RepoRecord[] => records.filter(({ path }) => path.startsWith(prefix))
  const told = [did, String(of(LIKES).length), String(of(REPOSTS).length), String(records.length), String(blocks)]
  const rows = of(POSTS).map(({ path, value }) => {
    const id = path.slice(POSTS.length)
    const link = `https://bsky.app/profile/${did}/post/${id}`
    return [path, id, asText(own(value, 'createdAt')), asText(own(value, 'text')), yes(isRecord(own(value, 'reply'))), yes(hasImages(value)), link, ...told]
  })
  return [{ id: 'bluesky.posts', header: HEADER, rows }]
}
