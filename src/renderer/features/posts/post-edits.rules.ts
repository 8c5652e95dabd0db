import type { Post, Variant } from '@shared/features/posts/posts.schema'

/** Words of the post itself that are typed. */
export const postFields = ['title', 'text', 'link', 'firstComment', 'notes', 'sources'] as const
export type PostField = (typeof postFields)[number]
/** What else of the post is stored with its words. */
export type PostEdit = PostField | 'templateId'
/** Words that a channel can have of its own; null inherits. */
export const variantFields = ['text', 'link', 'firstComment', 'parts', 'fields'] as const
export type VariantField = (typeof variantFields)[number]
export const inherited = ['text', 'link', 'firstComment'] as const
export type InheritedField = (typeof inherited)[number]

/** What is being edited: the post, or one of its variants by id. */
export type EditTarget = 'post' | (string & {})

export const editKey = (target: EditTarget, field: PostEdit | VariantField): string => `${target}:${field}`

export interface TargetChange {
  target: EditTarget
  change: Record<string, unknown>
}

/** Edits by what they belong to, the post first: one command each. */
export function changesOf(edits: ReadonlyMap<string, unknown>): TargetChange[] {
  const byTarget = new Map<string, Record<string, unknown>>()
  for (const [key, value] of edits) {
    const at = key.lastIndexOf(':')
    const target = key.slice(0, at)
    byTarget.set(target, { ...byTarget.get(target), [key.slice(at + 1)]: value })
  }
  return [...byTarget].map(([target, change]) => ({ target, change })).toSorted((one) => (one.target === 'post' ? -1 : 0))
}

/** The post as it is on screen: what is stored, with what is typed and not stored yet. */
export function withEdits(post: Post, edits: ReadonlyMap<string, unknown>): Post {
  if (edits.size === 0) return post
  const changes = new Map(changesOf(edits).map(({ target, change }) => [target, change]))
  const variants = post.variants.map((variant) => ({ ...variant, ...changes.get(variant.id) }) as Variant)
  return { ...post, ...changes.get('post'), variants }
}

/** What a channel says: its own words, or those of the post. */
export const effective = (post: Post, variant: Variant | undefined, field: InheritedField): string => variant?.[field] ?? post[field]

export const effectiveMedia = (post: Post, variant: Variant | undefined): Post['media'] => variant?.media ?? post.media
