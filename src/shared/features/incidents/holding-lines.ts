import type { HoldingLine } from './incidents.schema'

/** What can stand in a holding line, filled in where it is known. */
export const lineVariables = ['person', 'client', 'channel', 'link', 'email', 'time'] as const
export type LineValues = Partial<Record<(typeof lineVariables)[number], string>>

/** Fills in what is known; the rest stays between braces, for a person to see. */
export const fillLine = (text: string, values: LineValues): string =>
  text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name as keyof LineValues] : undefined
    return value?.trim() ? value : whole
  })

/** Names between braces that are still open. */
export const openVariables = (text: string): string[] => [...new Set([...text.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name ?? ''))]

interface Place {
  network: string
  /** Empty: not known. */
  language: string
  level: number
}

const shortLanguage = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

/** Lines that suit a place, the nearest first: level, then language, then network. Those of another network are left out. */
export function linesFor(lines: readonly HoldingLine[], { network, language, level }: Place): HoldingLine[] {
  const wanted = shortLanguage(language)
  const far = (line: HoldingLine): number => {
    const own = shortLanguage(line.language)
    const languageGap = own === wanted || wanted === '' ? 0 : own === '' ? 1 : 2
    return languageGap * 100 + Math.abs(line.level - level) * 10 + (line.network === network ? 0 : 1)
  }
  return lines.filter((line) => line.network === '' || line.network === network).sort((a, b) => far(a) - far(b))
}
