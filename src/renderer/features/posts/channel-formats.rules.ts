import type { NetworkId } from '@shared/channels/catalog.schema'
import { findFormat, formatsOf as factsOf } from '@shared/channels/formats'
import type { PostFormat } from '@shared/features/posts/posts.schema'
import { POST_FIELD } from '@shared/text'

/** A field that a format has besides its text. `counted` is its name in the catalog, where the network limits it. */
export interface FormatField {
  id: string
  counted?: string
}

/** Formats that a network has, the usual one first; one that a variant has already is kept among them. */
export function formatsOf(network: NetworkId, current?: PostFormat): readonly PostFormat[] {
  const known = factsOf(network).map(({ format }) => format)
  return current === undefined || known.includes(current) ? known : [current, ...known]
}

/** The words of its button, which the catalog does not count. */
const buttons: ReadonlySet<NetworkId> = new Set(['google-business'])

/** What a format asks for besides its text, a title first. */
export function fieldsOf(network: NetworkId, format: PostFormat): FormatField[] {
  const facts = findFormat(network, format)
  const counted = Object.entries(facts?.fields ?? {}).map(([id, field]) => ({ id, counted: field }))
  const title = facts?.requires.includes('title') && !counted.some(({ id }) => id === 'title') ? [{ id: 'title' }] : []
  return [...title, ...counted, ...(buttons.has(network) ? [{ id: 'cta' }] : [])]
}

export const hasFirstComment = (network: NetworkId, format: PostFormat): boolean => (findFormat(network, format)?.firstComment ?? null) !== null

/** The field of the catalog that the text is counted by. */
export const textFieldOf = (network: NetworkId, format: PostFormat): string => findFormat(network, format)?.textField ?? POST_FIELD
