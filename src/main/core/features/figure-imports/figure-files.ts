import { stat } from 'node:fs/promises'
import { hashFile } from '../../files/originals'
import { asFileError } from '../../files/file-errors'

/** A file as a job reads it. */
export interface FigureFile {
  position: number
  path: string
  name: string
  /** An upload: its file is as old as the upload, whatever it was at home. */
  temporary: boolean
}

export interface FileState {
  sha256: string
  bytes: number
  /** When the file was last written; undefined where that tells nothing. */
  modifiedAt: string | undefined
}

/** @throws AppError `unavailable.file`, `unavailable.disk` */
export async function lookAtFile({ path, temporary }: FigureFile, signal: AbortSignal): Promise<FileState> {
  try {
    const { size, mtime } = await stat(path)
    return { sha256: await hashFile(path, signal), bytes: size, modifiedAt: temporary ? undefined : mtime.toISOString() }
  } catch (error) {
    if (signal.aborted) throw error
    throw asFileError(error, path)
  }
}

/**
 * When figures were taken, which decides which of two counts: the last day they are about, which the file says itself; else when
 * the file was written; else now. The clock of a file is asked last, since it changes whenever the file is copied.
 */
export function measuredAt(lastDay: string, modifiedAt: string | undefined, now: string): string {
  const taken = lastDay === '' ? (modifiedAt ?? now) : `${lastDay}T23:59:59.999Z`
  return taken < now ? taken : now
}
