import { hashtagsOf } from '../../../../shared/features/analytics/measured-posts'
import type { Reader } from '../../context'

/** Posts that have figures: what is read for a look before an import, or what an import left when it was undone, has none. */
const measured = (db: Reader) => db('figure_subject').where({ kind: 'post' }).whereExists(db('figure').whereRaw('figure.subject_id = figure_subject.id').select(db.raw('1')))

/** Formats of imported posts, the most used first. */
export async function listFormats(db: Reader): Promise<string[]> {
  const rows = (await measured(db).whereNot({ format: '' })
    .groupBy('format').orderByRaw('count(*) DESC, format').select('format')) as { format: string }[]
  return rows.map(({ format }) => format)
}

/** Hashtags of the newest posts, the most used first. */
export async function listHashtags(db: Reader, { posts, limit }: { posts: number; limit: number }): Promise<string[]> {
  const rows = (await measured(db).orderBy('published_at', 'desc').limit(posts).select('text')) as { text: string }[]
  const counts = new Map<string, number>()
  for (const { text } of rows) for (const tag of hashtagsOf(text)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, limit).map(([tag]) => tag)
}

/** First and last day of any figure: of its days, or of the publishing of a post. Null where nothing was imported. */
export async function findKnownDays(db: Reader): Promise<{ first: string | null; last: string | null }> {
  const [days, posts] = (await Promise.all([
    db('figure').where('starts_on', '>', '').first(db.raw('min(starts_on) AS first, max(starts_on) AS last')),
    measured(db).where('published_at', '>', '').first(db.raw('min(published_at) AS first, max(published_at) AS last'))
  ])) as { first: string | null; last: string | null }[]
  const known = [days?.first, days?.last, posts?.first, posts?.last].flatMap((one) => (one ? [one.slice(0, 10)] : [])).sort()
  return { first: known[0] ?? null, last: known.at(-1) ?? null }
}
