import { z } from 'zod'
import { id } from '../../contract/base'

/** Which of the authors are the client's own: by handle or name as the files have it. */
export const ownNames = z.array(z.object({ network: z.string().max(40), key: z.string().max(400) })).max(200)

/** A file, or an entry of an archive, that holds messages. */
export const messageFile = z.object({
  file: z.int(),
  name: z.string(),
  entry: z.string().nullable(),
  /** Key of the format: `meta.messages`, `mail`, … */
  format: z.string(),
  network: z.string(),
  kind: z.enum(['messages', 'own_comments', 'notification']),
  channelId: id.nullable(),
  rows: z.int(),
  conversations: z.int(),
  from: z.string(),
  to: z.string(),
  /** What was said that is no message of a person: reactions, "liked a message", deleted ones. */
  systemTexts: z.int(),
  skipped: z.int(),
  /** Of one mail: subject, sender, date, author, action, text, ids. */
  facts: z.record(z.string(), z.json())
})

export const messagePreview = z.object({
  files: z.array(messageFile),
  refused: z.array(z.object({ file: z.int(), name: z.string(), entry: z.string().nullable(), error: z.object({ code: z.string(), data: z.record(z.string(), z.union([z.string(), z.number()])) }) })),
  /** Asked where nothing tells which of the authors are the client's own; answered by `own` and remembered. */
  questions: z.array(z.object({ kind: z.literal('own-account'), network: z.string(), authors: z.array(z.object({ key: z.string(), name: z.string(), messages: z.int() })) })),
  totals: z.object({
    files: z.int(), messages: z.int(), added: z.int(), known: z.int(), conversations: z.int(),
    /** Of people who were erased on request, and answers to them. Left out, unless they are asked for. */
    erased: z.int()
  })
})
export type MessagePreview = z.infer<typeof messagePreview>
