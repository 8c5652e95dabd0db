import type { ClientVariable } from './texts.contract'

/** What variables are filled from. The channel is missing where a text belongs to no channel yet. */
export interface VariableFacts {
  client: { name: string }
  channel?: { name: string; handle: string; link: string }
  /** Whom an answer is for; `firstName` is empty where nothing tells it. */
  person?: { name: string; firstName: string }
  variables: readonly Pick<ClientVariable, 'name' | 'value'>[]
}

/** Variables that are there without anybody having written them down. */
export const builtInVariables = ['client', 'channel', 'handle', 'link'] as const
export const isBuiltIn = (name: string): boolean => (builtInVariables as readonly string[]).includes(name.toLowerCase())

/** One word, or `first name`. */
const variable = /\{(first name|[\p{L}\p{N}_-]{1,60})\}/giu

function valuesOf({ client, channel, person, variables }: VariableFacts): Map<string, string> {
  const own = variables.map(({ name, value }) => [name.toLowerCase(), value] as const)
  const always: [string, string][] = [['client', client.name]]
  if (channel) always.push(['channel', channel.name], ['handle', channel.handle], ['link', channel.link])
  if (person?.name) always.push(['name', person.name])
  if (person?.firstName) always.push(['first name', person.firstName])
  return new Map([...own, ...always])
}

/** A piece of a text: words, or a variable with its value, undefined where it is not known. */
export type TextPiece = { kind: 'words'; text: string } | { kind: 'variable'; name: string; text: string; value?: string }

/** Cuts a text into words and variables, for a preview that marks what is not known. */
export function variablePieces(text: string, facts: VariableFacts): TextPiece[] {
  const values = valuesOf(facts)
  const pieces: TextPiece[] = []
  let end = 0
  for (const match of text.matchAll(variable)) {
    const name = match[1] ?? ''
    if (match.index > end) pieces.push({ kind: 'words', text: text.slice(end, match.index) })
    const value = values.get(name.toLowerCase())
    pieces.push({ kind: 'variable', name, text: match[0], ...(value !== undefined && { value }) })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ kind: 'words', text: text.slice(end) })
  return pieces
}

/**
 * The text with the values of its variables. One that nobody has set stays as it is written, `{name}`, and is named in
 * `unknown`, once each. Values are not looked through for further variables.
 */
export function fillVariables(text: string, facts: VariableFacts): { text: string; unknown: string[] } {
  const pieces = variablePieces(text, facts)
  const unknown = pieces.flatMap((piece) => (piece.kind === 'variable' && piece.value === undefined ? [piece.name] : []))
  return {
    text: pieces.map((piece) => (piece.kind === 'variable' ? (piece.value ?? piece.text) : piece.text)).join(''),
    unknown: [...new Set(unknown)]
  }
}

/** Variables that stand in a text as they are written; `start` and `end` are UTF-16 positions, so that an editor can select one. */
export function variablesIn(text: string): { name: string; start: number; end: number }[] {
  return [...text.matchAll(variable)].map((match) => ({ name: match[1] ?? '', start: match.index, end: match.index + match[0].length }))
}
