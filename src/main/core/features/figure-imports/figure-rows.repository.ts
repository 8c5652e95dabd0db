import type { FigureColumn } from '../../../../shared/features/figures/figure-columns'
import type { SubjectDraft } from '../../../../shared/features/figures/figure-draft'
import type { Tx } from '../../context'

export interface StagedSubject extends SubjectDraft {
  network: string
  channelId: string
}

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
  more: string
  raw: string
}

/** In the order of the columns of `figure_subject`. */
const asColumns = (one: StagedSubject): string[] => [
  one.kind, one.network, one.channelId, one.key, one.title ?? '', one.text ?? '', one.permalink ?? '', one.format ?? '', one.publishedAt ?? '',
  one.campaign ?? '', one.adSet ?? '', one.ad ?? '', one.currency ?? ''
]
const words = ['title', 'text', 'permalink', 'format', 'published_at', 'campaign', 'ad_set', 'ad', 'currency'] as const
const subjectColumns = ['kind', 'network', 'channel_id', 'subject_key', ...words]
const isSubject = "s.kind = j.value ->> 0 AND s.network = j.value ->> 1 AND s.channel_id = j.value ->> 2 AND s.subject_key = j.value ->> 3"

export interface KnownSubject {
  id: number
  /** What is said of it otherwise than known, as JSON; empty where nothing is. */
  about: string
}

/** Knows or makes the subjects of a batch, in its order. Words of one that is known stay as they are until the import counts. */
export async function knowSubjects(tx: Tx, subjects: readonly StagedSubject[]): Promise<KnownSubject[]> {
  const list = JSON.stringify(subjects.map(asColumns))
  const places = subjectColumns.map((_, index) => `j.value ->> ${index}`)
  await tx.raw(`INSERT INTO figure_subject (${subjectColumns.join(', ')}) SELECT ${places.join(', ')} FROM json_each(?) j WHERE true ON CONFLICT DO NOTHING`, [list])
  const otherwise = words.map((name, index) => `(j.value ->> ${index + 4} <> '' AND j.value ->> ${index + 4} <> s.${name})`).join(' OR ')
  const rows = (await tx.raw(
    `SELECT j.key AS place, s.id, (${otherwise}) AS otherwise FROM json_each(?) j CROSS JOIN figure_subject s ON ${isSubject}`,
    [list]
  )) as { place: number; id: number; otherwise: number }[]
  const known: KnownSubject[] = []
  for (const { place, id, otherwise: differs } of rows) {
    const one = subjects[place]
    known[place] = { id, about: differs && one ? JSON.stringify(Object.fromEntries(words.map((name, index) => [name, asColumns(one)[index + 4] ?? '']))) : '' }
  }
  return known
}

/** One statement for all rows, whose values go over as one JSON text: the driver takes that faster than single values. */
export async function insertRows(tx: Tx, rows: readonly StagedRow[], subjects: readonly KnownSubject[]): Promise<void> {
  const used = [...new Set(rows.flatMap(({ values }) => Object.keys(values) as FigureColumn[]))]
  const told = new Set<number>()
  const list = rows.map((row) => {
    const { id = 0, about = '' } = subjects[row.subject] ?? {}
    const first = about !== '' && !told.has(id)
    if (first) told.add(id)
    return [row.fileId, row.line, id, row.startsOn, row.endsOn, row.measuredAt, row.more, row.raw, first ? about : '', ...used.map((name) => row.values[name] ?? null)]
  })
  const columns = ['file_id', 'line', 'subject_id', 'starts_on', 'ends_on', 'measured_at', 'more_json', 'raw_json', 'about_json', ...used]
  await tx.raw(`INSERT INTO figure_row (${columns.join(', ')}) SELECT ${columns.map((_, index) => `value ->> ${index}`).join(', ')} FROM json_each(?)`, [JSON.stringify(list)])
}

const ROWS_AT_ONCE = 20_000

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
