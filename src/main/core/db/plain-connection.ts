import sqlite3 from 'sqlite3'

export type PlainRow = Record<string, unknown>

/** A bare connection without knex: for the lock, and for looking at a file before anything trusts it. */
export interface PlainConnection {
  all(sql: string): Promise<PlainRow[]>
  close(): Promise<void>
}

export function openPlain(filename: string, mode: 'read' | 'write'): Promise<PlainConnection> {
  const flags = mode === 'read' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(filename, flags, (error) => {
      if (error) return reject(error)
      resolve({
        all: (sql) =>
          new Promise((done, fail) => {
            database.all(sql, (failure: Error | null, rows: PlainRow[]) => (failure ? fail(failure) : done(rows)))
          }),
        close: () =>
          new Promise((done, fail) => {
            database.close((failure) => (failure ? fail(failure) : done()))
          })
      })
    })
  })
}
