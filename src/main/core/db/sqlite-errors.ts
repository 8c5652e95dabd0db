import { AppError, isAppError } from '../../../shared/errors/app-error'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** True where another connection holds the file. */
export const isBusy = (error: unknown): boolean => codeOf(error) === 'SQLITE_BUSY'

/**
 * The driver's failures in the app's words. This is the one place where SQLite's codes are read.
 * @returns the error to throw; what is no matter of the database or its disk comes back as it was
 */
export function translateSqliteError(error: unknown, path: string): unknown {
  if (isAppError(error)) return error
  switch (codeOf(error)) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new AppError('unavailable.database-busy', { path }, { cause: error })
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return new AppError('unavailable.disk', { path, reason: codeOf(error) }, { cause: error })
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new AppError('corrupt.workspace', { path, detail: codeOf(error) }, { cause: error })
    default:
      return error
  }
}
