import type { NetworkId } from '@shared/channels/catalog.schema'
import type { PostFormat } from '@shared/features/posts/posts.schema'

/** A field that a format has besides its text. `counted` is its name in the catalog, where the network limits it. */
export interface FormatField {
  id: string
  counted?: string
  lines: number
}

const formats: Readonly<Record<NetworkId, readonly PostFormat[]>> = {
  facebook: ['feed', 'carousel', 'story', 'reel', 'video'],
  instagram: ['feed', 'carousel', 'story', 'reel'],
  x: ['feed', 'thread', 'video', 'article'],
  linkedin: ['feed', 'carousel', 'document', 'video', 'article'],
  tiktok: ['video', 'carousel', 'feed', 'story'],
  youtube: ['video', 'short', 'feed'],
  snapchat: ['story', 'short'],
  pinterest: ['pin', 'carousel', 'video'],
  threads: ['feed', 'carousel', 'thread', 'video'],
  bluesky: ['feed', 'thread', 'video'],
  mastodon: ['feed', 'thread', 'video'],
  'google-business': ['update'],
  whatsapp: ['message', 'status']
}

const title = (counted?: string): FormatField => ({ id: 'title', lines: 1, ...(counted && { counted }) })

const fields: Readonly<Partial<Record<NetworkId, (format: PostFormat) => FormatField[]>>> = {
  x: (format) => (format === 'article' ? [title()] : []),
  linkedin: (format) => (format === 'article' || format === 'document' ? [title()] : []),
  tiktok: (format) => (format === 'carousel' || format === 'feed' ? [title('photo.title')] : []),
  youtube: (format) => (format === 'feed' ? [] : [title('title'), { id: 'tags', counted: 'tags.total', lines: 1 }]),
  pinterest: () => [title('title')],
  mastodon: () => [{ id: 'contentWarning', counted: 'contentWarning', lines: 1 }],
  threads: (format) => (format === 'thread' ? [] : [{ id: 'topicTag', counted: 'topicTag', lines: 1 }]),
  'google-business': () => [{ id: 'cta', lines: 1 }]
}

/** Formats that a network has, the usual one first; one that a variant has already is kept among them. */
export function formatsOf(network: NetworkId, current?: PostFormat): readonly PostFormat[] {
  const known = formats[network]
  return current === undefined || known.includes(current) ? known : [current, ...known]
}

export const fieldsOf = (network: NetworkId, format: PostFormat): readonly FormatField[] => fields[network]?.(format) ?? []

const withComments: ReadonlySet<NetworkId> = new Set(['facebook', 'instagram', 'linkedin', 'youtube', 'tiktok', 'x', 'threads', 'bluesky', 'mastodon'])
const withoutComments: ReadonlySet<PostFormat> = new Set(['story', 'status', 'message', 'thread'])

export const hasFirstComment = (network: NetworkId, format: PostFormat): boolean => withComments.has(network) && !withoutComments.has(format)
