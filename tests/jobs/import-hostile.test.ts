import { join } from 'node:path'
import { readdir } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createParsePool, type ParseProcess } from '../../src/main/core/parse/parse-pool'
import { spawnParseWithNode } from '../../src/main/hosts/node/spawn-parse'
import { PARSE_LIMITS } from '../../src/shared/parse/limits'
import { hostileFiles } from '../support/hostile-tables'
import { parseWorkerPath } from '../support/parse-worker'
import { readTables, startParsePool } from '../support/read-tables'
import { csvText, makeWorkbook, makeZip, putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'

/** A process that says nothing for so long is ended: far more than any of these files takes. */
const SILENCE_MS = 9000

describe('a hostile file', () => {
  it.each(hostileFiles())('costs one error line or is read as what it is: $name', async ({ make, expects }) => {
    const folder = await tempFolder()
    const pool = await startParsePool({ silenceMs: SILENCE_MS })
    const path = await putFile(folder, 'file.bin', await make())
    const outcome = await readTables(pool, path, 'file.bin').then(
      ({ tables, refused }) => ({ code: refused[0]?.error.code ?? 'read', rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) }),
      (error: { code: string }) => ({ code: error.code, rows: 0 })
    )
    expect(outcome.code).toBe(expects.code)
    if (expects.rows !== undefined) expect(outcome.rows).toBe(expects.rows)
    expect(await readdir(folder)).toEqual(['file.bin'])
    // The next file is read whatever became of this one.
    const plain = await putFile(folder, 'plain.csv', csvText([['a', 'b'], ['1', '2']]))
    expect((await readTables(pool, plain)).tables[0]?.rows).toHaveLength(2)
  })

  it('is not blamed for the time that its rows take to be kept', async () => {
    const pool = await startParsePool({ silenceMs: 1500 })
    await readTables(pool, await putFile(await tempFolder(), 'warm.csv', 'a,b\n1,2\n'))
    const path = await putFile(await tempFolder(), 'long.csv', csvText(Array.from({ length: 20_000 }, (_, row) => [String(row), 'x'.repeat(200)])))
    let [rows, waits] = [0, 2]
    await pool.read({ path, name: 'long.csv' }, async (event) => {
      if (event.kind !== 'rows') return
      rows += event.rows.length
      if ((waits -= 1) >= 0) await new Promise((wake) => setTimeout(wake, 2200))
    })
    expect(rows).toBeGreaterThan(19_990)
  })

  it('poisons no prototype', async () => {
    const folder = await tempFolder()
    const pool = await startParsePool()
    for (const text of ['[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]', '{"cards":[{"__proto__":{"polluted":1},"name":"x"}],"lists":[]}', '__proto__,constructor,text\n1,2,3\n']) {
      await readTables(pool, await putFile(folder, 'x.json', text))
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('of more parts than memory holds is refused before it is taken apart', async () => {
    const pool = await startParsePool()
    const huge = await putFile(await tempFolder(), 'huge.json', `[${'[],'.repeat(PARSE_LIMITS.jsonParts)}[]]`)
    await expect(readTables(pool, huge, 'huge.json')).rejects.toMatchObject({ code: 'unsupported.import-size', data: { what: 'json' } })
  })

  it('that ends its process fails alone, and the next one is read by another', async () => {
    const folder = await tempFolder()
    const worker = await parseWorkerPath()
    const started: ParseProcess[] = []
    const spawn = () => {
      const next = spawnParseWithNode(worker)
      started.push(next)
      return next
    }
    const pool = createParsePool({ spawn, newId: () => String(started.length) })
    onTestFinished(() => pool.close())
    const long = await putFile(folder, 'long.csv', csvText([['a', 'b'], ...Array.from({ length: 20_000 }, (_, index) => [String(index), 'x'])]))
    const reading = pool.read({ path: long, name: 'long.csv' }, (event) => {
      if (event.kind === 'rows') started[0]?.kill()
    })
    await expect(reading).rejects.toMatchObject({ code: 'unavailable.parse-process', data: { name: 'long.csv' } })
    expect((await readTables(pool, await putFile(folder, 'plain.csv', 'a,b\n1,2\n'))).tables).toHaveLength(1)
    expect(started).toHaveLength(2)
  })

  it('can be given up at once', async () => {
    const folder = await tempFolder()
    const pool = await startParsePool()
    const path = await putFile(folder, 'long.csv', csvText([['a', 'b'], ...Array.from({ length: 200_000 }, (_, index) => [String(index), 'x'])]))
    const stop = new AbortController()
    let rows = 0
    const reading = pool.read({ path, name: 'long.csv' }, (event) => {
      if (event.kind !== 'rows') return
      rows += event.rows.length
      stop.abort()
    }, { signal: stop.signal })
    await expect(reading).rejects.toMatchObject({ code: 'cancelled.parse' })
    expect(rows).toBeLessThan(100_000)
  })
})

describe('an archive', () => {
  it('gives its tables and names what it could not read, leaving out what systems put there', async () => {
    const pool = await startParsePool()
    const zip = await makeZip({ 'a/plan.csv': 'a,b\n1,2\n', '__MACOSX/a/._plan.csv': 'x', '.DS_Store': 'x', 'photo.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'book.xlsx': await makeWorkbook({ sheets: [{ name: 'One', rows: [['x', 1]] }] }) })
    const { files, tables, refused } = await readTables(pool, await putFile(await tempFolder(), 'all.zip', zip))
    expect(files.map(({ entry, container }) => [entry, container])).toEqual([[null, 'zip'], ['a/plan.csv', 'csv'], ['book.xlsx', 'xlsx']])
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 1])
    expect(refused.map(({ entry, error }) => [entry, error.data['reason']])).toEqual([['photo.jpg', 'picture']])
  })

  it('of more files than any export has is refused before one is opened', async () => {
    const pool = await startParsePool()
    const zip = await makeZip({ 'a.csv': 'a,b\n1,2\n' })
    for (const at of [8, 10]) zip.writeUInt16LE(PARSE_LIMITS.entries + 1, zip.length - 22 + at)
    await expect(readTables(pool, await putFile(await tempFolder(), 'many.zip', zip))).rejects.toMatchObject({ code: 'unsupported.import-size', data: { what: 'entries' } })
  })
})

it('reads a file that is not there as one that cannot be opened', async () => {
  const pool = await startParsePool()
  await expect(readTables(pool, join(await tempFolder(), 'none.csv'))).rejects.toMatchObject({ code: 'unavailable.parse-file', data: { reason: 'ENOENT' } })
})
