import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Core, MediaFile } from '../../core'
import { type ByteRange, rangeOf } from './byte-range'
import { isShownInPlace } from './content-types'
import { refusalResponse } from './refusals'
import { securityHeaders } from './security-headers'

/** Below this, one read is cheaper than a stream. */
const streamFrom = 1_000_000

/** `attachment` with the name as RFC 6266 and 8187 want it: a plain one for old readers, the real one in UTF-8. */
export function attachmentHeader(fileName: string): string {
  const plain = fileName.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

function headersOf(file: MediaFile): Record<string, string> {
  const inPlace = isShownInPlace(file.contentType) && file.downloadName === undefined
  const common = { ...securityHeaders, 'cache-control': 'no-store', 'accept-ranges': 'bytes', 'content-length': String(file.bytes) }
  return inPlace
    ? { ...common, 'content-type': file.contentType }
    : {
        ...common,
        'content-type': isShownInPlace(file.contentType) || file.isOwnDrawing ? file.contentType : 'application/octet-stream',
        'content-disposition': attachmentHeader(file.downloadName ?? 'file')
      }
}

type Body = ConstructorParameters<typeof Response>[0]

const streamed = (path: string, range?: ByteRange): Body =>
  Readable.toWeb(createReadStream(path, range && { start: range.first, end: range.last })) as ReadableStream<Uint8Array>

async function whole(file: MediaFile): Promise<Response> {
  const body: Body = file.bytes <= streamFrom ? new Uint8Array(await readFile(file.path)) : streamed(file.path)
  return new Response(body, { headers: headersOf(file) })
}

/** A part of a file: what players ask for, to jump within a video. */
function part(file: MediaFile, range: ByteRange): Response {
  const headers = {
    ...headersOf(file),
    'content-length': String(range.last - range.first + 1),
    'content-range': `bytes ${range.first}-${range.last}/${file.bytes}`
  }
  return new Response(streamed(file.path, range), { status: 206, headers })
}

const beyond = (file: MediaFile): Response =>
  new Response(null, { status: 416, headers: { ...securityHeaders, 'cache-control': 'no-store', 'content-range': `bytes */${file.bytes}` } })

/**
 * Answers `/media/<payload>.<signature>`: the signature is the permission, and the same refusal hides why it failed.
 * @param range the request's `Range` header, for videos and downloads alike
 */
export async function mediaResponse(core: Pick<Core, 'openMedia'>, path: string, range: string | null = null): Promise<Response> {
  const file = await core.openMedia(path)
  if (!file) return refusalResponse('media')
  const asked = rangeOf(range, file.bytes)
  if (asked === null) return beyond(file)
  try {
    return asked ? part(file, asked) : await whole(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return refusalResponse('media')
    throw error
  }
}
