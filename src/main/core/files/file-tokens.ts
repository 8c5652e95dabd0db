import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'

export interface TokenFile {
  path: string
  /** The name the person knows the file by; an upload is stored under another. */
  name: string
  /** True for an upload: the file is the app's own and goes away once it was taken in. */
  temporary: boolean
}

/** Tokens stand for paths, so that a page never sends one. They live as long as the process. */
export interface FileTokens {
  register(file: { path: string; name?: string; temporary?: boolean }): string
  /** @throws AppError `not-found.file-token` */
  resolve(token: string): TokenFile
  release(token: string): void
}

export function createFileTokens(): FileTokens {
  const files = new Map<string, TokenFile>()
  return {
    register({ path, name, temporary }) {
      const token = randomBytes(24).toString('base64url')
      files.set(token, { path, name: name ?? basename(path), temporary: temporary ?? false })
      return token
    },
    resolve(token) {
      const file = files.get(token)
      if (!file) throw new AppError('not-found.file-token', { token: token.slice(0, 6) })
      return file
    },
    release(token) {
      files.delete(token)
    }
  }
}
