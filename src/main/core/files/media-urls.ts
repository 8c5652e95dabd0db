import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What an address stands for. `size` is a thumbnail's longer edge in pixels, `at` the second of a video that it shows, so that
 * another one has another address. `small` is asked for by `/small` after the address, which needs no signature of its own.
 */
export type MediaReference =
  | { kind: 'thumbnail'; clientId: string; sha256: string; size: number; at?: number; small?: true }
  | { kind: 'video'; clientId: string; assetId: string }
  | { kind: 'original'; clientId: string; assetId: string }
  | { kind: 'output'; clientId: string; itemId: string }
  | { kind: 'sheet'; clientId: string; jobId: string }
  | { kind: 'variant-picture'; clientId: string; variantId: string; index: number }
  | { kind: 'pack-zip'; clientId: string; jobId: string }
  | { kind: 'plan-file'; clientId: string; itemId: string }
  | { kind: 'person-file'; clientId: string; itemId: string }
  | { kind: 'logo'; clientId: string; file: string }
  | { kind: 'report-page'; clientId: string; reportId: string; file: string }
  | { kind: 'report-file'; clientId: string; itemId: string }
  | { kind: 'incident-file'; clientId: string; itemId: string }
  | { kind: 'agency-logo'; clientId: ''; file: string }

/** Signed, short-lived addresses: `/media/<payload>.<signature>`, for thumbnails also with `/small` behind, good for one to two hours, for this process only. */
export interface MediaUrls {
  sign(reference: MediaReference): string
  /** The reference, or undefined when the address is forged, damaged or expired. */
  verify(path: string): MediaReference | undefined
}

const hour = 3_600_000

export function createMediaUrls(now: () => number, secret: Buffer = randomBytes(32)): MediaUrls {
  const signature = (payload: string) => createHmac('sha256', secret).update(payload).digest()
  return {
    sign(reference) {
      // Rounded up to the hour, so that a picture keeps its address while a list is refreshed.
      const expires = Math.ceil(now() / hour) * hour + hour
      const payload = Buffer.from(JSON.stringify({ ...reference, expires })).toString('base64url')
      return `/media/${payload}.${signature(payload).toString('base64url')}`
    },
    verify(path) {
      const match = /^\/media\/([\w-]+)\.([\w-]+)(\/small)?$/.exec(path)
      if (!match?.[1] || !match[2]) return undefined
      const given = Buffer.from(match[2], 'base64url')
      const wanted = signature(match[1])
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
      const { expires, ...reference } = JSON.parse(Buffer.from(match[1], 'base64url').toString('utf8')) as MediaReference & {
        expires: number
      }
      if (expires <= now()) return undefined
      if (!match[3]) return reference as MediaReference
      return reference.kind === 'thumbnail' ? { ...reference, small: true } : undefined
    }
  }
}
