import type { DrawnPage } from '../../../shared/reports/protocol'

/** A page as an SVG of its own, and its size in points. */
export interface PageSvg extends Omit<DrawnPage, 'name'> {
  svg: string
}

const PAGE_HEAD = /^ {4}<path class="typst-shape" [^>]*d="M 0 0v (?<height>[\d.]+) h (?<width>[\d.]+) /
const OPENING = /^\s*<(?<tag>symbol|clipPath|linearGradient|radialGradient|pattern|mask|filter) [^>]*?\bid="(?<id>[\w-]+)"[^>]*?(?<closed>\/?)>/

/** Signs, cuts and colors by their id, so that a page carries only those it uses. */
function definitionsOf(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  let current: { id: string; end: string; lines: string[] } | undefined
  for (const line of lines) {
    const { tag, id, closed } = OPENING.exec(line)?.groups ?? {}
    if (!current && tag !== undefined && id !== undefined) current = { id, end: closed === '/' ? '/>' : `</${tag}>`, lines: [] }
    current?.lines.push(line)
    if (current && line.trimEnd().endsWith(current.end)) {
      found.set(current.id, current.lines.join('\n'))
      current = undefined
    }
  }
  return found
}

const idsIn = (text: string): string[] => [...text.matchAll(/href="#([\w-]+)"|url\(#([\w-]+)\)/g)].flatMap(([, linked, named]) => linked ?? named ?? [])

/** What a drawing uses, and what that uses in its turn. */
function usedIn(body: string, definitions: ReadonlyMap<string, string>): string[] {
  const used = new Set<string>()
  const waiting = idsIn(body)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const definition = definitions.get(id)
    if (definition === undefined || used.has(id)) continue
    used.add(id)
    waiting.push(...idsIn(definition))
  }
  return [...used].flatMap((id) => definitions.get(id) ?? [])
}

/**
 * Cuts the drawing of a whole document, pages below each other, into pages. The compiler writes each as a ground and a group on
 * the first level, in lines, and the signs of all of them at the end.
 */
export function splitPages(document: string): PageSvg[] {
  const lines = document.split('\n')
  const defsAt = lines.findIndex((line) => line.startsWith('    <defs'))
  const definitions = definitionsOf(defsAt < 0 ? [] : lines.slice(defsAt))
  const heads = lines.flatMap((line, index) => {
    const { width, height } = PAGE_HEAD.exec(line)?.groups ?? {}
    return width && height ? [{ index, ground: line, width: Number(width), height: Number(height) }] : []
  })
  return heads.map(({ index, ground, width, height }, number) => {
    const end = heads[number + 1]?.index ?? (defsAt < 0 ? lines.length - 1 : defsAt)
    // The group is moved down by the pages above it; alone it begins at the top.
    const body = lines.slice(index + 1, end).join('\n').replace(/^ {4}<g transform="[^"]*">/, '    <g>')
    const defs = usedIn(body, definitions).join('\n')
    const open = `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`
    return { svg: `${open}\n${ground}\n${body}\n<defs>\n${defs}\n</defs>\n</svg>\n`, width, height }
  })
}
