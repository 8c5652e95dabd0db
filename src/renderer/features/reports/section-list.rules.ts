import { LONGEST_TEXT, type ReportSection, type SectionKind } from '@shared/features/reports/report-sections'

/** The list with the section at `from` put where `to` is; places beyond the ends are the ends. */
export function movedSection(sections: readonly ReportSection[], from: number, to: number): ReportSection[] {
  const rest = [...sections]
  const [moved] = rest.splice(from, 1)
  if (!moved) return rest
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, moved)
  return rest
}

/** An id that no section of the report has: the kind, with a number where the kind is there already. */
export function freeSectionId(sections: readonly ReportSection[], kind: SectionKind): string {
  const taken = new Set(sections.map(({ id }) => id))
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? kind : `${kind}-${number}`
    if (!taken.has(id)) return id
  }
}

/** A new section of a kind after the one at `after`; at the end where that is -1. */
export function withNewSection(sections: readonly ReportSection[], kind: SectionKind, after: number): { sections: ReportSection[]; id: string } {
  const id = freeSectionId(sections, kind)
  const fresh: ReportSection = { id, kind, on: true, title: '', text: '', options: {} }
  return { id, sections: sections.toSpliced(after < 0 ? sections.length : after + 1, 0, fresh) }
}

/** What is written and chosen in a section once more, below it. */
export function withCopy(sections: readonly ReportSection[], at: number): { sections: ReportSection[]; id: string } | undefined {
  const original = sections[at]
  if (!original) return undefined
  const id = freeSectionId(sections, original.kind)
  return { id, sections: sections.toSpliced(at + 1, 0, { ...original, id }) }
}

/** A place in a text, and what of it is marked. */
export interface MarkedText {
  text: string
  start: number
  end: number
}

/** The marked words between two asterisks on each side; taken away again where they stand there already. */
export function toggledBold({ text, start, end }: MarkedText): MarkedText {
  const inside = text.slice(start, end)
  const before = text.slice(0, start)
  const after = text.slice(end)
  if (before.endsWith('**') && after.startsWith('**')) return { text: before.slice(0, -2) + inside + after.slice(2), start: start - 2, end: end - 2 }
  const bold = `${before}**${inside}**${after}`
  // There is no room for marks that would be cut off.
  return bold.length > LONGEST_TEXT ? { text, start, end } : { text: bold, start: start + 2, end: end + 2 }
}

const listMark = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/

/** The marked lines as a list; as plain lines where they are one of that form already. */
export function toggledList({ text, start, end }: MarkedText, ordered: boolean): MarkedText {
  const first = text.lastIndexOf('\n', start - 1) + 1
  const ending = text.indexOf('\n', end)
  const last = ending === -1 ? text.length : ending
  const lines = text.slice(first, last).split('\n')
  const isOf = (line: string): boolean => (ordered ? /^\s*\d{1,3}[.)]\s+/ : /^\s*[-*•]\s+/).test(line)
  const off = lines.every(isOf)
  const changed = lines.map((line, index) => (off ? line.replace(listMark, '') : `${ordered ? `${index + 1}.` : '-'} ${line.replace(listMark, '')}`)).join('\n')
  const whole = text.slice(0, first) + changed + text.slice(last)
  return whole.length > LONGEST_TEXT ? { text, start, end } : { text: whole, start: first + changed.length, end: first + changed.length }
}
