import { nearestOf } from './nearest'

/** What a name template can hold, in the order in which a menu offers it. */
export const NAME_TOKENS = [
  'client', 'date', 'year', 'month', 'day', 'network', 'placement', 'placementName', 'kind', 'scope', 'asset', 'title',
  'w', 'h', 'ratio', 'format', 'ext', 'n'
] as const
export type NameToken = (typeof NAME_TOKENS)[number]

export type TemplatePiece =
  | { kind: 'text'; text: string }
  /** `digits` pads `{n:03}` with zeros. */
  | { kind: 'token'; token: NameToken; digits: number }

/** Folders from the outside in, the file name last; the extension is not part of it. */
export interface NameTemplate {
  parts: TemplatePiece[][]
}

/** Why a template cannot be used; `at` is the place in its text. */
export type TemplateProblem =
  | { reason: 'empty' }
  | { reason: 'unknown-token'; token: string; suggestion: string | undefined; at: number }
  | { reason: 'counter'; token: string; at: number }
  | { reason: 'unclosed-brace'; at: number }
  | { reason: 'stray-brace'; at: number }
  | { reason: 'illegal-character'; character: string; at: number }
  | { reason: 'backslash'; at: number }
  | { reason: 'absolute' }
  | { reason: 'parent-folder'; at: number }
  | { reason: 'empty-folder'; at: number }
  | { reason: 'too-deep'; limit: number }
  | { reason: 'no-file-name' }

export type ParsedTemplate = { template: NameTemplate; problem?: undefined } | { template?: undefined; problem: TemplateProblem }

/** Folders that a template may have. */
export const MAX_FOLDERS = 12

const ILLEGAL = /[<>:"|?*\p{Cc}]/u
const IMAGE_EXTENSION = /\.(?:jpe?g|png|webp|avif|gif)$/i

function parseToken(inside: string, at: number): TemplatePiece | TemplateProblem {
  const [name = '', counter, ...more] = inside.split(':')
  const token = NAME_TOKENS.find((known) => known.toLowerCase() === name.trim().toLowerCase())
  if (!token) return { reason: 'unknown-token', token: name.trim(), suggestion: nearestOf(name.trim(), NAME_TOKENS), at }
  if (counter === undefined) return { kind: 'token', token, digits: 0 }
  const digits = /^0?([1-9])$/.exec(counter)
  if (token !== 'n' || !digits || more.length > 0) return { reason: 'counter', token: inside, at }
  return { kind: 'token', token, digits: Number(digits[1]) }
}

function parseText(text: string, at: number): TemplatePiece | TemplateProblem {
  const brace = text.indexOf('}')
  if (brace >= 0) return { reason: 'stray-brace', at: at + brace }
  const illegal = ILLEGAL.exec(text)
  if (illegal) return { reason: 'illegal-character', character: illegal[0], at: at + illegal.index }
  return { kind: 'text', text }
}

/** One folder or file name: text and tokens in turn. */
function parsePart(part: string, offset: number): TemplatePiece[] | TemplateProblem {
  if (part === '') return { reason: 'empty-folder', at: offset }
  if (/^\s*\.{1,2}\s*$/.test(part)) return { reason: 'parent-folder', at: offset }
  const pieces: TemplatePiece[] = []
  let at = 0
  while (at < part.length) {
    const token = part[at] === '{'
    const end = token ? part.indexOf('}', at) : part.indexOf('{', at)
    if (token && end < 0) return { reason: 'unclosed-brace', at: offset + at }
    const until = token ? end + 1 : end < 0 ? part.length : end
    const piece = token ? parseToken(part.slice(at + 1, end), offset + at) : parseText(part.slice(at, until), offset + at)
    if ('reason' in piece) return piece
    pieces.push(piece)
    at = until
  }
  return pieces
}

/** Takes `.{ext}`, `.{format}` or a written `.jpg` off the end: the extension always follows the format of the file. */
function withoutExtension(pieces: TemplatePiece[]): TemplatePiece[] {
  const last = pieces.at(-1)
  const before = pieces.at(-2)
  if (last?.kind === 'token' && (last.token === 'ext' || last.token === 'format')) {
    if (pieces.length === 1) return []
    if (before?.kind === 'text' && before.text.endsWith('.')) return withText(pieces.slice(0, -2), before.text.slice(0, -1))
  }
  if (last?.kind === 'text') return withText(pieces.slice(0, -1), last.text.replace(IMAGE_EXTENSION, ''))
  return pieces
}

function withText(pieces: TemplatePiece[], text: string): TemplatePiece[] {
  return text === '' ? pieces : [...pieces, { kind: 'text', text }]
}

/** Reads a template: `{client}/{date}/{asset}_{w}x{h}.{ext}`, folders parted by `/`. Never throws. */
export function parseTemplate(text: string): ParsedTemplate {
  const trimmed = text.trim()
  if (trimmed === '') return { problem: { reason: 'empty' } }
  if (/^(?:[/~]|[a-z]:[/\\])/i.test(trimmed)) return { problem: { reason: 'absolute' } }
  const backslash = text.indexOf('\\')
  if (backslash >= 0) return { problem: { reason: 'backslash', at: backslash } }
  if (trimmed.endsWith('/')) return { problem: { reason: 'no-file-name' } }
  const raw = text.split('/')
  if (raw.length - 1 > MAX_FOLDERS) return { problem: { reason: 'too-deep', limit: MAX_FOLDERS } }
  const parts: TemplatePiece[][] = []
  let offset = 0
  for (const part of raw) {
    const pieces = parsePart(part, offset)
    if (!Array.isArray(pieces)) return { problem: pieces }
    parts.push(pieces)
    offset += part.length + 1
  }
  const fileName = withoutExtension(parts.at(-1) ?? [])
  if (fileName.length === 0) return { problem: { reason: 'no-file-name' } }
  return { template: { parts: [...parts.slice(0, -1), fileName] } }
}
