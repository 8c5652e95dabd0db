/** A run of words, bold or not. */
export interface TextRun {
  text: string
  bold: boolean
}

export type TextBlock = { kind: 'paragraph'; lines: TextRun[][] } | { kind: 'list'; ordered: boolean; items: TextRun[][] }
export type RichText = TextBlock[]

/** Control characters but the line break have no form on paper, and break the XML of slides and workbooks. */
const cleaned = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .replaceAll(/\p{Cc}/gu, (one) => (one === '\n' ? '\n' : ''))
    .replaceAll(/\p{Cs}/gu, '\uFFFD')

function runsOf(line: string): TextRun[] {
  const runs: TextRun[] = []
  // Two asterisks that are closed on the same line are bold; anything else is what it is.
  let rest = line
  for (let match = /\*\*(?=\S)(.+?)(?<=\S)\*\*/.exec(rest); match; match = /\*\*(?=\S)(.+?)(?<=\S)\*\*/.exec(rest)) {
    if (match.index > 0) runs.push({ text: rest.slice(0, match.index), bold: false })
    runs.push({ text: match[1] ?? '', bold: true })
    rest = rest.slice(match.index + match[0].length)
  }
  if (rest !== '') runs.push({ text: rest, bold: false })
  return runs
}

const bullet = /^\s*[-*•]\s+(?=\S)/
const number = /^\s*\d{1,3}[.)]\s+(?=\S)/

/**
 * Text as a person types it: an empty line parts paragraphs, lines that begin with `-` or `1.` are lists, `**words**` are bold.
 * There is no other markup, so that nothing a network or a person wrote can become more than text.
 */
export function parseRichText(text: string): RichText {
  const blocks: RichText = []
  let open = false
  for (const line of cleaned(text).split('\n')) {
    if (line.trim() === '') {
      open = false
      continue
    }
    const mark = bullet.test(line) ? bullet : number.test(line) ? number : undefined
    const last = open ? blocks.at(-1) : undefined
    if (mark) {
      const runs = runsOf(line.replace(mark, '').trimEnd())
      const ordered = mark === number
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(runs)
      else blocks.push({ kind: 'list', ordered, items: [runs] })
    } else if (last?.kind === 'paragraph') last.lines.push(runsOf(line.trim()))
    else blocks.push({ kind: 'paragraph', lines: [runsOf(line.trim())] })
    open = true
  }
  return blocks
}

const wordsOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('')

/** The same without bold: for tables and slides that take lines. */
export function plainLines(text: RichText): string[] {
  return text.flatMap((block) => {
    if (block.kind === 'paragraph') return block.lines.map(wordsOf)
    return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${wordsOf(item)}`)
  })
}

/** Words of networks and people in one line: no control characters, no half characters, not longer than `most`. */
export function oneLine(text: string, most: number): string {
  const line = cleaned(text).replaceAll(/\s+/g, ' ').trim()
  const signs = Array.from(line)
  return signs.length > most ? `${signs.slice(0, most - 1).join('').trimEnd()}…` : line
}
