import { AppError, isAppError } from '../../../../shared/errors/app-error'

const OF_THE_DISK = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENODEV', 'ENXIO', 'ESTALE', 'ETIMEDOUT']

export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

/** What the system refused as `unavailable.disk`, naming the place; anything else as it is. */
export function asDiskError(error: unknown, path: string): unknown {
  if (isAppError(error)) return error
  const reason = systemCode(error)
  return OF_THE_DISK.includes(reason) ? new AppError('unavailable.disk', { path, reason }, { cause: error }) : error
}
