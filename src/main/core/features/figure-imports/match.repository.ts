import type { NetworkPost, PlannedPost, PostMatch } from '../../../../shared/features/figures/match-posts'
import { pairKey } from '../../../../shared/features/figures/match-posts'
import type { Tx } from '../../context'

/** Posts of the plan that can be posts of a network: with a time, or an address that was noted. */
export async function listPlannedPosts(tx: Tx): Promise<PlannedPost[]> {
  return (await tx.raw(
    `SELECT v.id AS variantId, c.network, v.channel_id AS channelId, v.permalink,
       coalesce(CASE WHEN v.state = 'published' THEN v.published_at END, v.planned_instant, '') AS at,
       CASE WHEN coalesce(v.text, p.text) <> '' THEN coalesce(v.text, p.text) ELSE p.title END AS text
     FROM variant v JOIN post p ON p.id = v.post_id JOIN channel c ON c.id = v.channel_id
     WHERE p.trashed_at IS NULL AND p.stage = 'post' AND v.state <> 'archived' AND (v.planned_instant IS NOT NULL OR v.permalink <> '')`
  )) as PlannedPost[]
}

const DAYS_AROUND = 5
const shifted = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString()

/** Posts of networks that have no match yet and that may have one: published around the time of the plan, or under one of its addresses. */
export async function listUnmatchedPosts(tx: Tx, planned: readonly PlannedPost[], subjects: readonly number[] | 'all' | { importId: string }): Promise<NetworkPost[]> {
  const times = planned.map(({ at }) => at).filter((at) => at !== '').sort()
  const [first, last] = [times[0], times.at(-1)]
  const networks = JSON.stringify([...new Set(planned.map(({ network }) => network))])
  const which =
    subjects === 'all'
      ? { sql: '', values: [] }
      : 'importId' in (subjects as object)
        ? { sql: 'AND s.id IN (SELECT r.subject_id FROM figure_file f JOIN figure_row r ON r.file_id = f.id WHERE f.import_id = ?)', values: [(subjects as { importId: string }).importId] }
        : { sql: 'AND s.id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(subjects)] }
  return (await tx.raw(
    `SELECT s.id AS subjectId, s.network, s.channel_id AS channelId, s.subject_key AS key, s.permalink, s.published_at AS publishedAt,
       CASE WHEN s.text <> '' THEN s.text ELSE s.title END AS text
     FROM figure_subject s
     WHERE s.kind = 'post' AND s.network IN (SELECT value FROM json_each(?)) ${which.sql}
       AND (s.published_at = '' OR s.published_at BETWEEN ? AND ? OR s.permalink IN (SELECT v.permalink FROM variant v WHERE v.permalink <> ''))
       AND EXISTS (SELECT 1 FROM figure WHERE figure.subject_id = s.id)
       AND NOT EXISTS (SELECT 1 FROM figure_match m WHERE m.subject_id = s.id AND m.state IN ('sure', 'confirmed'))`,
    [networks, ...which.values, first ? shifted(first, -DAYS_AROUND) : '~', last ? shifted(last, DAYS_AROUND) : '~']
  )) as NetworkPost[]
}

export interface Decided {
  /** Variants that have their post. */
  taken: Set<string>
  rejected: Set<string>
}

export async function listDecided(tx: Tx): Promise<Decided> {
  const rows = (await tx('figure_match').whereNot({ state: 'doubtful' }).select('subject_id', 'variant_id', 'state')) as { subject_id: number; variant_id: string; state: string }[]
  return {
    taken: new Set(rows.filter(({ state }) => state !== 'rejected').map(({ variant_id }) => variant_id)),
    rejected: new Set(rows.filter(({ state }) => state === 'rejected').map(({ subject_id, variant_id }) => pairKey(subject_id, variant_id)))
  }
}

interface DoubtRow {
  id: string
  subject_id: number
  variant_id: string
  score: number
}

/** Writes what was found, and takes back doubts of these posts that are none any more; what stays the same is not touched. */
export async function putMatches(tx: Tx, posts: readonly NetworkPost[], found: readonly PostMatch[], newId: () => string): Promise<void> {
  const ids = JSON.stringify(posts.map(({ subjectId }) => subjectId))
  const doubts = (await tx('figure_match').where({ state: 'doubtful' }).whereRaw('subject_id IN (SELECT value FROM json_each(?))', [ids]).select('id', 'subject_id', 'variant_id', 'score')) as DoubtRow[]
  const sure = new Set(found.filter(({ state }) => state === 'sure').map(({ variantId }) => variantId))
  const elsewhere = sure.size === 0 ? [] : ((await tx('figure_match').where({ state: 'doubtful' }).whereRaw('variant_id IN (SELECT value FROM json_each(?))', [JSON.stringify([...sure])]).select('id', 'subject_id', 'variant_id', 'score')) as DoubtRow[])
  const wanted = new Map(found.map((one) => [pairKey(one.subjectId, one.variantId), one]))
  const gone = new Map([...doubts, ...elsewhere].map((row) => [row.id, row]))
  for (const row of gone.values()) {
    const key = pairKey(row.subject_id, row.variant_id)
    const one = wanted.get(key)
    wanted.delete(key)
    if (!one) await tx('figure_match').where({ id: row.id }).delete()
    else if (one.state !== 'doubtful' || one.score !== row.score) await tx('figure_match').where({ id: row.id }).update({ state: one.state, score: one.score, reasons_json: JSON.stringify(one.reasons) })
  }
  const rows = [...wanted.values()].map(({ subjectId, variantId, state, score, reasons }) => ({
    id: newId(), subject_id: subjectId, variant_id: variantId, state, score, reasons_json: JSON.stringify(reasons)
  }))
  for (let from = 0; from < rows.length; from += 400) await tx('figure_match').insert(rows.slice(from, from + 400))
}

/** What the app thought of posts that no import speaks of any more; what a person said of them is kept. */
export async function dropOrphanMatches(tx: Tx): Promise<void> {
  await tx('figure_match').whereIn('state', ['sure', 'doubtful']).whereRaw('NOT EXISTS (SELECT 1 FROM figure WHERE figure.subject_id = figure_match.subject_id)').delete()
}
