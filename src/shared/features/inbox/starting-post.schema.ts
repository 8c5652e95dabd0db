import { z } from 'zod'
import { id, instant } from '../../contract/base'

/** The post that started it, where it is one of this client's plan. `text` is its beginning. */
export const startingPost = z.object({ postId: id, variantId: id, title: z.string(), text: z.string(), permalink: z.string(), publishedAt: instant.nullable() })
export type StartingPost = z.infer<typeof startingPost>

/** The same post as rows tell it; `title` is the beginning of its text where it has none. */
export const rowPost = startingPost.omit({ text: true })
export type RowPost = z.infer<typeof rowPost>

/** A post that a conversation may have begun under, on the channel that comes nearest. */
export const postChoice = z.object({
  variantId: id,
  postId: id,
  network: z.string(),
  channelName: z.string(),
  title: z.string(),
  /** Begin of its text. */
  excerpt: z.string(),
  permalink: z.string(),
  publishedAt: instant.nullable(),
  /** When it was published, else when it is planned. */
  at: instant.nullable(),
  thumbnailUrl: z.string().nullable()
})
export type PostChoice = z.infer<typeof postChoice>
