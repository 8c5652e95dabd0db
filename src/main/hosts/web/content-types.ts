import { extname } from 'node:path'

/** The kinds of file a build of the page holds. What is not listed is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2'
}

export function contentTypeOf(fileName: string): string | undefined {
  return contentTypes[extname(fileName).toLowerCase()]
}

const videos = ['video/mp4', 'video/quicktime', 'video/webm']
/** Pictures and videos that a browser shows in place. Anything else, SVG included, is a download. */
const shownInPlace = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', ...videos])

export function isShownInPlace(contentType: string): boolean {
  return shownInPlace.has(contentType)
}
