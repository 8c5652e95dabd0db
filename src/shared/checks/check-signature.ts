import { OWN_RULE, type Finding, type VariantInput } from './checks.types'

const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** The signature of the channel or of its voice, where it stands in none of the words; a post without words is told of by itself. */
export function checkSignature({ text, parts, firstComment = '', signature = '', isOut }: VariantInput): Finding[] {
  const wanted = flat(signature)
  const words = parts && parts.length > 0 ? parts : [text]
  if (isOut || wanted === '' || words.every((part) => part.trim() === '')) return []
  if ([...words, firstComment].some((part) => flat(part).includes(wanted))) return []
  return [{ id: 'text.no-signature', severity: 'note', field: 'text', data: {}, fix: { kind: 'add-signature', signature: signature.trim() }, ...OWN_RULE }]
}
