import { figureColumns } from '../../../../shared/features/figures/figure-columns'
import type { Tx } from '../../context'
import { mergeInto, stands } from './figure-merge.repository'

export interface TableCounts {
  fileId: string
  added: number
  changed: number
  unchanged: number
}

/** In the order of the index, as those that count are merged. */
const ofNew = 'n.subject_id, n.starts_on, n.ends_on, r.measured_at, r.id'
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
 * what would count; else there is one row, as new as what is known or newer, so that all it says would. `row`: the only one there is.
 */
async function listTimes(tx: Tx, draftId: string, after: number, last: number): Promise<void> {
  await tx.raw(
    `CREATE TEMP TABLE IF NOT EXISTS figure_new (
      subject_id INTEGER, starts_on TEXT, ends_on TEXT, known INTEGER, mixed INTEGER, row INTEGER, PRIMARY KEY (subject_id, starts_on, ends_on)
    ) WITHOUT ROWID`
  )
  await tx.raw('DELETE FROM temp.figure_new')
  await tx.raw(
    `INSERT INTO temp.figure_new
     SELECT r.subject_id, r.starts_on, r.ends_on, c.subject_id IS NOT NULL, c.subject_id IS NOT NULL AND (count(*) > 1 OR min(r.measured_at) < c.measured_at), iif(count(*) = 1, r.id, NULL)
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

/**
 * What a row comes to: 2 says what was known otherwise, 1 what nobody said before, 0 neither. `than` is what would count then. Most
 * rows say what is known, which is asked first, and no more is asked than it takes.
 */
function outcomeOf(than: 'm' | 'r', moreThen: string): string {
  const all = (table: string): string => [...figureColumns, 'more_json'].map((name) => `${table}.${name}`).join(', ')
  const saysMore = (where: string): string =>
    `(${moreThen} <> c.more_json AND EXISTS (
      SELECT 1 FROM json_each(r.more_json) own LEFT JOIN json_each(c.more_json) old ON old.key = own.key WHERE ${where}))`
  const changes = [
    ...figureColumns.map((name) => `(r.${name} IS NOT NULL AND c.${name} IS NOT NULL AND ${than}.${name} <> c.${name})`),
    saysMore(`old.key IS NOT NULL AND ${moreThen} -> ('$."' || own.key || '"') IS NOT c.more_json -> ('$."' || own.key || '"')`)
  ]
  const fills = [...figureColumns.map((name) => `(r.${name} IS NOT NULL AND c.${name} IS NULL)`), saysMore('old.key IS NULL')]
  return `CASE WHEN NOT n.known THEN 1 WHEN (${all(than)}) IS (${all('c')}) THEN 0 WHEN ${changes.join(' OR ')} THEN 2 ELSE ${fills.join(' OR ')} END`
}

const sums = 'sum(outcome = 1) AS added, sum(outcome = 2) AS changed, sum(outcome = 0) AS unchanged'

/** Times of which one row says all that would count. Kept as a list of its own: else each sum would work the outcome out anew. */
async function countAlone(tx: Tx): Promise<TableCounts[]> {
  return (await tx.raw(
    `WITH one AS MATERIALIZED (
       SELECT r.file_id AS fileId, ${outcomeOf('r', 'json_patch(c.more_json, r.more_json)')} AS outcome
       FROM temp.figure_new n CROSS JOIN figure_row r ON r.id = n.row LEFT JOIN figure c ON n.known AND ${sameKey('c', 'n')}
       WHERE n.row IS NOT NULL AND NOT n.mixed
     ) SELECT fileId, ${sums} FROM one GROUP BY fileId`
  )) as TableCounts[]
}

/** The others: rows of a table about the same time count once. A row that is older gives way to newer ones, and says nothing. */
async function countMerged(tx: Tx, draftId: string): Promise<TableCounts[]> {
  return (await tx.raw(
    `SELECT fileId, ${sums} FROM (
       SELECT r.file_id AS fileId, max(${outcomeOf('m', 'm.more_json')}) AS outcome
       FROM temp.figure_new n CROSS JOIN figure_row r ON ${sameKey('r', 'n')} CROSS JOIN figure_file f ON f.id = r.file_id
       LEFT JOIN temp.figure_merged m ON n.mixed AND ${sameKey('m', 'n')}
       LEFT JOIN figure c ON n.known AND ${sameKey('c', 'n')}
       WHERE f.import_id = ? AND (n.row IS NULL OR n.mixed)
       GROUP BY r.file_id, r.subject_id, r.starts_on, r.ends_on
     ) GROUP BY fileId`,
    [draftId]
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
  return [...(await countAlone(tx)), ...(await countMerged(tx, draftId))]
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
