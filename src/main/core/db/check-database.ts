import type { Reader } from '../context'

export interface DatabaseCheck {
  /** What SQLite found wrong; empty when whole. */
  integrity: string[]
  /** Rows that point to nothing. */
  foreignKeys: number
  schemaVersion: number
}

export async function checkDatabase(db: Reader): Promise<DatabaseCheck> {
  const integrity = (await db.raw('PRAGMA integrity_check')) as { integrity_check: string }[]
  const broken = (await db.raw('PRAGMA foreign_key_check')) as unknown[]
  const version = (await db.raw('PRAGMA user_version')) as { user_version: number }[]
  return {
    integrity: integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    foreignKeys: broken.length,
    schemaVersion: version[0]?.user_version ?? 0
  }
}
