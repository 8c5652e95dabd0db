import knex, { type Knex } from 'knex'
import { isBusy } from './sqlite-errors'

/** One writer and one reader that cannot write. */
export interface Connections {
  writer: Knex
  reader: Knex
  close(): Promise<void>
}

/** The set of reliability finding 1 and promise 2.2: stated at every connection, asserted by a test. */
const everyConnection = [
  'PRAGMA busy_timeout = 20',
  'PRAGMA journal_mode = WAL',
  'PRAGMA busy_timeout = 5000',
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  'PRAGMA trusted_schema = OFF',
  'PRAGMA cell_size_check = ON',
  'PRAGMA wal_autocheckpoint = 1000',
  'PRAGMA journal_size_limit = 67108864',
  'PRAGMA temp_store = MEMORY',
  ...(process.platform === 'darwin' ? ['PRAGMA checkpoint_fullfsync = ON'] : [])
]

interface RawConnection {
  run(sql: string, done: (error: Error | null) => void): void
}

/**
 * Going over to WAL cannot wait inside SQLite when several connections do so at the same time: each would hold what the others
 * wait for until all time is up. So each gives up at once and asks again, at moments that differ.
 */
const PATIENCE_MS = 10_000
const WAIT_MS = 25

function runAll(connection: RawConnection, statements: readonly string[], done: (error: Error | null) => void): void {
  const until = performance.now() + PATIENCE_MS
  const next = (index: number): void => {
    const statement = statements[index]
    if (!statement) return done(null)
    connection.run(statement, (error) => {
      if (!error) next(index + 1)
      else if (isBusy(error) && performance.now() < until) setTimeout(next, WAIT_MS * (0.5 + Math.random()), index)
      else done(error)
    })
  }
  next(0)
}

function connect(filename: string, statements: string[]): Knex {
  return knex({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    // Messages of failures name the statement, never what a person wrote.
    compileSqlOnError: false,
    pool: {
      min: 1,
      max: 1,
      idleTimeoutMillis: 2 ** 31 - 1,
      afterCreate(connection: RawConnection, done: (error: Error | null, connection: RawConnection) => void) {
        runAll(connection, statements, (error) => done(error, connection))
      }
    }
  })
}

/** Opens `filename`, which is made when missing. The reader opens first use, after the writer has put the file in WAL. */
export async function openConnections(filename: string): Promise<Connections> {
  const writer = connect(filename, everyConnection)
  try {
    await writer.raw('SELECT 1')
  } catch (error) {
    await writer.destroy()
    throw error
  }
  // 64 MiB, in KiB: questions over all posts of years do not fetch the same pages again and again.
  const reader = connect(filename, [...everyConnection, 'PRAGMA query_only = ON', 'PRAGMA cache_size = -65536'])
  return {
    writer,
    reader,
    async close() {
      await reader.destroy().finally(() => writer.destroy())
    }
  }
}
