import { createHash } from 'node:crypto'
import { open, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPlain } from '../../src/main/core/db/plain-connection'
import { inspectFile } from '../../src/main/core/db/inspect'
import { workspaceSchema } from '../../src/main/core/db/schemas'
import { insertAsset } from '../../src/main/core/features/assets/assets.repository'
import { tempFolder } from '../support/temp-folder'
import { assetRow, openWorkspaceFile } from '../support/workspace-database'

async function workspaceFileWithRows(): Promise<string> {
  const folder = await tempFolder()
  const database = await openWorkspaceFile(folder)
  for (let index = 0; index < 50; index += 1) {
    await database.command('assets.add', (tx) => insertAsset(tx, assetRow(`photo-${index}`)))
  }
  await database.close()
  return join(folder, 'workspace.sqlite')
}

async function overwrite(path: string, at: number, bytes: Buffer): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(bytes, 0, bytes.length, at)
  await file.close()
}

const page = 4096
const damages: [string, (path: string) => Promise<void>][] = [
  ['empty', (path) => truncate(path, 0)],
  ['only a header', (path) => truncate(path, 100)],
  ['cut at a page', (path) => truncate(path, page * 5)],
  ['cut inside a page', (path) => truncate(path, page * 5 + 100)],
  ['a page of zeros', (path) => overwrite(path, page * 6, Buffer.alloc(page))],
  ['first page broken', (path) => overwrite(path, 100, Buffer.alloc(400, 0xff))],
  ['plain text', (path) => writeFile(path, 'this is no database\n'.repeat(500))],
  ['random bytes', (path) => writeFile(path, Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251)))],
  ['a photograph', (path) => writeFile(path, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20_000, 7)]))]
]

describe('a damaged workspace file', () => {
  it.each(damages)('(%s) is told when it is opened, and left as it is', async (_name, damage) => {
    const path = await workspaceFileWithRows()
    await damage(path)
    const hash = async () => createHash('sha256').update(await readFile(path)).digest('hex')
    const before = await hash()
    await expect(inspectFile(path, workspaceSchema)).rejects.toMatchObject({ code: 'corrupt.workspace' })
    expect(await hash()).toBe(before)
  })
})

describe("another program's file", () => {
  it.each([
    ['without our mark', ['PRAGMA application_id = 1']],
    ['with a trigger of its own', ["CREATE TRIGGER evil AFTER INSERT ON asset BEGIN DELETE FROM asset; END"]],
    ['with a view in place of a table', ['DROP TABLE export_file', 'CREATE VIEW export_file AS SELECT 1 AS id']]
  ])('%s is refused before anything of it runs', async (_name, statements) => {
    const path = await workspaceFileWithRows()
    const connection = await openPlain(path, 'write')
    for (const statement of statements) await connection.all(statement)
    await connection.close()
    await expect(inspectFile(path, workspaceSchema)).rejects.toMatchObject({ code: 'conflict.not-a-workspace' })
  })
})
