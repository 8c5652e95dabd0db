import { createTranslator } from '../../../shared/i18n'
import { securityHeaders } from './security-headers'

/** Every refusal of a host that serves web requests: its status, and the code that the page matches. */
export const refusals = {
  headers: { status: 431, code: 'validation.request-headers' },
  host: { status: 421, code: 'unsupported.request-host' },
  origin: { status: 403, code: 'unsupported.request-origin' },
  site: { status: 403, code: 'unsupported.request-site' },
  upgrade: { status: 400, code: 'unsupported.request-upgrade' },
  address: { status: 404, code: 'not-found.address' },
  method: { status: 405, code: 'unsupported.request-method' },
  contentType: { status: 415, code: 'unsupported.request-type' },
  bodySize: { status: 413, code: 'validation.request-size' },
  body: { status: 400, code: 'validation.request-body' },
  fileName: { status: 400, code: 'validation.file-name' },
  slow: { status: 408, code: 'unavailable.request-slow' },
  malformed: { status: 400, code: 'validation.request' },
  session: { status: 401, code: 'unavailable.session' },
  code: { status: 401, code: 'unavailable.launch-code' },
  attempts: { status: 429, code: 'unavailable.too-many-attempts' },
  media: { status: 404, code: 'not-found.media' },
  unexpected: { status: 500, code: 'internal.unexpected' }
} as const

export type RefusalKind = keyof typeof refusals

/** A refusal ready to be sent: a small JSON document `{ code, message }`. */
export interface Refusal {
  status: number
  headers: Record<string, string>
  body: string
}

const translate = createTranslator('en')

/** Headers beyond the security ones, such as `allow`, come in `extra`. */
export function refuse(kind: RefusalKind, extra: Record<string, string> = {}): Refusal {
  const { status, code } = refusals[kind]
  const body = JSON.stringify({ code, message: translate(`host.refused.${kind}`) })
  return {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      // Tells the page a refusal of the host from an error that an operation answered with.
      'x-greenroom-refused': '1',
      ...extra
    },
    body
  }
}

export function refusalResponse(kind: RefusalKind): Response {
  const { status, headers, body } = refuse(kind)
  return new Response(body, { status, headers })
}
