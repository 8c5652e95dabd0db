import type { FigureColumn } from '../../../../shared/features/figures/figure-columns'
import type { Tx } from '../../context'

const words = ['title', 'text', 'permalink', 'format', 'published_at', 'campaign', 'ad_set', 'ad', 'currency'] as const
const subjectColumns = ['kind', 'network', 'channel_id', 'subject_key', ...words]
const FIRST_WORD = 4

/** The columns of `figure_subject` in their order: kind, network, channel, key, and what is said of it. */
export type StagedSubject = string[]

/** A row as it is kept: of which table of a file, about what, and what it says. */
export interface StagedRow {
  fileId: string
  line: number
  /** Place in the subjects of the batch. */
  subject: number
  startsOn: string
  endsOn: string
  measuredAt: string
  values: Partial<Record<FigureColumn, number>>
  more: Record<string, number>
  raw: Record<string, string>
}

export interface KnownSubject {
  id: number
  /** What is said of it otherwise than known, as JSON; empty where nothing is. */
  about: string
}

/** A list of lists as rows with their values in `v`. Kept as a table of its own: else each cell would be written out and parsed anew. */
const listed = 'j AS MATERIALIZED (SELECT key AS place, value AS v FROM json_each(?))'

const about = (said: StagedSubject): string => JSON.stringify(Object.fromEntries(words.map((name, index) => [name, said[index + FIRST_WORD] ?? ''])))

/** Makes those that are not there yet, in their order and under ids that follow each other. @returns the id before the first, and how many were made */
async function makeSubjects(tx: Tx, list: string): Promise<{ before: number; made: number }> {
  const [last] = (await tx.raw('SELECT coalesce(max(id), 0) AS id FROM figure_subject')) as { id: number }[]
  const before = last?.id ?? 0
  const cells = subjectColumns.map((_, index) => `v ->> ${index}`).join(', ')
  await tx.raw(`WITH ${listed} INSERT INTO figure_subject (id, ${subjectColumns.join(', ')}) SELECT place + ?, ${cells} FROM j WHERE true ON CONFLICT DO NOTHING`, [list, before + 1])
  const [change] = (await tx.raw('SELECT changes() AS n')) as { n: number }[]
  return { before, made: change?.n ?? 0 }
}

/** Knows or makes the subjects of a batch, in its order. Words of one that is known stay as they are until the import counts. */
export async function knowSubjects(tx: Tx, subjects: readonly StagedSubject[]): Promise<KnownSubject[]> {
  const list = JSON.stringify(subjects)
  const { before, made } = await makeSubjects(tx, list)
  if (made === subjects.length) return subjects.map((_, place) => ({ id: before + place + 1, about: '' }))
  const cells = subjectColumns.map((name, index) => `v ->> ${index} AS ${name}`).join(', ')
  const said = words.map((name) => `(w.${name} <> '' AND w.${name} <> s.${name})`).join(' OR ')
  const rows = (await tx.raw(
    `WITH ${listed}, w AS MATERIALIZED (SELECT place, ${cells} FROM j)
     SELECT w.place, s.id, (${said}) AS otherwise
     FROM w CROSS JOIN figure_subject s ON s.kind = w.kind AND s.network = w.network AND s.channel_id = w.channel_id AND s.subject_key = w.subject_key`,
    [list]
  )) as { place: number; id: number; otherwise: number }[]
  const known: KnownSubject[] = []
  for (const { place, id, otherwise } of rows) {
    const one = subjects[place]
    known[place] = { id, about: otherwise && one ? about(one) : '' }
  }
  return known
}

function usedColumns(rows: readonly StagedRow[]): FigureColumn[] {
  const used = new Set<FigureColumn>()
  for (const { values } of rows) for (const name in values) used.add(name as FigureColumn)
  return [...used]
}

/** One statement for all rows, whose values go over as one JSON text: the driver takes that faster than single values. */
export async function insertRows(tx: Tx, rows: readonly StagedRow[], subjects: readonly KnownSubject[]): Promise<void> {
  const used = usedColumns(rows)
  const told = new Set<number>()
  const list = rows.map((row) => {
    const { id = 0, about = '' } = subjects[row.subject] ?? {}
    const first = about !== '' && !told.has(id)
    if (first) told.add(id)
    const cells: unknown[] = [row.fileId, row.line, id, row.startsOn, row.endsOn, row.measuredAt, first ? about : '', row.more, row.raw]
    for (const name of used) cells.push(row.values[name] ?? null)
    return cells
  })
  const columns = ['file_id', 'line', 'subject_id', 'starts_on', 'ends_on', 'measured_at', 'about_json', 'more_json', 'raw_json', ...used]
  const places = columns.map((name, index) => (name === 'more_json' || name === 'raw_json' ? `v -> ${index}` : `v ->> ${index}`))
  await tx.raw(`WITH ${listed} INSERT INTO figure_row (${columns.join(', ')}) SELECT ${places.join(', ')} FROM j`, [JSON.stringify(list)])
}

const ROWS_AT_ONCE = 5000

/** Takes rows of a table away, some at a time, and with them what nobody else speaks of. @returns false once none is left */
export async function removeSomeRows(tx: Tx, fileId: string): Promise<boolean> {
  const rows = (await tx.raw('SELECT id, subject_id FROM figure_row WHERE file_id = ? LIMIT ?', [fileId, ROWS_AT_ONCE])) as { id: number; subject_id: number }[]
  if (rows.length === 0) return false
  await tx.raw('DELETE FROM figure_row WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(rows.map(({ id }) => id))])
  await tx.raw(
    `DELETE FROM figure_subject WHERE id IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM figure_row r WHERE r.subject_id = figure_subject.id) AND NOT EXISTS (SELECT 1 FROM figure c WHERE c.subject_id = figure_subject.id)`,
    [JSON.stringify([...new Set(rows.map(({ subject_id }) => subject_id))])]
  )
  return rows.length === ROWS_AT_ONCE
}
