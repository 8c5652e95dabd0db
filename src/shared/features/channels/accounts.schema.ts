import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { id, instant } from '../../contract/base'
import { clockTime, postFormat } from '../posts/posts.schema'

const lines = z.array(z.string().trim().min(1).max(500)).max(50)
/** With or without `#`; kept as given, without blanks. */
export const hashtags = z.array(z.string().trim().regex(/^\S+$/).max(140)).max(100)

export const emojiUse = z.enum(['any', 'none', 'few', 'many'])
export const formality = z.enum(['any', 'casual', 'neutral', 'formal'])

const manner = {
  dos: lines.default([]),
  donts: lines.default([]),
  emoji: emojiUse.default('any'),
  formality: formality.default('any'),
  notes: z.string().max(10_000).default('')
}

/** How the client speaks on a channel, and what it posts there. */
export const playbook = z.object({
  formats: z.array(postFormat).max(20).default([]),
  /** How many hashtags a post should have; null: any number. */
  hashtags: z.object({ min: z.int().min(0).max(100).nullable(), max: z.int().min(0).max(100).nullable() }).default({ min: null, max: null }),
  ...manner
})
export type Playbook = z.infer<typeof playbook>

export const tone = z.object(manner)
export type Tone = z.infer<typeof tone>

export const channelVoice = z.object({ id, channelId: id, name: z.string(), tone, signature: z.string() })
export type ChannelVoice = z.infer<typeof channelVoice>

/** ISO: 1 is Monday. The time is on the clock of the channel's zone. */
export const slotInput = z.object({ weekday: z.int().min(1).max(7), time: clockTime, pillarId: id.nullable().default(null) })
export const channelSlot = slotInput.extend({ id, channelId: id, pillarId: id.nullable() })
export type ChannelSlot = z.infer<typeof channelSlot>

/** One account of the client on a network. */
export const channel = z.object({
  id,
  network: networkIdSchema,
  name: z.string(),
  /** With its sign, `@name`; may be empty. */
  handle: z.string(),
  /** The page of the account; may be empty. */
  link: z.string(),
  owner: z.string(),
  /** Null: the zone of the client. */
  zone: z.string().nullable(),
  /** BCP 47; empty: the client's first language. */
  language: z.string(),
  postsPerWeek: z.int().nullable(),
  playbook,
  defaultHashtags: z.array(z.string()),
  signature: z.string(),
  position: z.int(),
  archivedAt: instant.nullable(),
  createdAt: instant,
  voices: z.array(channelVoice),
  slots: z.array(channelSlot)
})
export type Channel = z.infer<typeof channel>

export const channelFields = {
  name: z.string().trim().min(1).max(120),
  /** A name with or without its sign, or the address of the page. */
  handle: z.string().trim().max(300),
  link: z.string().trim().max(2000),
  owner: z.string().trim().max(120),
  zone: z.string().min(1).max(64).nullable(),
  language: z.string().max(35),
  postsPerWeek: z.int().min(0).max(500).nullable(),
  playbook,
  defaultHashtags: hashtags,
  signature: z.string().max(5000)
}
