import { legalName, legalText, MAX_NAME_BYTES } from './legal-name'
import type { NameTemplate, NameToken, TemplatePiece } from './template'

/** What the tokens stand for; `ext` and `format` are the same word. */
export type NameValues = Record<Exclude<NameToken, 'ext' | 'n'>, string> & { n: number }

/** Characters of a whole relative path, folders included: what Explorer can still open inside a deep folder. */
const MAX_PATH_LENGTH = 200
/** A name is never cut below this for the sake of the path. */
const MIN_NAME_BYTES = 24

function filled(pieces: TemplatePiece[], values: NameValues): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : valueOf(piece, values))).join('')
}

function valueOf(piece: { token: NameToken; digits: number }, values: NameValues): string {
  if (piece.token === 'n') return String(values.n).padStart(piece.digits, '0')
  // A slash in a client's name must not open a folder.
  return legalText(values[piece.token === 'ext' ? 'format' : piece.token])
}

function named(parts: string[], extension: string, maxBytes: number): string {
  const last = parts.length - 1
  return parts.map((part, index) => legalName(part, { extension: index === last ? extension : '', maxBytes })).join('/')
}

/**
 * The relative path that a template makes: legal on every disk, parted by `/`, never leaving its folder, ending in the
 * extension of the format.
 */
export function renderName(template: NameTemplate, values: NameValues): string {
  const parts = template.parts.map((pieces) => filled(pieces, values))
  const extension = `.${values.format}`
  let maxBytes = MAX_NAME_BYTES
  let path = named(parts, extension, maxBytes)
  while (path.length > MAX_PATH_LENGTH && maxBytes > MIN_NAME_BYTES) {
    maxBytes = Math.max(MIN_NAME_BYTES, Math.floor(maxBytes * 0.85))
    path = named(parts, extension, maxBytes)
  }
  return path
}

/** `4:5` as it can stand in a name: `4x5`. */
export function ratioForName(aspect: string): string {
  return aspect.replace(/\s*:\s*/g, 'x')
}

/** A file name without its extension: `holiday.jpg` is `holiday`. */
export function stemOf(fileName: string): string {
  const stem = fileName.replace(/\.[a-z0-9]{1,8}$/i, '')
  return stem === '' ? fileName : stem
}
