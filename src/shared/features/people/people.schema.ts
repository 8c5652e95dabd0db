import { z } from 'zod'
import { id, instant } from '../../contract/base'
import { conversationKind, conversationType, sentiment } from '../inbox/inbox.schema'
import { rowPost } from '../inbox/starting-post.schema'

/** Labels that every card can have; others are words of one's own. */
export const personLabels = ['fan', 'lead', 'peer', 'critic', 'press', 'customer'] as const
export type PersonLabel = (typeof personLabels)[number]
export const isPersonLabel = (name: string): name is PersonLabel => (personLabels as readonly string[]).includes(name)

/** How somebody was lifted up. */
export const outreachKinds = ['shared', 'mentioned', 'quoted', 'featured', 'thanked', 'collaborated', 'other'] as const
export const outreachKind = z.enum(outreachKinds)
export type OutreachKind = z.infer<typeof outreachKind>

const network = z.string().min(1).max(40)
const key = z.string().min(1).max(400)
/** A day without a zone: `2026-12-01`. */
export const plainDay = z.iso.date()

/** A card, or somebody who wrote and has none. */
export const personRef = z.union([z.object({ personId: id }), z.object({ network, key })])
export type PersonRef = z.infer<typeof personRef>

/** `key` is how messages of the network know their author; `shown` is how it is written. */
export const personName = z.object({ network: z.string(), key: z.string(), shown: z.string() })
export type PersonName = z.infer<typeof personName>

export const personRow = z.object({
  /** Null where there is no card: it is known by its one handle then. */
  personId: id.nullable(),
  name: z.string(),
  handles: z.array(personName),
  labels: z.array(z.string()),
  /** What this person wrote, in all conversations that stand. */
  messages: z.int(),
  conversations: z.int(),
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  /** Since when the oldest message without an answer waits. */
  waitingSince: instant.nullable(),
  nextStep: z.string(),
  nextOn: plainDay.nullable()
})
export type PersonRow = z.infer<typeof personRow>

export const peopleSorts = ['last', 'messages', 'name'] as const
export const peopleFilters = z.object({
  /** Words of a name or a handle, whatever their accents; the last one as a beginning. */
  search: z.string().max(200).default(''),
  label: z.string().max(80).optional(),
  network: z.string().max(40).optional(),
  /** A next step for today or before. */
  due: z.boolean().optional(),
  unanswered: z.boolean().optional(),
  /** Cards only, or only those without one. */
  card: z.boolean().optional(),
  sort: z.enum(peopleSorts).default('last')
})
export type PeopleFilters = z.infer<typeof peopleFilters>

export const outreachItem = z.object({
  id,
  personId: id.nullable(),
  personName: z.string(),
  doneOn: plainDay,
  kind: outreachKind,
  text: z.string(),
  link: z.string(),
  channelId: id.nullable(),
  channelName: z.string()
})
export type OutreachItem = z.infer<typeof outreachItem>

export const personHandle = personName.extend({ id: id.nullable(), messages: z.int(), lastAt: instant.nullable() })
export type PersonHandle = z.infer<typeof personHandle>

export const personFields = z.object({
  name: z.string(),
  notes: z.string(),
  /** What the person agreed to and how; the day of it. */
  consent: z.string(),
  consentOn: plainDay.nullable(),
  nextStep: z.string(),
  nextOn: plainDay.nullable()
})
export type PersonFields = z.infer<typeof personFields>

export const personCard = personFields.extend({
  personId: id.nullable(),
  createdAt: instant.nullable(),
  handles: z.array(personHandle),
  labels: z.array(z.string()),
  counts: z.object({ messages: z.int(), conversations: z.int(), praise: z.int(), complaints: z.int(), answers: z.int(), waiting: z.int() }),
  firstAt: instant.nullable(),
  lastAt: instant.nullable(),
  waitingSince: instant.nullable(),
  outreach: z.array(outreachItem),
  /** Cards that went into this one and can be parted again. */
  merges: z.array(z.object({ id, name: z.string(), handles: z.int(), at: instant }))
})
export type PersonCard = z.infer<typeof personCard>

/** One conversation that the person took part in. */
export const historyEntry = z.object({
  conversationId: id,
  network: z.string(),
  channelName: z.string(),
  kind: conversationKind,
  title: z.string(),
  /** Begin of the last that the person wrote there, and of the last answer. */
  excerpt: z.string(),
  answer: z.object({ text: z.string(), sentAt: instant }).nullable(),
  messages: z.int(),
  firstAt: instant,
  lastAt: instant,
  waitingSince: instant.nullable(),
  type: conversationType.nullable(),
  sentiment: sentiment.nullable(),
  /** The post that it began under. */
  post: rowPost.nullable()
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const duplicatePair = z.object({
  /** `name`: the same name on other networks; `handle-book`: together in the handle book; `handle`: the same handle elsewhere. */
  reason: z.enum(['name', 'handle-book', 'handle']),
  people: z.array(personRow).length(2)
})
export type DuplicatePair = z.infer<typeof duplicatePair>

export const fanRow = z.object({ person: personRow, messages: z.int(), praise: z.int() })
export type FanRow = z.infer<typeof fanRow>

/** A next step that is due, of whichever client. */
export const dueStep = z.object({ clientId: id, clientName: z.string(), clientColor: z.string(), personId: id, name: z.string(), nextStep: z.string(), nextOn: plainDay })
export type DueStep = z.infer<typeof dueStep>

/** What erasing somebody would do. Figures are rows, unless said. */
export const eraseScope = z.object({
  name: z.string(),
  goes: z.object({
    messages: z.int(), answers: z.int(), drafts: z.int(), notes: z.int(), evidence: z.int(), handles: z.int(), outreach: z.int(), card: z.int(), handleBook: z.int(), logEntries: z.int(),
    /** Names of pictures that go to the trash; their files go when it is emptied. */
    pictures: z.array(z.string()),
    /** Steps that could be undone or done again, and cannot any more. */
    steps: z.int(), exportJobs: z.int()
  }),
  stays: z.object({
    conversations: z.int(), answers: z.int(),
    /** Texts of others, posts and notes in which a name or a handle of the person stands; they are not changed. */
    mentions: z.array(z.object({ where: z.enum(['messages', 'answers', 'notes', 'posts', 'incidents', 'people', 'knowledge', 'assets']), count: z.int() })),
    backups: z.int()
  })
})
export type EraseScope = z.infer<typeof eraseScope>

export const erasureEntry = z.object({ id, kind: z.enum(['export', 'erase']), reason: z.string(), counts: z.record(z.string(), z.int()), doneBy: z.string(), at: instant })
export type ErasureEntry = z.infer<typeof erasureEntry>
