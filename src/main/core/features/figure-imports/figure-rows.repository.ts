import type { FigureColumn } from '../../../../shared/features/figures/figure-columns'
import type { Tx } from '../../context'

const words = ['title', 'text', 'permalink', 'format', 'published_at', 'campaign', 'ad_set', 'ad', 'currency'] as const
const subjectColumns = ['kind', 'network', 'channel_id', 'subject_key', ...words]

/** The columns of `figure_subject` in their order: kind, network, channel, key, and what is said of it. */
export type StagedSubject = string[]

/** A row as it is kept: of which table of a file, about what, and what it says. */
export interface StagedRow {
  fileId: string
  line: number
  /** Place in the subjects of the batch. */
  subject: number
  /** Whether it is the first of the batch about its subject: what is said of that one otherwise than known is kept with it. */
  first: boolean
  startsOn: string
  endsOn: string
  measuredAt: string
  values: Partial<Record<FigureColumn, number>>
  more: Record<string, number>
  raw: Record<string, string>
}

const rowColumns = ['file_id', 'line', 'subject_id', 'starts_on', 'ends_on', 'measured_at', 'about_json', 'more_json', 'raw_json']

/**
 * Rows on their way to the database. Each is written out at once: held as objects until there are enough, they would be moved
 * around in memory again and again.
 */
export class StagedRows {
  private readonly rows: string[] = []
  private readonly used = new Map<FigureColumn, number>()

  get count(): number {
    return this.rows.length
  }

  /** Columns of figures in the order of their cells. */
  get columns(): FigureColumn[] {
    return [...this.used.keys()]
  }

  add({ fileId, line, subject, first, startsOn, endsOn, measuredAt, values, more, raw }: StagedRow): void {
    const cells: unknown[] = [fileId, line, subject, startsOn, endsOn, measuredAt, first ? 1 : 0, more, raw]
    for (const name in values) cells[this.cellOf(name as FigureColumn)] = values[name as FigureColumn]
    this.rows.push(JSON.stringify(cells))
  }

  toJson(): string {
    return `[${this.rows.join(',')}]`
  }

  private cellOf(name: FigureColumn): number {
    let cell = this.used.get(name)
    if (cell === undefined) this.used.set(name, (cell = rowColumns.length + this.used.size))
    return cell
  }
}

const STAGED = 'temp.figure_staged'
const same = ['kind', 'network', 'channel_id', 'subject_key'].map((name) => `s.${name} = w.${name}`).join(' AND ')
const saidOtherwise = words.map((name) => `(w.${name} <> '' AND w.${name} <> s.${name})`).join(' OR ')

/** The subjects of a batch in a table of this connection; those that are not known have no id and say nothing otherwise. */
async function listSubjects(tx: Tx, subjects: readonly StagedSubject[]): Promise<void> {
  await tx.raw(`CREATE TEMP TABLE IF NOT EXISTS figure_staged (place INTEGER PRIMARY KEY, ${subjectColumns.map((name) => `${name} TEXT`).join(', ')}, id INTEGER, otherwise INTEGER)`)
  await tx.raw(`DELETE FROM ${STAGED}`)
  const cells = subjectColumns.map((name, index) => `value ->> ${index} AS ${name}`).join(', ')
  await tx.raw(
    `WITH w AS MATERIALIZED (SELECT key AS place, ${cells} FROM jsonb_each(?))
     INSERT INTO ${STAGED} SELECT w.*, s.id, CASE WHEN s.id IS NOT NULL THEN ${saidOtherwise} END FROM w LEFT JOIN figure_subject s ON ${same}`,
    [JSON.stringify(subjects)]
  )
}

/** Makes those that are not there yet, in their order. Two tables of a file may speak of the same: the first words it. */
async function makeSubjects(tx: Tx): Promise<void> {
  const [last] = (await tx.raw('SELECT coalesce(max(id), 0) AS id FROM figure_subject')) as { id: number }[]
  await tx.raw(`UPDATE ${STAGED} SET id = place + ? WHERE id IS NULL`, [(last?.id ?? 0) + 1])
  const names = subjectColumns.join(', ')
  await tx.raw(`INSERT INTO figure_subject (id, ${names}) SELECT id, ${names} FROM ${STAGED} WHERE otherwise IS NULL ORDER BY place ON CONFLICT DO NOTHING`)
  const [left] = (await tx.raw(`SELECT count(*) - changes() AS n FROM ${STAGED} WHERE otherwise IS NULL`)) as { n: number }[]
  if (left?.n) await tx.raw(`UPDATE ${STAGED} AS w SET id = s.id, otherwise = ${saidOtherwise} FROM figure_subject s WHERE w.otherwise IS NULL AND ${same}`)
}

const aboutJson = `CASE WHEN w.otherwise AND j.value ->> 6 THEN json_object(${words.map((name) => `'${name}', w.${name}`).join(', ')}) ELSE '' END`

/**
 * Writes a batch of rows, and makes the subjects that are not known yet. Words of one that is known stay as they are until the
 * import counts. Values go over as one JSON text: the driver takes that faster than single values.
 */
export async function insertRows(tx: Tx, rows: StagedRows, subjects: readonly StagedSubject[]): Promise<void> {
  await listSubjects(tx, subjects)
  await makeSubjects(tx)
  const { columns: figures } = rows
  const columns = [...rowColumns, ...figures]
  const cell = (name: string, index: number): string => {
    if (name === 'subject_id') return 'w.id'
    if (name === 'about_json') return aboutJson
    return name === 'more_json' || name === 'raw_json' ? `j.value -> ${index}` : `j.value ->> ${index}`
  }
  await tx.raw(
    `INSERT INTO figure_row (${columns.join(', ')}) SELECT ${columns.map(cell).join(', ')} FROM jsonb_each(?) j CROSS JOIN ${STAGED} w ON w.place = j.value ->> 2`,
    [rows.toJson()]
  )
}

const ROWS_AT_ONCE = 5000

/** Takes rows of a table away, some at a time, and with them what nobody else speaks of. @returns false once none is left */
export async function removeSomeRows(tx: Tx, fileId: string): Promise<boolean> {
  const [some] = (await tx.raw(
    'SELECT count(*) AS count, json_group_array(id) AS ids, json_group_array(subject_id) AS subjects FROM (SELECT id, subject_id FROM figure_row WHERE file_id = ? LIMIT ?)',
    [fileId, ROWS_AT_ONCE]
  )) as { count: number; ids: string; subjects: string }[]
  if (!some || some.count === 0) return false
  await tx.raw('DELETE FROM figure_row WHERE id IN (SELECT value FROM json_each(?))', [some.ids])
  await tx.raw(
    `DELETE FROM figure_subject WHERE id IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM figure c WHERE c.subject_id = figure_subject.id) AND NOT EXISTS (SELECT 1 FROM figure_row r WHERE r.subject_id = figure_subject.id)`,
    [some.subjects]
  )
  return some.count === ROWS_AT_ONCE
}
