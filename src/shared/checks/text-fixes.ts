import { findFormat } from '../channels/formats'
import { putBackLocks } from '../features/texts/templates'
import { findEntities, shorten, splitThread, type Entity, type Span } from '../text'
import type { Fix, LimitOverrides, VariantInput } from './checks.types'

/** What a fix changes; what is absent stays as it is. */
export interface TextPatch {
  text?: string
  firstComment?: string
  fields?: Record<string, string>
  parts?: string[]
  link?: string
  format?: 'thread'
}

/** A text without some of its parts, and without the gaps they leave. */
function without(text: string, spans: readonly Span[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of spans) {
    const before = text.slice(from, start)
    // The space before what goes leaves with it, unless a line begins there.
    kept += before.endsWith(' ') ? before.slice(0, -1) : before
    from = end
  }
  const rest = kept + text.slice(from)
  return rest.split('\n').map((line) => line.trimEnd()).join('\n').replace(/\n{3,}/gu, '\n\n').trim()
}

const written = (text: string, { start, end }: Entity): string => text.slice(start, end)

function moveHashtags({ network, text, firstComment = '' }: VariantInput, keep: number): TextPatch {
  const surplus = findEntities(network, text).hashtags.slice(keep)
  if (surplus.length === 0) return {}
  const there = new Set(findEntities(network, firstComment).hashtags.map((one) => one.text.toLowerCase()))
  const moved = [...new Set(surplus.filter((one) => !there.has(one.text.toLowerCase())).map((one) => written(text, one)))].join(' ')
  const comment = [firstComment.trim(), moved].filter(Boolean).join('\n')
  return { text: without(text, surplus), firstComment: comment }
}

const limitsFor = (limits: LimitOverrides | undefined, field: string): { max?: number | null; linkWeight?: number } => ({
  ...(limits?.text?.[field] === undefined ? {} : { max: limits.text[field] }),
  ...(limits?.linkWeight === undefined ? {} : { linkWeight: limits.linkWeight })
})

function shortenField(input: VariantInput, field: string): TextPatch {
  const { network, limits, fields = {} } = input
  const format = findFormat(network, input.format)
  const request = (text: string, name: string) => shorten({ network, field: name, text, contentWarning: fields.contentWarning, limits: limitsFor(limits, name) })
  if (field === 'text') return { text: request(input.text, format?.textField ?? 'post') }
  if (field === 'firstComment') return { firstComment: request(input.firstComment ?? '', network === 'linkedin' ? 'comment' : 'post') }
  const name = format?.fields[field] ?? field
  return { fields: { ...fields, [field]: request(fields[field] ?? '', name) } }
}

function split(input: VariantInput): TextPatch {
  const { network, limits, parts, fields = {} } = input
  // Without parts cut by hand a thread is cut by rule, and goes on following its text.
  if (!parts || parts.length === 0) return { format: 'thread' }
  const cut = parts.flatMap((text) => splitThread({ network, text, contentWarning: fields.contentWarning, limits: limitsFor(limits, 'post') }))
  return { format: 'thread', parts: cut.map(({ text }) => text) }
}

/** Below the text; of a thread cut by hand, below its last part. */
function addBelow({ text, parts }: VariantInput, line: string): TextPatch {
  const below = (words: string): string => [words.trimEnd(), line.trim()].filter(Boolean).join('\n\n')
  const last = parts?.at(-1)
  return parts && last !== undefined ? { parts: [...parts.slice(0, -1), below(last)] } : { text: below(text) }
}

const secure = (text: string): string => text.replace(/\bhttp:\/\//giu, 'https://')

/**
 * Applies a fix that is one of text. Fixes of pictures, formats and times need a person or the picture itself, and
 * change nothing here.
 */
export function applyTextFix(input: VariantInput, fix: Fix): TextPatch {
  const { network, text, link = '', firstComment = '' } = input
  switch (fix.kind) {
    case 'hashtags-to-first-comment':
      return moveHashtags(input, fix.keep)
    case 'shorten':
      return shortenField(input, fix.field)
    case 'split-thread':
      return split(input)
    case 'remove-link':
      return { text: without(text, findEntities(network, text).links) }
    case 'use-https':
      return { text: secure(text), ...(link ? { link: /^[a-z][\d+.a-z-]*:/iu.test(link) ? secure(link) : `https://${link}` } : {}) }
    case 'move-to-field':
      return { text: [text.trim(), firstComment.trim()].filter(Boolean).join('\n\n'), firstComment: '' }
    case 'add-credit':
      return addBelow(input, fix.credit)
    case 'add-signature':
      return addBelow(input, fix.signature)
    case 'restore-part':
      return { text: putBackLocks(input.template ?? [], text) }
    default:
      return {}
  }
}
