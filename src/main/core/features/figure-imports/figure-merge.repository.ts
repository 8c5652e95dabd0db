import { figureColumns } from '../../../../shared/features/figures/figure-columns'
import type { Tx } from '../../context'

const columns = ['subject_id', 'starts_on', 'ends_on', 'measured_at', ...figureColumns, 'more_json']
const stands = 'EXISTS (SELECT 1 FROM figure_import i WHERE i.id = f.import_id)'
/**
 * In this order the newest comes last; of two measured at the same time the one that was read last. Named after the list that
 * leads, it is the order of the index, and nothing is sorted in memory.
 */
const ofSubjects = 't.subject_id, r.starts_on, r.ends_on, r.measured_at, r.id'
const ofNew = 'n.subject_id, n.starts_on, n.ends_on, r.measured_at, r.id'

/** Rows come oldest first, so each figure ends as the newest row that has it says. */
const newestWins = `ON CONFLICT (subject_id, starts_on, ends_on) DO UPDATE SET
  measured_at = excluded.measured_at,
  ${figureColumns.map((name) => `${name} = coalesce(excluded.${name}, ${name})`).join(', ')},
  more_json = CASE WHEN excluded.more_json = '{}' THEN more_json ELSE json_patch(more_json, excluded.more_json) END`

const mergeInto = (table: string, from: string, where: string, order: string): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((name) => `r.${name}`).join(', ')} FROM ${from} WHERE ${where} ORDER BY ${order} ${newestWins}`

/** Subjects that rows of imports are about, in a table of this connection. */
async function touch(tx: Tx, importIds: readonly string[]): Promise<void> {
  await tx.raw('CREATE TEMP TABLE IF NOT EXISTS figure_touched (subject_id INTEGER PRIMARY KEY)')
  await tx.raw('DELETE FROM temp.figure_touched')
  await tx.raw(
    `INSERT OR IGNORE INTO temp.figure_touched
     SELECT r.subject_id FROM figure_row r JOIN figure_file f ON f.id = r.file_id WHERE f.import_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(importIds)]
  )
}

/** Works out anew what counts of everything that imports are about, from all imports that stand now. */
export async function rebuildFigures(tx: Tx, importIds: readonly string[]): Promise<void> {
  await touch(tx, importIds)
  await tx.raw('DELETE FROM figure WHERE subject_id IN (SELECT subject_id FROM temp.figure_touched)')
  const from = 'temp.figure_touched t CROSS JOIN figure_row r ON r.subject_id = t.subject_id CROSS JOIN figure_file f ON f.id = r.file_id'
  await tx.raw(mergeInto('figure', from, stands, ofSubjects))
  await tx.raw('DELETE FROM temp.figure_touched')
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

export interface TableCounts {
  fileId: string
  added: number
  changed: number
  unchanged: number
}

const sameKey = (a: string, b: string): string => `${a}.subject_id = ${b}.subject_id AND ${a}.starts_on = ${b}.starts_on AND ${a}.ends_on = ${b}.ends_on`
/** Whoever writes meanwhile waits for one such part. */
const SUBJECTS_AT_ONCE = 5000

/** A list of this connection, named after the draft: two may be counted at the same time. */
const listOf = (draftId: string): string => `temp.figure_counting_${draftId.replace(/\W/g, '')}`

async function listSubjects(tx: Tx, draftId: string): Promise<void> {
  const list = listOf(draftId)
  await tx.raw(`CREATE TEMP TABLE IF NOT EXISTS ${list.replace('temp.', '')} (subject_id INTEGER PRIMARY KEY)`)
  await tx.raw(`DELETE FROM ${list}`)
  await tx.raw(`INSERT OR IGNORE INTO ${list} SELECT r.subject_id FROM figure_file f CROSS JOIN figure_row r ON r.file_id = f.id WHERE f.import_id = ?`, [draftId])
}

/** The last subject of the batch after `after`; undefined where there are none. */
async function nextSubjects(tx: Tx, draftId: string, after: number): Promise<number | undefined> {
  const list = listOf(draftId)
  const rows = (await tx.raw(`SELECT max(subject_id) AS last FROM (SELECT subject_id FROM ${list} WHERE subject_id > ? ORDER BY subject_id LIMIT ${SUBJECTS_AT_ONCE})`, [after])) as {
    last: number | null
  }[]
  return rows[0]?.last ?? undefined
}

/**
 * Times of a batch of subjects that the draft tells of. `known`: there are figures of it. `mixed`: it takes the merged rows to say
 * what would count; else there is one row, as new as what is known or newer, so that all it says would.
 */
async function listTimes(tx: Tx, draftId: string, after: number, last: number): Promise<void> {
  await tx.raw(
    `CREATE TEMP TABLE IF NOT EXISTS figure_new (
      subject_id INTEGER, starts_on TEXT, ends_on TEXT, known INTEGER, mixed INTEGER, PRIMARY KEY (subject_id, starts_on, ends_on)
    ) WITHOUT ROWID`
  )
  await tx.raw('DELETE FROM temp.figure_new')
  await tx.raw(
    `INSERT INTO temp.figure_new
     SELECT r.subject_id, r.starts_on, r.ends_on, c.subject_id IS NOT NULL, c.subject_id IS NOT NULL AND (count(*) > 1 OR min(r.measured_at) < c.measured_at)
     FROM figure_file f CROSS JOIN figure_row r ON r.file_id = f.id LEFT JOIN figure c ON ${sameKey('c', 'r')}
     WHERE f.import_id = ? AND r.subject_id > ? AND r.subject_id <= ? GROUP BY r.subject_id, r.starts_on, r.ends_on`,
    [draftId, after, last]
  )
}

/** What the figures of those times would be if the draft stood, where one row does not say it. */
async function mergeBatch(tx: Tx, draftId: string): Promise<void> {
  const figures = figureColumns.map((name) => `${name} REAL`)
  await tx.raw(
    `CREATE TEMP TABLE IF NOT EXISTS figure_merged (
      subject_id INTEGER, starts_on TEXT, ends_on TEXT, measured_at TEXT, ${figures.join(', ')}, more_json TEXT, PRIMARY KEY (subject_id, starts_on, ends_on)
    ) WITHOUT ROWID`
  )
  await tx.raw('DELETE FROM temp.figure_merged')
  const from = `temp.figure_new n CROSS JOIN figure_row r ON ${sameKey('r', 'n')} CROSS JOIN figure_file f ON f.id = r.file_id`
  await tx.raw(mergeInto('temp.figure_merged', from, `n.mixed AND (f.import_id = ? OR ${stands})`, ofNew), [draftId])
}

/** What a row says that was known otherwise, and what nobody said before; an older row that gives way to newer ones says neither. */
const moreThen = 'CASE WHEN n.mixed THEN m.more_json ELSE json_patch(c.more_json, r.more_json) END'
const saysMore = (where: string): string =>
  `((n.mixed OR r.more_json <> c.more_json) AND ${moreThen} <> c.more_json AND EXISTS (
    SELECT 1 FROM json_each(r.more_json) own LEFT JOIN json_each(c.more_json) old ON old.key = own.key WHERE ${where}))`
const changes = [
  ...figureColumns.map((name) => `(r.${name} IS NOT NULL AND c.${name} IS NOT NULL AND CASE WHEN n.mixed THEN m.${name} ELSE r.${name} END <> c.${name})`),
  saysMore(`old.key IS NOT NULL AND ${moreThen} -> ('$."' || own.key || '"') IS NOT c.more_json -> ('$."' || own.key || '"')`)
].join(' OR ')
const fillsIn = [...figureColumns.map((name) => `(r.${name} IS NOT NULL AND c.${name} IS NULL)`), saysMore('old.key IS NULL')].join(' OR ')

async function countBatch(tx: Tx, draftId: string, after: number, last: number): Promise<TableCounts[]> {
  return (await tx.raw(
    `SELECT fileId, sum(NOT changes AND fills) AS added, sum(changes) AS changed, sum(NOT changes AND NOT fills) AS unchanged FROM (
       SELECT r.file_id AS fileId, max(n.known AND (${changes})) AS changes, max(NOT n.known OR ${fillsIn}) AS fills
       FROM figure_file f CROSS JOIN figure_row r ON r.file_id = f.id
       CROSS JOIN temp.figure_new n ON ${sameKey('n', 'r')}
       LEFT JOIN temp.figure_merged m ON n.mixed AND ${sameKey('m', 'r')}
       LEFT JOIN figure c ON n.known AND ${sameKey('c', 'r')}
       WHERE f.import_id = ? AND r.subject_id > ? AND r.subject_id <= ?
       GROUP BY r.file_id, r.subject_id, r.starts_on, r.ends_on
     ) GROUP BY fileId`,
    [draftId, after, last]
  )) as TableCounts[]
}

/** Whether anything is known already of a batch of subjects. */
async function isAnyKnown(tx: Tx, draftId: string, after: number, last: number): Promise<boolean> {
  const of = `${listOf(draftId)} l CROSS JOIN figure c ON c.subject_id = l.subject_id`
  const rows = (await tx.raw(`SELECT EXISTS (SELECT 1 FROM ${of} WHERE l.subject_id > ? AND l.subject_id <= ?) AS known`, [after, last])) as { known: number }[]
  return rows[0]?.known === 1
}

/** Where nothing is known there is nothing to hold a draft against: all of it is new. */
async function countNew(tx: Tx, draftId: string, after: number, last: number): Promise<TableCounts[]> {
  return (await tx.raw(
    `SELECT fileId, count(*) AS added, 0 AS changed, 0 AS unchanged FROM (
       SELECT DISTINCT r.file_id AS fileId, r.subject_id, r.starts_on, r.ends_on FROM figure_file f CROSS JOIN figure_row r ON r.file_id = f.id
       WHERE f.import_id = ? AND r.subject_id > ? AND r.subject_id <= ?
     ) GROUP BY fileId`,
    [draftId, after, last]
  )) as TableCounts[]
}

async function countSlice(tx: Tx, draftId: string, after: number, last: number): Promise<TableCounts[]> {
  if (!(await isAnyKnown(tx, draftId, after, last))) return countNew(tx, draftId, after, last)
  await listTimes(tx, draftId, after, last)
  await mergeBatch(tx, draftId)
  return countBatch(tx, draftId, after, last)
}

/**
 * Counts the figures of a draft, each of a subject and a time in each table, against what counts now: `changed` says what was known
 * otherwise, `added` what nobody said. Goes by batches, each in a transaction
 * of its own by `write`, so that others get their turn.
 */
export async function countDraft(write: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>, draftId: string, signal?: AbortSignal): Promise<TableCounts[]> {
  const totals = new Map<string, TableCounts>()
  const add = ({ fileId, added, changed, unchanged }: TableCounts): void => {
    const sum = totals.get(fileId) ?? { fileId, added: 0, changed: 0, unchanged: 0 }
    totals.set(fileId, { fileId, added: sum.added + added, changed: sum.changed + changed, unchanged: sum.unchanged + unchanged })
  }
  await write((tx) => listSubjects(tx, draftId))
  try {
    for (let after: number | undefined = 0; after !== undefined; ) {
      signal?.throwIfAborted()
      const from: number = after
      after = await write(async (tx) => {
        const last = await nextSubjects(tx, draftId, from)
        if (last === undefined) return undefined
        for (const counts of await countSlice(tx, draftId, from, last)) add(counts)
        return last
      })
    }
  } finally {
    await write((tx) => tx.raw(`DROP TABLE ${listOf(draftId)}`))
  }
  return [...totals.values()]
}
