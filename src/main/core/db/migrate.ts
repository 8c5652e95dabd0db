import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Knex } from 'knex'
import { AppError } from '../../../shared/errors/app-error'

/** One step of a schema. Single statements only: the driver silently drops what follows a semicolon. */
export interface Migration {
  version: number
  statements: readonly string[]
}

export interface Schema {
  /** Four letters as a number, in the file's header, so that a file of another program is told at once. */
  applicationId: number
  migrations: readonly Migration[]
}

export function newestVersion(schema: Schema): number {
  return schema.migrations.at(-1)?.version ?? 0
}

async function pragma(writer: Knex, name: string): Promise<number> {
  const rows = (await writer.raw(`PRAGMA ${name}`)) as Record<string, number>[]
  return rows[0]?.[name] ?? 0
}

/**
 * Brings a file to the newest version, one transaction a step; a copy of an existing file is made first at `backup`.
 * A failing step stops here and leaves the file at the version before it.
 * @throws AppError `conflict.newer-workspace` for a file of a later version, which stays untouched
 */
export async function migrate(writer: Knex, schema: Schema, path: string, backup: (from: number) => string): Promise<void> {
  const found = await pragma(writer, 'user_version')
  const known = newestVersion(schema)
  if (found > known) throw new AppError('conflict.newer-workspace', { path, found, known })
  if (found === known) return
  if (found > 0) {
    const target = backup(found)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writer.raw('VACUUM INTO ?', [target])
  }
  // Outside a transaction, since SQLite ignores it inside one: a table may be rebuilt without losing its children.
  await writer.raw('PRAGMA foreign_keys = OFF')
  try {
    for (const migration of schema.migrations.filter((step) => step.version > found)) {
      await runStep(writer, schema, migration)
    }
  } finally {
    await writer.raw('PRAGMA foreign_keys = ON')
  }
}

async function runStep(writer: Knex, schema: Schema, migration: Migration): Promise<void> {
  await writer.transaction(async (tx) => {
    // A write first, which takes the lock; another process may have done this step while we waited for it.
    await tx.raw(`PRAGMA application_id = ${Math.trunc(schema.applicationId)}`)
    if ((await pragma(tx, 'user_version')) >= migration.version) return
    for (const statement of migration.statements) await tx.raw(statement)
    const broken = (await tx.raw('PRAGMA foreign_key_check')) as unknown[]
    if (broken.length > 0) throw new Error(`migration ${migration.version} leaves ${broken.length} broken references`)
    await tx.raw(`PRAGMA user_version = ${Math.trunc(migration.version)}`)
  })
}
