import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'
import { openPlain } from './plain-connection'

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes the lock of a workspace folder: a side SQLite file held in an exclusive transaction. The system frees it when
 * the process ends, also by `kill -9`, and it holds through links and other spellings of the path.
 * @param holder who asks, in a word or two; told to the one who comes second
 * @throws AppError `conflict.workspace-locked` at once when another process (or another core) holds it
 */
export async function lockFolder(folder: string, client: string, holder: string): Promise<FolderLock> {
  const note = join(folder, 'lock-holder.json')
  const connection = await openPlain(join(folder, 'lock'), 'write')
  try {
    await connection.all('PRAGMA busy_timeout = 0')
    await connection.all('PRAGMA journal_mode = DELETE')
    await connection.all('BEGIN EXCLUSIVE')
  } catch (error) {
    await connection.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new AppError('conflict.workspace-locked', { client, path: folder, holder: await readHolder(note) })
    }
    throw error
  }
  // Only a courtesy to the second one: the lock itself is SQLite's, and a stale note means nothing.
  await writeFile(note, JSON.stringify({ holder, pid: process.pid }), { mode: 0o600 }).catch(() => undefined)
  return {
    async release() {
      await connection.all('ROLLBACK').catch(() => undefined)
      await connection.close()
    }
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
