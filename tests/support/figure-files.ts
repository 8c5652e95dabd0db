import { csvText, putFile } from './table-files'
import { tempFolder } from './temp-folder'

const VIDEO = ['Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares', 'Unique Viewers']
export const FIRST_DAY = '2026-05-01'

const dayAfter = (first: string, days: number): string => new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Days of one account as TikTok exports them; each figure is told by `cell`. */
export async function putDays(name: string, options: { first?: string; days: number; cell?: (day: number, column: number) => number | string; folder?: string }): Promise<string> {
  const { first = FIRST_DAY, days, cell = (day, column) => day * 10 + column, folder = await tempFolder() } = options
  const rows = Array.from({ length: days }, (_, day) => [dayAfter(first, day), ...VIDEO.map((_header, column) => String(cell(day, column)))])
  return putFile(folder, name, csvText([['Date', ...VIDEO], ...rows]))
}

export interface XPost {
  id: string
  day?: string
  text?: string
  impressions: number
  likes?: number
}

const X_HEADER = ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes', 'Engagements', 'Bookmarks', 'Shares', 'New follows', 'Replies', 'Reposts', 'Profile visits', 'Detail Expands', 'URL Clicks', 'Hashtag Clicks', 'Permalink Clicks']

/** Posts as X exports them. */
export async function putPosts(name: string, posts: readonly XPost[], folder?: string): Promise<string> {
  const rows = posts.map(({ id, day = 'Sat, Aug 15, 2026', text = `Post ${id}`, impressions, likes = 1 }) => [
    id, day, text, `https://x.com/museum/status/${id}`, String(impressions), String(likes), '3', '0', '0', '0', '1', '0', '0', '1', '0', '0', '0'
  ])
  return putFile(folder ?? (await tempFolder()), name, csvText([X_HEADER, ...rows]))
}

/** Many posts in one file, each with an id of its own. */
export const manyPosts = (count: number): XPost[] => Array.from({ length: count }, (_, n) => ({ id: String(2_088_000_000_000_000_000n + BigInt(n) * 4_194_304n), impressions: n }))

