import { z } from 'zod'
import { id, operation } from '../../contract/base'
import { plannedTime } from '../posts/posts.schema'

export const searchKinds = ['post', 'idea', 'campaign', 'asset'] as const
export const searchKind = z.enum(searchKinds)
export type SearchKind = z.infer<typeof searchKind>

export const searchHit = z.object({
  kind: searchKind,
  id,
  clientId: id,
  clientName: z.string(),
  clientColor: z.string(),
  /** Empty for a post without one; its excerpt says what it is about. */
  title: z.string(),
  /** The words around the first that was found. */
  excerpt: z.string(),
  /** Of a post. */
  planned: plannedTime.nullable()
})
export type SearchHit = z.infer<typeof searchHit>

export const searchContract = {
  /**
   * Full text over all clients, or one, or all but one; the last word may be unfinished. Best first: what is called so
   * comes before what only tells of it. An archived client is searched
   * only when it is the one.
   */
  everywhere: operation('query')
    .input(
      z.object({
        query: z.string().trim().min(1).max(200),
        clientId: id.nullable().default(null),
        exceptClientId: id.nullable().default(null),
        kinds: z.array(searchKind).min(1).default([...searchKinds]),
        limit: z.int().min(1).max(200).default(40)
      })
    )
    .output(
      z.object({
        hits: z.array(searchHit),
        /** Clients that could not be read, with the reason: open elsewhere, damaged. */
        unread: z.array(z.object({ clientId: id, clientName: z.string(), code: z.string() }))
      })
    )
}
