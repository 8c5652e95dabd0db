import type { IncomingMessage } from 'node:http'

/** What the gate looks at. Header names are lower case, and every line of a repeated header is kept. */
export interface RequestFacts {
  method: string
  /** The target as sent, without its query. */
  path: string
  headerLines: number
  headers: ReadonlyMap<string, readonly string[]>
}

/** Reads the raw lines: Node's own `headers` would hide a second Host. */
export function readFacts({ method = '', url = '', rawHeaders }: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>): RequestFacts {
  const headers = new Map<string, string[]>()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? ''
    headers.set(name, [...(headers.get(name) ?? []), rawHeaders[at + 1] ?? ''])
  }
  return { method, path: url.split('?', 1)[0] ?? '', headerLines: rawHeaders.length / 2, headers }
}

/** The value of a header that stands there exactly once; undefined when absent, null when repeated. */
export function single(facts: RequestFacts, name: string): string | undefined | null {
  const values = facts.headers.get(name) ?? []
  return values.length > 1 ? null : values[0]
}
