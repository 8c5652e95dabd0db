import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { targetMinutes } from '../../../../../shared/features/care/care-clock'
import { openWeek } from '../../../../../shared/features/care/open-hours'
import { ruleActions, ruleCondition } from '../../../../../shared/features/care-rules/care-rules.schema'
import { conversationType } from '../../../../../shared/features/inbox/inbox.schema'
import { crisisContact, entryKind, holdingLine, incidentLevel } from '../../../../../shared/features/incidents/incidents.schema'
import { outreachKind } from '../../../../../shared/features/people/people.schema'
import { replyTone } from '../../../../../shared/features/replies/replies.schema'

const days = z.int().min(-60).max(60)
/** `-9 11:32`: days from today and the time in the client's zone. `used 0.85`: so long ago that this share of the target is used up now. */
const moment = z.string().regex(/^(?:-\d{1,2} \d{2}:\d{2}|used \d(?:\.\d{1,2})?)$/)
const who = z.string()

const sources = [
  'facebook-comment', 'facebook-message', 'facebook-review', 'instagram-comment', 'instagram-message', 'x-mention', 'x-message', 'linkedin-message', 'bluesky-comment', 'email'
] as const
export type TalkSource = (typeof sources)[number]

/** Said by the museum where somebody of it is named. */
const said = z.object({ at: moment, text: z.string(), by: who.optional() })

const talk = z.object({
  via: z.enum(sources),
  who,
  language: z.enum(['nb', 'nl', 'it', 'en']),
  say: z.array(said).min(1),
  /** Title of the post that it is about. */
  post: z.string().optional(),
  subject: z.string().optional(),
  labels: z.array(z.string()).optional(),
  assign: who.optional(),
  note: z.tuple([who, z.string()]).optional(),
  draft: z.string().optional(),
  /** Whether the draft waits for an approval. */
  ask: z.boolean().optional(),
  type: conversationType.optional(),
  priority: z.int().min(1).max(3).optional(),
  /** Days from now. */
  snooze: z.int().min(1).max(30).optional(),
  close: z.boolean().optional(),
  /** Why it was hidden on its network. */
  hide: z.string().optional()
})
export type DemoTalk = z.infer<typeof talk>

const person = z.object({
  name: z.string(), handles: z.array(z.tuple([z.string(), z.string()])).min(1), labels: z.array(z.string()), notes: z.string(), consent: z.string().optional(), consentDay: days.optional(),
  nextStep: z.string().optional(), nextDay: days.optional(), outreach: z.array(z.object({ day: days, kind: outreachKind, text: z.string(), channel: z.string().nullable() })).default([])
})
export type DemoPerson = z.infer<typeof person>

const incident = z.object({
  title: z.string(), level: incidentLevel, at: moment, conversation: who, author: who, summary: z.string(), freeze: z.array(z.string()), freezeReason: z.string(),
  entries: z.array(z.object({ at: moment, kind: entryKind, text: z.string(), author: who })),
  /** Whose messages are kept. */
  evidence: z.array(who), raise: z.object({ at: moment, level: incidentLevel, reason: z.string() }), release: moment, calm: z.object({ at: moment, note: z.string() }), close: moment,
  review: z.object({ happened: z.string(), worked: z.string(), change: z.string(), policy: z.string() })
})
export type DemoIncident = z.infer<typeof incident>

const targets = z.object({ firstMinutes: targetMinutes, resolutionMinutes: targetMinutes })
const care = z.object({
  hours: z.object({ week: openWeek, holidays: z.boolean() }),
  /** `all`, or the network of a channel. */
  targets: z.record(z.string(), targets),
  sensitive: z.object({ labels: z.array(z.string()), types: z.array(conversationType) }),
  replies: z.array(z.object({ title: z.string(), language: z.string(), tone: replyTone, text: z.string() })),
  knowledge: z.array(z.object({ title: z.string(), text: z.string(), source: z.string(), checked: days.nullable(), language: z.string() })),
  rules: z.array(z.object({ name: z.string(), conditions: z.array(ruleCondition), actions: ruleActions, enabled: z.boolean() })),
  people: z.array(person),
  policy: z.string(),
  contacts: z.array(crisisContact.omit({ id: true })),
  lines: z.array(holdingLine.omit({ id: true })),
  incident
})
export type DemoCare = z.infer<typeof care>

const read = async (resources: string, name: string): Promise<unknown> => JSON.parse(await readFile(join(resources, 'demo', name), 'utf8'))

/** A month of conversations with the public, as `resources/demo/community.json` has them. */
export const readDemoTalks = async (resources: string): Promise<DemoTalk[]> => z.object({ conversations: z.array(talk) }).parse(await read(resources, 'community.json')).conversations
/** What is prepared for them, who the people are, and an incident: `resources/demo/care.json`. */
export const readDemoCare = async (resources: string): Promise<DemoCare> => care.parse(await read(resources, 'care.json'))
