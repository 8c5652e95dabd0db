import { AppError, isAppError } from '../../../shared/errors/app-error'

const OF_THE_DISK = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENODEV', 'ENXIO', 'ESTALE', 'ETIMEDOUT']
/** What a disk refuses whoever asks; the rest may be the matter of one file. */
const OF_ANY_FILE = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS']

/** The system's code of a failure, `ENOSPC` for example; `unknown` where there is none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

/** What the system refused as `unavailable.disk`, naming the place; anything else as it is. For places the app writes to. */
export function asDiskError(error: unknown, path: string): unknown {
  if (isAppError(error)) return error
  const reason = systemCode(error)
  return OF_THE_DISK.includes(reason) ? new AppError('unavailable.disk', { path, reason }, { cause: error }) : error
}

/** A disk that refuses as `unavailable.disk`, a file that cannot be had as `unavailable.file`; anything else as it is. */
export function asFileError(error: unknown, path: string): unknown {
  if (isAppError(error)) return error
  const reason = systemCode(error)
  if (!reason.startsWith('E')) return error
  return new AppError(OF_ANY_FILE.includes(reason) ? 'unavailable.disk' : 'unavailable.file', { path, reason }, { cause: error })
}
