import { AppError } from '../../shared/errors/app-error'
import type { UploadOptions } from './connection.types'

interface UploadTarget {
  headers: Record<string, string>
}

interface UploadAnswer {
  token?: string
  code?: string
  data?: Record<string, unknown>
}

const answerOf = (request: XMLHttpRequest): UploadAnswer => (request.response as UploadAnswer | null) ?? {}

/** `fetch` cannot tell how much of a body was sent; this can. @throws AppError */
export function sendFile(file: File, { headers }: UploadTarget, { onProgress, signal }: UploadOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const fail = (code: string, data?: Record<string, unknown>) => reject(new AppError(code, data))
    request.open('POST', '/upload')
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, '\uFFFD')))
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded }) => onProgress?.(loaded, file.size))
    request.addEventListener('load', () => {
      const { token, code, data } = answerOf(request)
      if (request.status === 200 && token) resolve(token)
      else fail(code ?? 'unavailable.host', data)
    })
    request.addEventListener('error', () => fail('unavailable.host'))
    request.addEventListener('abort', () => fail('cancelled.by-person'))
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort))
    if (signal?.aborted) return fail('cancelled.by-person')
    signal?.addEventListener('abort', abort)
    request.send(file)
  })
}
