import type { ColumnMapping } from '../../../../shared/features/imports/imports.contract'
import { columnTarget } from '../../../../shared/features/imports/schedule-fields'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'

type Db = Reader | Tx

export interface ImportRow {
  id: string
  import_id: string
  post_id: string
  row_key: string
  format: string
  values_json: string
}

export interface ImportBatch {
  id: string
  kind: 'schedule'
  files_json: string
  added: number
  changed: number
  created_at: string
}

export async function insertBatch(tx: Tx, batch: ImportBatch): Promise<void> {
  await tx('import_batch').insert(batch)
}

export async function insertImportRows(tx: Tx, rows: readonly ImportRow[]): Promise<void> {
  for (const part of chunks(rows, 500)) await tx('import_row').insert(part)
}

export async function updateImportRow(tx: Tx, id: string, values: Pick<ImportRow, 'import_id' | 'row_key' | 'values_json'>): Promise<void> {
  await tx('import_row').where({ id }).update(values)
}

export async function listImportRows(db: Db, formats: readonly string[]): Promise<ImportRow[]> {
  return (await db('import_row').whereIn('format', [...formats])) as ImportRow[]
}

/** What a newer version knows as a target is left out. */
export async function listMappings(db: Db): Promise<ColumnMapping[]> {
  const rows = (await db('import_mapping').orderBy(['format', 'header_key'])) as { format: string; header_key: string; header: string; target: string }[]
  return rows.flatMap(({ format, header_key, header, target }) => {
    const known = columnTarget.safeParse(target)
    return known.success ? [{ format, key: header_key, header, target: known.data }] : []
  })
}

/** Sets each mapping. @returns how many said something else before, or nothing */
export async function putMappings(tx: Tx, mappings: readonly ColumnMapping[], newId: () => string): Promise<number> {
  let changed = 0
  for (const { format, key, header, target } of mappings) {
    const known = (await tx('import_mapping').where({ format, header_key: key }).first('id', 'target')) as { id: string; target: string } | undefined
    if (known?.target === target) continue
    changed += 1
    if (known) await tx('import_mapping').where({ id: known.id }).update({ target, header })
    else await tx('import_mapping').insert({ id: newId(), format, header_key: key, header, target })
  }
  return changed
}

export async function removeMapping(tx: Tx, format: string, key: string): Promise<void> {
  await tx('import_mapping').where({ format, header_key: key }).delete()
}
