import { onTestFinished } from 'vitest'
import type { ReadEvent } from '../../src/shared/parse/protocol'
import type { SourceTable } from '../../src/shared/tables/source-table'
import { createParsePool, type ParsePool } from '../../src/main/core/parse/parse-pool'
import { spawnParseWithNode } from '../../src/main/hosts/node/spawn-parse'
import { parseWorkerPath } from './parse-worker'

/** The real parse process; ended when the test ends. */
export async function startParsePool(options: { silenceMs?: number } = {}): Promise<ParsePool> {
  const worker = await parseWorkerPath()
  let calls = 0
  const pool = createParsePool({ spawn: () => spawnParseWithNode(worker), newId: () => `call-${(calls += 1)}`, ...options })
  onTestFinished(() => pool.close())
  return pool
}

export interface ReadTables {
  files: Extract<ReadEvent, { kind: 'file' }>[]
  refused: Extract<ReadEvent, { kind: 'refused' }>[]
  tables: SourceTable[]
}

/** Reads a file to its end. */
export async function readTables(pool: ParsePool, path: string, name = path): Promise<ReadTables> {
  const read: ReadTables = { files: [], refused: [], tables: [] }
  await pool.read({ path, name }, (event) => {
    if (event.kind === 'file') read.files.push(event)
    else if (event.kind === 'refused') read.refused.push(event)
    else if (event.kind === 'table') read.tables.push({ name: event.name, shape: event.shape, rows: [] })
    else read.tables.at(-1)?.rows.push(...event.rows)
  })
  return read
}
