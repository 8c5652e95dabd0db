import { ORPCError } from '@orpc/client'
import { AppError, isAppError } from '../../shared/errors/app-error'

const isCode = (code: string) => /^[a-z-]+\.[a-z-]+$/.test(code)
const asData = (data: unknown): Record<string, unknown> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}

/** Whatever a call failed with, as the one kind of error that screens know: `code` and `data`. */
export function appErrorOf(error: unknown): AppError {
  if (isAppError(error)) return error
  if (error instanceof ORPCError && isCode(error.code)) return new AppError(error.code, asData(error.data), { cause: error })
  if (error instanceof DOMException && error.name === 'AbortError') return new AppError('cancelled.by-person', {}, { cause: error })
  // `fetch` throws TypeError when nobody answers, and for nothing else that can happen to our requests.
  if (error instanceof TypeError) return new AppError('unavailable.host', {}, { cause: error })
  return new AppError('internal.unexpected', { reference: '' }, { cause: error })
}

/** The error in a refusal of the host, a small JSON document `{ code, data? }`. */
export async function refusalOf(response: Response): Promise<AppError> {
  const body = asData(await response.json().catch(() => undefined))
  return typeof body['code'] === 'string' ? new AppError(body['code'], asData(body['data'])) : new AppError('unavailable.host')
}
