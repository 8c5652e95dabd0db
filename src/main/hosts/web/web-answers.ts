import type { Core } from '../../core'
import { mediaResponse } from './media-response'
import { refusalResponse } from './refusals'
import { listStaticFiles, staticResponse } from './static-files'
import { uploadResponse } from './upload-response'

export type WebAnswers = (request: Request) => Promise<Response>

interface WebAnswersOptions {
  core: Pick<Core, 'openMedia' | 'receiveUpload'>
  /** The built page: `out/renderer`. */
  rendererDir: string
}

/**
 * Answers what both hosts serve alike: the page's files, `/media/…` and `POST /upload`. Whether the sender may ask at
 * all is the host's matter. Every answer carries the security headers.
 */
export async function createWebAnswers({ core, rendererDir }: WebAnswersOptions): Promise<WebAnswers> {
  const files = await listStaticFiles(rendererDir)
  const route = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    if (path === '/upload') return request.method === 'POST' ? uploadResponse(core, request) : refusalResponse('method')
    if (request.method !== 'GET') return refusalResponse('method')
    if (path.startsWith('/media/')) return mediaResponse(core, path, request.headers.get('range'))
    return (await staticResponse(files, path)) ?? refusalResponse('address')
  }
  return (request) => route(request).catch(() => refusalResponse('unexpected'))
}
