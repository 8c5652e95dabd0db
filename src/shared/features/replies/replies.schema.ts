import { z } from 'zod'
import { id } from '../../contract/base'
import { formality } from '../channels/accounts.schema'

/** BCP 47; empty: for every language. */
export const textLanguage = z.string().trim().max(35)
/** `any`: fits every tone. */
export const replyTone = formality
export type ReplyTone = z.infer<typeof replyTone>

export const savedReply = z.object({
  id,
  title: z.string(),
  /** With variables, `{first name}`. */
  text: z.string(),
  language: z.string(),
  tone: replyTone,
  /** A picture that goes with it. */
  assetId: id.nullable(),
  position: z.int()
})
export type SavedReply = z.infer<typeof savedReply>

/** What is left to be filled in by hand; `start` and `end` are UTF-16 positions in the text. */
export const textBlank = z.object({ name: z.string(), start: z.int(), end: z.int() })
export type TextBlank = z.infer<typeof textBlank>

export const replyPicture = z.object({ assetId: id, name: z.string(), thumbnailUrl: z.string(), alt: z.string() })

/** A saved reply as it would stand in an answer to one conversation. */
export const suggestedReply = savedReply.extend({
  filled: z.string(),
  blanks: z.array(textBlank),
  /** Whether its language is that of the conversation, or it is for every language; the same of the tone of the channel. */
  fitsLanguage: z.boolean(),
  fitsTone: z.boolean(),
  picture: replyPicture.nullable()
})
export type SuggestedReply = z.infer<typeof suggestedReply>

/** A fact that answers can cite, and where it comes from. */
export const knowledgeEntry = z.object({
  id,
  title: z.string(),
  text: z.string(),
  source: z.string(),
  /** Empty, or an address of the web. */
  link: z.string(),
  checkedOn: z.iso.date().nullable(),
  language: z.string(),
  /** Nobody looked whether it still holds for twelve months, or ever. */
  stale: z.boolean()
})
export type KnowledgeEntry = z.infer<typeof knowledgeEntry>
