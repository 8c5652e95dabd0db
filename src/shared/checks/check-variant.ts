import { findNetwork } from '../channels/catalog'
import { findFormat, formatsOf, type FormatFacts, type RequiredPart } from '../channels/formats'
import { checkEntities, checkLink } from './check-entities'
import { checkLocked } from './check-locked'
import { checkMedia } from './check-media'
import { checkRights } from './check-rights'
import { checkSignature } from './check-signature'
import { checkTexts } from './check-text'
import { OWN_RULE, type Finding, type Severity, type VariantInput } from './checks.types'
import { mediaKind } from './media-shape'

const hasText = ({ text, parts }: VariantInput): boolean => text.trim() !== '' || (parts ?? []).some((part) => part.trim() !== '')

function missing(input: VariantInput, part: RequiredPart): Finding[] {
  const has = (kind: string): boolean => input.media.some((one) => mediaKind(one) === kind)
  const lacking: Readonly<Record<RequiredPart, boolean>> = {
    text: !hasText(input),
    media: input.media.length === 0,
    // A picture in the place of a video is told of by itself.
    video: input.media.length === 0 && !has('video'),
    document: input.media.length === 0 && !has('document'),
    title: (input.fields?.title ?? '').trim() === '',
    'text-or-media': !hasText(input) && input.media.length === 0
  }
  if (!lacking[part]) return []
  const base = { severity: 'error' as const, ...OWN_RULE }
  if (part === 'title') return [{ id: 'field.missing', field: 'title', data: { field: 'title' }, ...base }]
  if (part === 'text' || part === 'text-or-media') return [{ id: 'text.missing', field: 'text', data: { part }, ...base }]
  return [{ id: 'media.missing', field: 'media', data: { part }, ...base }]
}

function unsupported({ network, format }: VariantInput): Finding[] {
  const formats = formatsOf(network).map((one) => one.format)
  const name = findNetwork(network)?.name ?? network
  return [{
    id: 'format.unsupported', severity: 'error', field: 'format', data: { format, network: name, formats: formats.join(', ') },
    fix: { kind: 'change-format', formats }, ...OWN_RULE
  }]
}

function pastTime({ plannedAt, isOut = false }: VariantInput, now: string): Finding[] {
  if (!plannedAt || isOut || Date.parse(plannedAt) >= Date.parse(now)) return []
  return [{ id: 'time.past', severity: 'error', field: 'time', data: { planned: plannedAt }, fix: { kind: 'reschedule' }, ...OWN_RULE }]
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** The nearest known format, so that a variant in a format that its network lacks is still checked. */
const nearest = ({ network, format }: VariantInput): FormatFacts | undefined => findFormat(network, format) ?? formatsOf(network)[0]

/**
 * Everything that a network would refuse or cut, and what a person should look at; errors first.
 *
 * Pure, and quick enough for every pause in typing.
 *
 * @param now instant, ISO 8601
 */
export function checkVariant(input: VariantInput, now: string): Finding[] {
  const format = nearest(input)
  if (!format) return []
  const isKnown = format.format === input.format
  const found = [
    ...(isKnown ? [] : unsupported(input)),
    ...(isKnown ? format.requires.flatMap((part) => missing(input, part)) : []),
    ...checkTexts(input, format),
    ...checkLocked(input),
    ...checkSignature(input),
    ...checkEntities(input, format),
    ...checkLink(input),
    ...(isKnown ? checkMedia(input, format) : []),
    ...checkRights(input, now),
    ...pastTime(input, now)
  ]
  return found.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
}
