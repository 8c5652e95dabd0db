import { figureColumns } from '../../../../shared/features/figures/figure-columns'
import type { Tx } from '../../context'

const columns = ['subject_id', 'starts_on', 'ends_on', 'measured_at', ...figureColumns, 'more_json']
/** Of the table `f` of a file: its import counts. */
export const stands = 'EXISTS (SELECT 1 FROM figure_import i WHERE i.id = f.import_id)'
/**
 * In this order the newest comes last; of two measured at the same time the one that was read last. Named after the list that
 * leads, it is the order of the index, and nothing is sorted in memory.
 */
const ofSubjects = 't.subject_id, r.starts_on, r.ends_on, r.measured_at, r.id'

/** Rows come oldest first, so each figure ends as the newest row that has it says. */
const newestWins = `ON CONFLICT (subject_id, starts_on, ends_on) DO UPDATE SET
  measured_at = excluded.measured_at,
  ${figureColumns.map((name) => `${name} = coalesce(excluded.${name}, ${name})`).join(', ')},
  more_json = CASE WHEN excluded.more_json = '{}' THEN more_json ELSE json_patch(more_json, excluded.more_json) END`

/** Without an order where no two rows are about the same. */
export const mergeInto = (table: string, from: string, where: string, order?: string): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => `r.${name}`).join(', ')} FROM ${from} WHERE ${where} ${order ? `ORDER BY ${order}` : ''} ${newestWins}`

async function emptyTouched(tx: Tx): Promise<void> {
  await tx.raw('CREATE TEMP TABLE IF NOT EXISTS figure_touched (subject_id INTEGER PRIMARY KEY)')
  await tx.raw('DELETE FROM temp.figure_touched')
}

/** Subjects that rows of imports are about, in a table of this connection. */
async function touch(tx: Tx, importIds: readonly string[]): Promise<void> {
  await emptyTouched(tx)
  await tx.raw(
    `INSERT OR IGNORE INTO temp.figure_touched
     SELECT r.subject_id FROM figure_row r JOIN figure_file f ON f.id = r.file_id WHERE f.import_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(importIds)]
  )
}

async function rebuildTouched(tx: Tx): Promise<void> {
  await tx.raw('DELETE FROM figure WHERE subject_id IN (SELECT subject_id FROM temp.figure_touched)')
  const from = 'temp.figure_touched t CROSS JOIN figure_row r ON r.subject_id = t.subject_id CROSS JOIN figure_file f ON f.id = r.file_id'
  await tx.raw(mergeInto('figure', from, stands, ofSubjects))
  await tx.raw('DELETE FROM temp.figure_touched')
}

/** Works out anew what counts of everything that imports are about, from all imports that stand now. */
export async function rebuildFigures(tx: Tx, importIds: readonly string[]): Promise<void> {
  await touch(tx, importIds)
  await rebuildTouched(tx)
}

/** Some row about the same, of whatever import, that comes after this one. */
const hasLater = `EXISTS (
  SELECT 1 FROM figure_row o WHERE o.subject_id = r.subject_id AND o.starts_on = r.starts_on AND o.ends_on = r.ends_on AND (o.measured_at, o.id) > (r.measured_at, r.id))`

/**
 * Lets the figures of an import count that has just come to stand. A row that none comes after goes on top of what counts; only
 * subjects of other rows are worked out anew.
 */
export async function addFigures(tx: Tx, importId: string): Promise<void> {
  await emptyTouched(tx)
  const from = 'figure_file f CROSS JOIN figure_row r ON r.file_id = f.id'
  await tx.raw(`INSERT OR IGNORE INTO temp.figure_touched SELECT r.subject_id FROM ${from} WHERE f.import_id = ? AND ${hasLater}`, [importId])
  await tx.raw(mergeInto('figure', from, 'f.import_id = ? AND r.subject_id NOT IN (SELECT subject_id FROM temp.figure_touched)'), [importId])
  await rebuildTouched(tx)
}

/**
 * Lets what an import says of a post's words count: a newer one replaces, an older one fills in what nobody said. To be called
 * before the figures are worked out anew, whose age tells which is newer.
 */
export async function renewSubjects(tx: Tx, importId: string): Promise<void> {
  const words = ['title', 'text', 'permalink', 'format', 'published_at', 'campaign', 'ad_set', 'ad', 'currency']
  const said = (name: string): string => `coalesce(a.about_json ->> '${name}', '')`
  const set = words.map((name) => `${name} = CASE WHEN ${said(name)} = '' OR (figure_subject.${name} <> '' AND NOT a.newer) THEN figure_subject.${name} ELSE ${said(name)} END`)
  await tx.raw(
    `UPDATE figure_subject SET ${set.join(', ')}
     FROM (
       SELECT r.subject_id, r.about_json, max(r.id) AS last,
         r.measured_at >= coalesce((SELECT max(c.measured_at) FROM figure c WHERE c.subject_id = r.subject_id), '') AS newer
       FROM figure_row r JOIN figure_file f ON f.id = r.file_id
       WHERE f.import_id = ? AND r.about_json <> '' GROUP BY r.subject_id
     ) a WHERE figure_subject.id = a.subject_id`,
    [importId]
  )
}
