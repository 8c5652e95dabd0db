import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { contentTypeOf } from './content-types'
import { securityHeaders } from './security-headers'

export interface StaticFile {
  contentType: string
  cacheControl: string
  read(): Promise<Buffer>
}

/** Address of each file of the built page, for example `/assets/index-Bx1.js`. Nothing else can be asked for. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const page = '/index.html'
// Names in assets/ carry a hash of their content.
const cacheControlOf = (address: string) =>
  address.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store'

function onceRead(path: string): () => Promise<Buffer> {
  let content: Promise<Buffer> | undefined
  return () => (content ??= readFile(path))
}

/**
 * Lists the built page once, so that a request's path is looked up and never used to find a file.
 * Links, source maps and unknown kinds of file are left out. `index.html` stands at `/`.
 * @throws when the folder is not there or holds no `index.html`
 */
export async function listStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypeOf(entry.name)
    if (!entry.isFile() || !contentType) continue
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    const file = { contentType, cacheControl: cacheControlOf(address), read: onceRead(path) }
    files.set(address === page ? '/' : address, file)
  }
  if (!files.has('/')) throw new Error(`There is no built page in ${folder}.`)
  return files
}

/** The file at exactly this path, or undefined. */
export async function staticResponse(files: StaticFiles, path: string): Promise<Response | undefined> {
  const file = files.get(path)
  if (!file) return undefined
  const content = await file.read()
  return new Response(new Uint8Array(content), {
    headers: {
      ...securityHeaders,
      'content-type': file.contentType,
      'content-length': String(content.byteLength),
      'cache-control': file.cacheControl
    }
  })
}
