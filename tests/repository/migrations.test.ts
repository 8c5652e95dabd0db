import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openConnections } from '../../src/main/core/db/connection'
import { inspectFile } from '../../src/main/core/db/inspect'
import { migrate, type Schema } from '../../src/main/core/db/migrate'
import { catalogSchema, workspaceSchema } from '../../src/main/core/db/schemas'
import { tempFolder } from '../support/temp-folder'

const first = { version: 1, statements: ['CREATE TABLE parent (id TEXT PRIMARY KEY, old TEXT) STRICT', 'CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT'] }
const rebuild = {
  version: 2,
  statements: [
    'CREATE TABLE parent_new (id TEXT PRIMARY KEY, name TEXT) STRICT',
    'INSERT INTO parent_new SELECT id, old FROM parent',
    'DROP TABLE parent',
    'ALTER TABLE parent_new RENAME TO parent'
  ]
}
const schemaOf = (...migrations: Schema['migrations']): Schema => ({ applicationId: 0x54455354, migrations })

async function openWith(folder: string, schema: Schema) {
  const path = join(folder, 'file.sqlite')
  const connections = await openConnections(path)
  const backup = (from: number) => join(folder, 'backups', `from-${from}.sqlite`)
  try {
    await migrate(connections.writer, schema, path, backup)
    return connections
  } catch (error) {
    await connections.close()
    throw error
  }
}

describe('migrations', () => {
  it('rebuild a parent table without losing its cascading children', async () => {
    const folder = await tempFolder()
    const before = await openWith(folder, schemaOf(first))
    await before.writer('parent').insert({ id: 'p', old: 'kept' })
    await before.writer('child').insert({ id: 'c', parent_id: 'p' })
    await before.close()
    const after = await openWith(folder, schemaOf(first, rebuild))
    expect(await after.writer('parent')).toEqual([{ id: 'p', name: 'kept' }])
    expect(await after.writer('child')).toEqual([{ id: 'c', parent_id: 'p' }])
    expect(await after.writer.raw('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }])
    await after.close()
  })

  it('make a copy of the file first', async () => {
    const folder = await tempFolder()
    const before = await openWith(folder, schemaOf(first))
    await before.writer('parent').insert({ id: 'p', old: 'kept' })
    await before.close()
    await (await openWith(folder, schemaOf(first, rebuild))).close()
    const copy = await openConnections(join(folder, 'backups', 'from-1.sqlite'))
    expect(await copy.writer('parent')).toEqual([{ id: 'p', old: 'kept' }])
    await copy.close()
  })

  it('leave the file at the version before a step that fails', async () => {
    const folder = await tempFolder()
    await (await openWith(folder, schemaOf(first))).close()
    const broken = { version: 2, statements: ['CREATE TABLE half (id TEXT) STRICT', 'CREATE TABLE half (id TEXT) STRICT'] }
    await expect(openWith(folder, schemaOf(first, broken))).rejects.toThrow(/half already exists/)
    const after = await openWith(folder, schemaOf(first))
    expect(await after.writer.raw("SELECT name FROM sqlite_master WHERE name = 'half'")).toEqual([])
    await after.close()
  })

  it('are done once when several processes open the same new file at once', async () => {
    // Who comes first differs each time: often enough that every order has been there.
    for (let round = 0; round < 40; round += 1) {
      const folder = await tempFolder()
      const opened = await Promise.all(Array.from({ length: 3 }, () => openWith(folder, catalogSchema)))
      for (const connections of opened) {
        expect(await connections.writer.raw('PRAGMA user_version')).toEqual([{ user_version: 1 }])
        expect(await connections.writer('client_entry')).toEqual([])
        await connections.close()
      }
    }
  })

  it('refuse a step that leaves references to nothing', async () => {
    const folder = await tempFolder()
    const before = await openWith(folder, schemaOf(first))
    await before.writer('parent').insert({ id: 'p' })
    await before.writer('child').insert({ id: 'c', parent_id: 'p' })
    await before.close()
    const careless = { version: 2, statements: ["DELETE FROM parent WHERE id = 'p'"] }
    await expect(openWith(folder, schemaOf(first, careless))).rejects.toThrow(/broken references/)
  })

  it('refuse a file of a later version and do not touch it', async () => {
    const folder = await tempFolder()
    await (await openWith(folder, schemaOf(first, rebuild))).close()
    const path = join(folder, 'file.sqlite')
    const hash = async () => createHash('sha256').update(await readFile(path)).digest('hex')
    const before = await hash()
    await expect(inspectFile(path, schemaOf(first))).rejects.toMatchObject({
      code: 'conflict.newer-workspace',
      data: { found: 2, known: 1 }
    })
    expect(await hash()).toBe(before)
    await expect(stat(join(folder, 'backups'))).rejects.toThrow()
  })
})

describe('schemas', () => {
  it.each([
    ['catalog', catalogSchema],
    ['workspace', workspaceSchema]
  ])('of the %s stay as they were shipped; only additions are allowed', async (_name, schema) => {
    const folder = await tempFolder()
    const { writer, close } = await openWith(folder, schema)
    const objects = (await writer.raw("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")) as {
      sql: string | null
    }[]
    await close()
    expect(objects.map((object) => object.sql?.replaceAll(/\s+/g, ' ') ?? '')).toMatchSnapshot()
  })

  it('have strict tables, an index for every foreign key, and no table without a key', async () => {
    const folder = await tempFolder()
    const { writer, close } = await openWith(folder, workspaceSchema)
    const tables = (await writer.raw("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")) as { name: string }[]
    for (const { name } of tables) {
      const [info] = (await writer.raw(`SELECT strict FROM pragma_table_list WHERE schema = 'main' AND name = '${name}'`)) as { strict: number }[]
      expect([name, info?.strict]).toEqual([name, 1])
      const keys = (await writer.raw(`PRAGMA foreign_key_list(${name})`)) as { from: string }[]
      const indexes = (await writer.raw(`SELECT ii.name AS col FROM pragma_index_list('${name}') il, pragma_index_info(il.name) ii WHERE ii.seqno = 0`)) as { col: string }[]
      for (const { from } of keys) expect([name, indexes.map((index) => index.col)]).toEqual([name, expect.arrayContaining([from])])
    }
    await close()
  })
})
