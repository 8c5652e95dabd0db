import { createWriteStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../../shared/errors/app-error'
import { VIDEO_BYTES } from '../../../shared/media/video'
import type { FileTokens } from './file-tokens'
import { asFileError } from './file-errors'

export interface Uploads {
  receive(fileName: string, body: Readable): Promise<{ token: string; bytes: number }>
}

/** Streams uploads into the app's own folder, so that a page never names a path. */
export function createUploads(folder: string, tokens: FileTokens, newId: () => string): Uploads {
  return {
    async receive(fileName, body) {
      const path = join(folder, `${newId()}.upload`)
      let bytes = 0
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          if (bytes > VIDEO_BYTES) done(new AppError('validation.input', { issues: [{ path: 'file', message: 'larger than 8 GB' }] }))
          else done(null, chunk)
        }
      })
      try {
        await pipeline(body, counter, createWriteStream(path, { mode: 0o600, flush: true }))
      } catch (error) {
        await rm(path, { force: true })
        throw asFileError(error, path)
      }
      return { token: tokens.register({ path, name: fileName, temporary: true }), bytes }
    }
  }
}

const week = 7 * 86_400_000

/** Uploads that nothing took in: a week leaves interrupted jobs the time to be resumed. */
export async function clearOldUploads(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const file = await stat(path).catch(() => undefined)
    if (file && now - file.mtimeMs > week) await rm(path, { force: true, recursive: true })
  }
}
