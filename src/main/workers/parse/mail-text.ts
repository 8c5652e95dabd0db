const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', hellip: '…', ndash: '–', mdash: '—', middot: '·', bull: '•', euro: '€',
  copy: '©', zwnj: '', zwj: '\u200d', shy: ''
}

function codePoint(text: string): string {
  const hex = /^x([\da-f]{1,6})$/i.exec(text)
  const value = hex ? Number.parseInt(hex[1] ?? '', 16) : Number(text)
  return Number.isInteger(value) && value > 0 && value <= 0x10_ff_ff && !(value >= 0xd8_00 && value <= 0xdf_ff) ? String.fromCodePoint(value) : ''
}

export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#([\dx][\da-f]{0,7})|([a-z]{2,8}));/gi, (whole, number: string | undefined, name: string | undefined) =>
    number !== undefined ? codePoint(number) : (NAMED[(name ?? '').toLowerCase()] ?? whole)
  )

/** What stands between these is no text. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'noscript', 'template', 'svg', 'iframe', 'object'])
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'tr', 'td', 'th', 'li', 'table', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'hr'])

export interface PlainMail {
  text: string
  /** Where its links lead, as text. */
  links: string[]
}

const MOST_LINKS = 200

function hrefOf(tag: string): string | undefined {
  const found = /\shref\s*=\s*(?:"([^"]{0,4000})"|'([^']{0,4000})')/i.exec(tag)
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : undefined
}

/** The end of a part that is no text; the end of all where it is not closed. */
function endOfSilent(lower: string, name: string, from: number): number {
  const end = lower.indexOf(`</${name}`, from)
  return end < 0 ? lower.length : end
}

/** Words of a page, by its letters alone: nothing of it is run, and nothing is fetched. */
export function plainOf(html: string): PlainMail {
  const lower = html.toLowerCase()
  const parts: string[] = []
  const links: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    parts.push(decodeEntities(html.slice(at, open < 0 ? html.length : open)))
    if (open < 0) break
    const comment = html.startsWith('<!--', open)
    const close = comment ? html.indexOf('-->', open) : html.indexOf('>', open)
    if (close < 0) break
    const tag = html.slice(open, close + 1)
    const name = /^<\/?([a-z][a-z\d]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
    if (name === 'a' && links.length < MOST_LINKS) links.push(...[hrefOf(tag)].filter((href) => href !== undefined))
    if (BREAKS.has(name)) parts.push('\n')
    at = comment ? close + 3 : SILENT.has(name) && !tag.startsWith('</') && !tag.endsWith('/>') ? endOfSilent(lower, name, close + 1) : close + 1
  }
  const text = parts.join('').split('\n').map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '').join('\n')
  return { text, links }
}
