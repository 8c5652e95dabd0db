import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import knex from 'knex'
import { AppError } from '../../../shared/errors/app-error'
import type { PlainConnection, PlainRow } from './plain-connection'
import { openPlain } from './plain-connection'
import { newestVersion, type Schema } from './migrate'
import { translateSqliteError } from './sqlite-errors'

/**
 * Looks at a file on a read-only connection, before anything writes to it or trusts its schema.
 * @param whole false leaves out looking through every page, which takes as long as reading the file
 * @returns its schema version
 * @throws AppError `corrupt.workspace` (damaged), `conflict.not-a-workspace` (another program's file, or a schema with
 *   triggers or views that are not ours), `conflict.newer-workspace`
 */
export async function inspectFile(path: string, schema: Schema, { whole = true } = {}): Promise<number> {
  await checkHeader(path)
  try {
    const connection = await openPlain(path, 'read')
    try {
      return await inspectOpen(connection, path, schema, whole)
    } finally {
      await connection.close()
    }
  } catch (error) {
    throw translateSqliteError(error, path)
  }
}

async function checkHeader(path: string): Promise<void> {
  const { size } = await stat(path).catch(() => ({ size: -1 }))
  if (size < 0) throw new AppError('conflict.not-a-workspace', { path, reason: 'no-file' })
  const file = await open(path, 'r')
  try {
    const header = Buffer.alloc(100)
    const { bytesRead } = await file.read(header, 0, 100, 0)
    if (bytesRead < 100 || header.subarray(0, 15).toString('latin1') !== 'SQLite format 3') {
      throw new AppError('corrupt.workspace', { path, detail: bytesRead === 0 ? 'empty-file' : 'no-database-header' })
    }
    const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16)
    // A file shorter than its header says is cut; a longer one is normal while a log is pending.
    if (size % pageSize !== 0) throw new AppError('corrupt.workspace', { path, detail: 'cut-short' })
  } finally {
    await file.close()
  }
}

async function inspectOpen(connection: PlainConnection, path: string, schema: Schema, whole: boolean): Promise<number> {
  await connection.all('PRAGMA trusted_schema = OFF')
  const figure = async (name: string) => Number((await connection.all(`PRAGMA ${name}`))[0]?.[name] ?? 0)
  const version = await figure('user_version')
  if ((await figure('application_id')) !== schema.applicationId) {
    throw new AppError('conflict.not-a-workspace', { path, reason: 'another-program' })
  }
  if (version > newestVersion(schema)) {
    throw new AppError('conflict.newer-workspace', { path, found: version, known: newestVersion(schema) })
  }
  if (whole) await checkPages(connection, path)
  const objects = await connection.all('SELECT type, name, sql FROM sqlite_master')
  if (hashSchema(objects) !== (await expectedHash(schema, version))) {
    throw new AppError('conflict.not-a-workspace', { path, reason: 'schema-differs' })
  }
  return version
}

async function checkPages(connection: PlainConnection, path: string): Promise<void> {
  const check = await connection.all('PRAGMA quick_check(1)')
  const verdict = String(Object.values(check[0] ?? {})[0] ?? '')
  if (verdict !== 'ok') throw new AppError('corrupt.workspace', { path, detail: verdict.slice(0, 200) })
}

function hashSchema(objects: PlainRow[]): string {
  const lines = objects.map((row) => `${String(row.type)} ${String(row.name)} ${String(row.sql ?? '')}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

const expected = new Map<string, Promise<string>>()

/** The hash of the schema as our own migrations make it, in memory, once for each version. */
function expectedHash(schema: Schema, version: number): Promise<string> {
  const key = `${schema.applicationId}:${version}`
  const known = expected.get(key)
  if (known) return known
  const made = buildHash(schema, version)
  expected.set(key, made)
  return made
}

async function buildHash(schema: Schema, version: number): Promise<string> {
  const memory = knex({ client: 'sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true, pool: { min: 1, max: 1 } })
  try {
    for (const migration of schema.migrations.filter((step) => step.version <= version)) {
      for (const statement of migration.statements) await memory.raw(statement)
    }
    return hashSchema((await memory.raw('SELECT type, name, sql FROM sqlite_master')) as PlainRow[])
  } finally {
    await memory.destroy()
  }
}
