import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Core, MediaFile } from '../../core'
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
  const common = { ...securityHeaders, 'cache-control': 'no-store', 'content-length': String(file.bytes) }
  return inPlace
    ? { ...common, 'content-type': file.contentType }
    : {
        ...common,
        'content-type': isShownInPlace(file.contentType) ? file.contentType : 'application/octet-stream',
        'content-disposition': attachmentHeader(file.downloadName ?? 'file')
      }
}

async function bodyOf(file: MediaFile): Promise<ConstructorParameters<typeof Response>[0]> {
  if (file.bytes <= streamFrom) return new Uint8Array(await readFile(file.path))
  return Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>
}

/** Answers `/media/<payload>.<signature>`: the signature is the permission, and the same refusal hides why it failed. */
export async function mediaResponse(core: Pick<Core, 'openMedia'>, path: string): Promise<Response> {
  const file = await core.openMedia(path)
  if (!file) return refusalResponse('media')
  try {
    return new Response(await bodyOf(file), { headers: headersOf(file) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return refusalResponse('media')
    throw error
  }
}
