import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'
import { openPlain, type PlainConnection } from './plain-connection'
import { translateSqliteError } from './sqlite-errors'

export interface FolderLock {
  /** Repeatable. */
  release(): Promise<void>
}

/**
 * Takes the lock of a workspace folder: a side SQLite file held in an exclusive transaction. The system frees it when
 * the process ends, also by `kill -9`, and it holds through links and other spellings of the path.
 * @param holder who asks, in a word or two; told to the one who comes second
 * @throws AppError `conflict.workspace-locked` at once when another process (or another core) holds it,
 *   `unavailable.disk` where no lock can be written
 */
export async function lockFolder(folder: string, client: string, holder: string): Promise<FolderLock> {
  const note = join(folder, 'lock-holder.json')
  const connection = await hold(join(folder, 'lock')).catch(async (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new AppError('conflict.workspace-locked', { client, path: folder, holder: await readHolder(note) })
    }
    throw translateSqliteError(error, folder)
  })
  // Only a courtesy to the second one: the lock itself is SQLite's, and a stale note means nothing.
  await writeFile(note, JSON.stringify({ holder, pid: process.pid }), { mode: 0o600 }).catch(() => undefined)
  let held = true
  return {
    async release() {
      if (!held) return
      held = false
      await connection.all('ROLLBACK').catch(() => undefined)
      await connection.close()
    }
  }
}

async function hold(file: string): Promise<PlainConnection> {
  const connection = await openPlain(file, 'write')
  try {
    await connection.all('PRAGMA busy_timeout = 0')
    await connection.all('PRAGMA journal_mode = DELETE')
    await connection.all('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function readHolder(note: string): Promise<string> {
  try {
    const { holder, pid } = JSON.parse(await readFile(note, 'utf8')) as { holder: string; pid: number }
    return `${holder} (process ${pid})`
  } catch {
    return 'another process'
  }
}
