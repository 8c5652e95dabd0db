import { Readable, Transform } from 'node:stream'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import type { Core } from '../../core'
import { categoryOf, errorCategories } from '../../../shared/errors/codes'
import { isAppError } from '../../../shared/errors/app-error'
import { VIDEO_BYTES } from '../../../shared/media/video'
import { refusalResponse } from './refusals'
import { securityHeaders } from './security-headers'

class TooLarge extends Error {}

/** The last part of the name in an `x-file-name` header, or undefined when it is no name for a file. */
export function fileNameOf(header: string | null): string | undefined {
  try {
    const name = decodeURIComponent(header ?? '').split(/[/\\]/).at(-1) ?? ''
    const usable = name !== '' && name !== '.' && name !== '..' && !name.includes('\0') && Buffer.byteLength(name) <= 255
    return usable ? name : undefined
  } catch {
    return undefined
  }
}

/** Lets bytes through until there are too many. */
function limitedTo(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.byteLength
      done(seen > bytes ? new TooLarge() : null, chunk)
    }
  })
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { ...securityHeaders, 'cache-control': 'no-store' } })

/** The body, cut off at the limit; an error at either end ends both. */
function limitedBody(request: Request, bytes: number): Readable {
  if (!request.body) return Readable.from([])
  const source = Readable.fromWeb(request.body as NodeWebStream<Uint8Array>)
  const limited = limitedTo(bytes)
  source.on('error', (error) => limited.destroy(error))
  limited.on('close', () => source.destroy())
  return source.pipe(limited)
}

/**
 * Answers `POST /upload`: the body is the file, `x-file-name` its name in percent-encoding.
 * @returns 200 `{ token, bytes }`, or a refusal `{ code, message }`
 */
export async function uploadResponse(
  core: Pick<Core, 'receiveUpload'>,
  request: Request,
  maxBytes: number = VIDEO_BYTES
): Promise<Response> {
  const name = fileNameOf(request.headers.get('x-file-name'))
  if (name === undefined) return refusalResponse('fileName')
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return refusalResponse('bodySize')
  const body = limitedBody(request, maxBytes)
  try {
    return answer(200, await core.receiveUpload(name, body))
  } catch (error) {
    if (body.errored instanceof TooLarge) return refusalResponse('bodySize')
    if (!isAppError(error)) throw error
    const { status } = errorCategories[categoryOf(error.code)]
    return answer(status, { code: error.code, data: error.data, message: error.code })
  }
}
