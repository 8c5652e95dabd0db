import type { MetricFacts } from './formats/metric-facts'

/** A table of an archive, after it was read. */
export interface ArchivePart {
  /** Name inside the archive. */
  entry: string
  format: string
  facts: MetricFacts
}

const sumsOf = ({ facts }: ArchivePart): Record<string, number> => (facts['sums'] ?? {}) as Record<string, number>
const count = (parts: readonly ArchivePart[], fact: string): number => parts.reduce((sum, { facts }) => sum + Number(facts[fact] ?? 0), 0)
const texts = (parts: readonly ArchivePart[], fact: string): string[] => parts.map(({ facts }) => facts[fact]).filter((text) => typeof text === 'string').sort()

/** Posts that an archive splits over several files, as one. */
function ownPosts(parts: readonly ArchivePart[]): MetricFacts {
  const names = [...new Set(parts.flatMap((part) => Object.keys(sumsOf(part))))]
  return {
    rows: count(parts, 'rows'),
    sums: Object.fromEntries(names.map((name) => [name, parts.reduce((sum, part) => sum + (sumsOf(part)[name] ?? 0), 0)])),
    replies_to_others: count(parts, 'replies_to_others'), retweets: count(parts, 'retweets'), distinct_ids: count(parts, 'distinct_ids'),
    date_from: texts(parts, 'date_from')[0] ?? null, date_to: texts(parts, 'date_to').at(-1) ?? null, first_id: parts[0]?.facts['first_id'] ?? null
  }
}

/** What an archive is as a whole; undefined where it is just several files in one. `entries` are all its files, in order. */
export function describeArchive(entries: readonly string[], tables: readonly ArchivePart[]): MetricFacts | undefined {
  const of = (format: string) => tables.filter((table) => table.format === format)
  if (tables.some(({ format }) => format.startsWith('x.archive.'))) {
    const messages = of('x.archive.messages')[0]
    return {
      platform: 'x', kind: 'archive_zip', granularity: 'container', timezone: 'UTC', parts: entries, account: of('x.archive.account')[0]?.facts['account'] ?? null,
      own_posts: ownPosts(of('x.archive.tweets')), ...(messages && { messages: messages.facts })
    }
  }
  if (tables.length > 0 && tables.every(({ format }) => format.startsWith('youtube.') && format !== 'youtube.takeout.comments')) {
    return { platform: 'youtube', kind: 'export_zip', granularity: 'container', parts: Object.fromEntries(tables.map(({ entry, facts }) => [entry, facts['rows']])) }
  }
  return undefined
}
