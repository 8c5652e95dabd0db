import { basename } from 'node:path'
import { isAppError } from '../../../shared/errors/app-error'
import type { OpenedFile } from '../../../shared/host/host-line'
import { checkGivenPath, type Core } from '../../core'

const MOST_AT_ONCE = 1000

/** Tokens for what a command line or the file manager names. What the path gate refuses is left out. */
export async function openedFiles(core: Core, paths: readonly string[], from: string): Promise<OpenedFile[]> {
  const files: OpenedFile[] = []
  for (const given of paths.slice(0, MOST_AT_ONCE)) {
    try {
      const { path, kind } = await checkGivenPath(given, from)
      files.push({ token: core.registerPath(path), name: basename(path), kind })
    } catch (error) {
      if (!isAppError(error)) throw error
    }
  }
  return files
}
