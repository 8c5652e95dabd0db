import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import { postMetrics } from '../../../../shared/features/analytics/post-metrics'
import { hashtagsOf } from '../../../../shared/features/analytics/measured-posts'
import type { Reader } from '../../context'
import { isTold, postFigures } from './figure-queries'
import { metricSql, underSql } from './metric-sql'

/** Figures that are read; the rate is worked out of them. */
export const readMetrics = postMetrics.filter((metric) => metric !== 'engagement_rate')
export type ReadMetric = Exclude<PostMetric, 'engagement_rate'>

/** All posts with a time of publishing, in its order, column by column. */
export interface PostColumns {
  ids: number[]
  publishedAt: string[]
  networks: string[]
  channels: string[]
  formats: string[]
  /** Not a number: not known. */
  values: Record<ReadMetric, Float64Array>
}

/** Read at once: few enough that nobody waits while their text is read. */
const CHUNK = 4000
type Row = [id: number, publishedAt: string, network: string, channelId: string, format: string, ...values: (number | null)[]]

/** As one text, written by the database: for thousands of rows a fraction of the time of handing over each value. */
async function readChunk(db: Reader, expressions: readonly string[], after: { publishedAt: string; id: number }, only?: string): Promise<Row[]> {
  const named = expressions.map((sql, index) => `${sql} AS c${index}`).join(', ')
  const columns = ['id', 'published_at', 'network', 'channel_id', 'format', ...expressions.map((_, index) => `c${index}`)].join(', ')
  const [packed] = (await db.raw(
    `SELECT json_group_array(json_array(${columns})) AS rows FROM (
      SELECT s.id, s.published_at, s.network, s.channel_id, s.format, ${named} FROM figure_subject AS s ${postFigures}
      WHERE s.kind = 'post' AND (s.published_at, s.id) > (?, ?) AND ${isTold} ${only === undefined ? '' : 'AND s.id IN (SELECT value FROM json_each(?))'}
      ORDER BY s.published_at, s.id LIMIT ${CHUNK})`,
    [after.publishedAt, after.id, ...(only === undefined ? [] : [only])]
  )) as { rows: string }[]
  return JSON.parse(packed?.rows ?? '[]') as Row[]
}

async function readRows(db: Reader, expressions: readonly string[], each: (row: Row) => void, only?: string): Promise<void> {
  let next: Promise<Row[]> | undefined = readChunk(db, expressions, { publishedAt: '', id: Number.MAX_SAFE_INTEGER }, only)
  while (next) {
    const rows: Row[] = await next
    const last = rows.at(-1)
    // The database reads on while these are taken.
    next = last && rows.length === CHUNK ? readChunk(db, expressions, { id: last[0], publishedAt: last[1] }, only) : undefined
    for (const row of rows) each(row)
  }
}

/** One text for all rows that say the same, rather than one each. */
function shared(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    known.set(text, text)
    return text
  }
}

/** @param only ids of the posts to be read; all where left out */
export async function readPostColumns(db: Reader, only?: readonly number[]): Promise<PostColumns> {
  const columns: Omit<PostColumns, 'values'> = { ids: [], publishedAt: [], networks: [], channels: [], formats: [] }
  const values = readMetrics.map((): number[] => [])
  const one = shared()
  await readRows(db, readMetrics.map((metric) => metricSql(metric, 'reach')), (row) => {
    columns.ids.push(row[0])
    columns.publishedAt.push(row[1])
    columns.networks.push(one(row[2]))
    columns.channels.push(one(row[3]))
    columns.formats.push(one(row[4]))
    for (let at = 0; at < values.length; at += 1) values[at]?.push((row[at + 5] as number | null) ?? NaN)
  }, only && JSON.stringify(only))
  const packed: Partial<Record<ReadMetric, Float64Array>> = {}
  for (const [at, metric] of readMetrics.entries()) {
    await nextTurn()
    packed[metric] = Float64Array.from(values[at] ?? [])
    values[at] = []
  }
  return { ...columns, values: packed as Record<ReadMetric, Float64Array> }
}

/** Followers of the channel on the day of each post, in the same order. */
export async function readFollowersColumn(db: Reader): Promise<Float64Array> {
  const values: number[] = []
  await readRows(db, [underSql('engagement_rate', 'followers')], (row) => values.push(row[5] ?? NaN))
  return Float64Array.from(values)
}

export interface Planned {
  pillarId: string | null
  campaignId: string | null
}

/** The posts of the plan by the subject that they are. */
export async function readPlanned(db: Reader): Promise<Map<number, Planned>> {
  const rows = (await db('figure_match AS m')
    .join('variant AS v', 'v.id', 'm.variant_id')
    .join('post AS p', 'p.id', 'v.post_id')
    .whereIn('m.state', ['confirmed', 'sure'])
    .orderBy(['m.subject_id', 'm.state', { column: 'm.score', order: 'desc' }])
    .select('m.subject_id', 'p.pillar_id', 'p.campaign_id')) as { subject_id: number; pillar_id: string | null; campaign_id: string | null }[]
  const planned = new Map<number, Planned>()
  for (const row of rows) if (!planned.has(row.subject_id)) planned.set(row.subject_id, { pillarId: row.pillar_id, campaignId: row.campaign_id })
  return planned
}

interface Written {
  /** As one text: ids, and what stands from the first sign on. */
  rows: string
  count: number
  last: number | null
}

async function readWritten(db: Reader, after: number, only?: readonly number[]): Promise<Written> {
  const limit = only ? 'AND id IN (SELECT value FROM json_each(?))' : ''
  // The plus keeps to the order of ids: by the index of kinds every part would sort all of them.
  const [packed] = (await db.raw(
    `SELECT json_group_array(json_array(id, substr(said, max(1, sign - 1)))) AS rows, count(*) AS count, max(id) AS last FROM (
      SELECT id, said, instr(said, '#') AS sign FROM (SELECT id, text || ' ' || title AS said FROM figure_subject WHERE id > ? AND +kind = 'post' ${limit} ORDER BY id)
      WHERE sign > 0 LIMIT ${CHUNK})`,
    [after, ...(only ? [JSON.stringify(only)] : [])]
  )) as Written[]
  return packed ?? { rows: '[]', count: 0, last: null }
}

/**
 * Hashtags of the posts that have any; of each text only what stands from the first sign on is handed over.
 * @param only ids of the posts to be read; all where left out
 */
export async function readHashtags(db: Reader, only?: readonly number[]): Promise<Map<number, readonly string[]>> {
  const tags = new Map<number, readonly string[]>()
  // Many captions end in the same tags.
  const known = new Map<string, readonly string[]>()
  let next: Promise<Written> | undefined = readWritten(db, 0, only)
  while (next) {
    const { rows, count, last }: Written = await next
    // The database reads on while these are looked through.
    next = count === CHUNK && last !== null ? readWritten(db, last, only) : undefined
    for (const [id, written] of JSON.parse(rows) as [id: number, text: string][]) {
      const found = known.get(written) ?? hashtagsOf(written)
      known.set(written, found)
      tags.set(id, found)
    }
  }
  return tags
}

/** Imports that stand, in their order: what figures there are follows from nothing else. */
export async function listStanding(db: Reader): Promise<string[]> {
  return (await db('figure_import').orderBy('id').pluck('id')) as string[]
}

/** Posts that imports tell of. */
export async function listTouched(db: Reader, importIds: readonly string[]): Promise<number[]> {
  return (await db('figure_file AS file').join('figure_row AS r', 'r.file_id', 'file.id').whereIn('file.import_id', importIds).distinct().pluck('r.subject_id')) as number[]
}
