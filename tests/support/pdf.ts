import { getDocumentProxy } from 'unpdf'

interface StructureNode {
  role: string
  alt?: string
  children?: (StructureNode | { type: string; id: string })[]
}

export interface ReadPdf {
  pages: PdfPage[]
  language: string | undefined
  title: string | undefined
  /** `pdfuaid:part` and the like, by name. */
  claims: Record<string, string>
  tagged: boolean
}

export interface PdfPage {
  /** Text as it is tagged, which is the order it is read in. */
  text: string
  /** Roles of the structure in the order of reading. */
  roles: string[]
  /** Headings with their level, in the order of reading. */
  headings: { level: number; text: string }[]
  alternatives: string[]
  /** Figures without a word for those who do not see them. */
  figuresWithoutWords: number
  /** Runs of text in reading order, with whether they are a heading. */
  runs: { text: string; heading: boolean }[]
}

const isNode = (one: StructureNode | { type: string; id: string }): one is StructureNode => 'role' in one

interface Item {
  type?: string
  id?: string
  str?: string
}

/** Text by the mark of its content. */
function markedText(items: readonly Item[]): Map<string, string> {
  const found = new Map<string, string>()
  const open: (string | undefined)[] = []
  for (const { type, id, str } of items) {
    if (type === 'beginMarkedContentProps' || type === 'beginMarkedContent') open.push(id)
    else if (type === 'endMarkedContent') open.pop()
    else if (str !== undefined) {
      const mark = open.findLast((one) => one !== undefined)
      if (mark !== undefined) found.set(mark, `${found.get(mark) ?? ''}${str}`)
    }
  }
  return found
}

function readPage(root: StructureNode | null, marked: ReadonlyMap<string, string>): PdfPage {
  const page: PdfPage = { text: '', roles: [], headings: [], alternatives: [], figuresWithoutWords: 0, runs: [] }
  const textOf = (node: StructureNode): string =>
    (node.children ?? []).map((child) => (isNode(child) ? textOf(child) : (marked.get(child.id) ?? ''))).join('')
  const walk = (node: StructureNode, inHeading: boolean): void => {
    page.roles.push(node.role)
    const level = /^H([1-6])$/.exec(node.role)?.[1]
    if (level) page.headings.push({ level: Number(level), text: textOf(node).trim() })
    if (node.alt) page.alternatives.push(node.alt)
    else if (node.role === 'Figure') page.figuresWithoutWords += 1
    for (const child of node.children ?? []) {
      if (isNode(child)) walk(child, inHeading || level !== undefined)
      else if ((marked.get(child.id) ?? '').trim() !== '') page.runs.push({ text: marked.get(child.id) ?? '', heading: inHeading || level !== undefined })
    }
  }
  if (root) walk(root, false)
  page.text = page.runs.map(({ text }) => text).join('\n')
  return page
}

/** Reads a tagged PDF as a screen reader would. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    pages.push(readPage((await page.getStructTree()) as StructureNode | null, markedText(content.items as Item[])))
  }
  const { info, metadata } = await document.getMetadata()
  const facts = info as { Language?: string; Title?: string }
  const claims = metadata ? Object.fromEntries([...(metadata as Iterable<[string, string]>)].map(([name, value]) => [name, String(value)])) : {}
  return { pages, language: facts.Language, title: facts.Title, claims, tagged: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true }
}
