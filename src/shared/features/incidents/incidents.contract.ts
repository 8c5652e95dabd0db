import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, jobStarted, operation } from '../../contract/base'
import { plannedInput } from '../posts/posts.schema'
import { destination } from '../renditions/renditions.contract'
import { reportLanguage } from '../reports/reports.schema'
import {
  crisisContact, currentCrisis, entryKind, frozenPost, holdingLine, incident, incidentLevel, incidentReview, incidentSummary
} from './incidents.schema'

const ofIncident = clientScope.extend({ incidentId: id })
const ofFreeze = clientScope.extend({ freezeId: id })
const words = z.string().max(10_000)
const by = z.string().trim().max(120).default('')
const reason = z.string().trim().max(1000)
const archived = 'conflict.client-archived'
const missing = 'not-found.incident'
const closed = 'conflict.incident-closed'
const item = 'not-found.incident-item'

/** What is decided of one frozen post. */
const decision = z.discriminatedUnion('decision', [
  /** As planned; `now`: at once, which is what can be said of one whose time has passed. */
  z.object({ decision: z.literal('released'), variantId: id, now: z.boolean().default(false) }),
  z.object({ decision: z.literal('moved'), variantId: id, planned: plannedInput }),
  /** Back to a draft without a time. */
  z.object({ decision: z.literal('dropped'), variantId: id })
])

const contactFields = crisisContact.omit({ id: true })
const lineFields = holdingLine.omit({ id: true })

export const incidentsContract = {
  /** What is open now; cheap, for the banner and for marks. */
  current: clientOperation('query').input(clientScope).output(currentCrisis),
  /** The same over all clients that are not archived, those with something open only. */
  overview: operation('query').output(
    z.object({
      clients: z.array(currentCrisis.extend({ clientId: id, name: z.string(), color: z.string() })),
      failed: z.array(z.object({ clientId: id, name: z.string(), code: z.string() }))
    })
  ),
  /** Open ones first, then the newest. */
  list: clientOperation('query').input(clientScope).output(z.object({ incidents: z.array(incidentSummary) })),
  get: clientOperation('query', missing).input(ofIncident).output(incident),

  /** One step: with a conversation, its messages are kept as evidence; with `freeze`, everything planned stands still at once. */
  open: clientOperation('command', archived, 'not-found.conversation', 'not-found.channel')
    .input(
      clientScope.extend({
        title: z.string().trim().min(1).max(200), level: incidentLevel, summary: words.default(''), startedAt: instant.optional(), conversationId: id.optional(), author: by,
        freeze: z.object({ channelIds: z.array(id).max(200).default([]), reason: reason.default('') }).nullable().default(null)
      })
    )
    .output(z.object({ incidentId: id, frozen: z.int() })),
  /** Typing in the same field is one step. */
  update: clientOperation('command', archived, missing, closed)
    .input(ofIncident.extend({ title: z.string().trim().min(1).max(200).optional(), summary: words.optional() }))
    .output(done),
  setLevel: clientOperation('command', archived, missing, closed).input(ofIncident.extend({ level: incidentLevel, reason: reason.default(''), author: by })).output(done),
  /** The fire is out; the incident stays open for what comes after it. */
  calm: clientOperation('command', archived, missing, closed).input(ofIncident.extend({ note: reason.default(''), author: by })).output(done),
  /** Back from calm or closed. */
  reopen: clientOperation('command', archived, missing).input(ofIncident.extend({ note: reason.default(''), author: by })).output(done),
  /** Not while a freeze of it is on. */
  close: clientOperation('command', archived, missing, closed, 'conflict.freeze-on')
    .input(ofIncident.extend({ review: incidentReview.omit({ learningId: true }).optional(), author: by }))
    .output(done),
  saveReview: clientOperation('command', archived, missing).input(ofIncident.extend({ review: incidentReview.omit({ learningId: true }) })).output(done),
  /** Writes the review into the learnings of the client; a second time changes that learning. */
  writeLearning: clientOperation('command', archived, missing, 'validation.review-empty').input(ofIncident).output(z.object({ learningId: id })),

  addEntry: clientOperation('command', archived, missing, closed, 'validation.message-later')
    .input(ofIncident.extend({ kind: entryKind.default('event'), text: z.string().trim().min(1).max(10_000), author: by, happenedAt: instant.optional(), conversationId: id.optional() }))
    .output(z.object({ entryId: id })),
  /** What the app noted by itself stays as it is. */
  updateEntry: clientOperation('command', archived, item).input(clientScope.extend({ entryId: id, kind: entryKind.optional(), text: z.string().trim().min(1).max(10_000).optional(), happenedAt: instant.optional() })).output(done),
  removeEntry: clientOperation('command', archived, item).input(clientScope.extend({ entryId: id })).output(done),
  /** Into the locker: messages of a conversation (all that came in, where none is named), pictures, or a text with its author and time. Nothing leaves it but by undo. */
  addEvidence: clientOperation('command', archived, missing, closed, 'not-found.conversation', 'not-found.asset', 'validation.capture-empty', 'validation.link')
    .input(
      ofIncident.extend({
        conversationId: id.optional(), messageIds: z.array(z.string()).max(500).optional(), assetIds: z.array(id).max(50).default([]),
        text: z.string().max(20_000).default(''), author: z.string().max(200).default(''), link: z.string().max(2000).default(''), seenAt: instant.optional(), note: reason.default(''), by
      })
    )
    .output(z.object({ added: z.int() })),

  /** Everything that is approved or scheduled stands still, and what is scheduled from now on as well. No channel named: all. */
  freeze: clientOperation('command', archived, missing, closed, 'conflict.already-frozen', 'not-found.channel')
    .input(ofIncident.extend({ channelIds: z.array(id).max(200).default([]), reason: reason.default(''), author: by }))
    .output(z.object({ freezeId: id, frozen: z.int() })),
  /** `waiting`: what the freeze holds now. `decided`: what was decided. `handedOver`: out of reach of the app, to be stopped on the network by hand. */
  frozen: clientOperation('query', 'not-found.freeze').input(ofFreeze).output(z.object({ waiting: z.array(frozenPost), decided: z.array(frozenPost), handedOver: z.array(frozenPost) })),
  /** One step for all items. */
  decide: clientOperation('command', archived, 'not-found.freeze', 'conflict.freeze-ended', 'conflict.not-frozen', 'validation.frozen-past', 'validation.zone', 'validation.wall-time')
    .input(ofFreeze.extend({ items: z.array(decision).min(1).max(1000), author: by }))
    .output(z.object({ decided: z.int(), waiting: z.int() })),
  /** Not while a post waits for its decision. */
  endFreeze: clientOperation('command', archived, 'not-found.freeze', 'conflict.freeze-ended', 'conflict.freeze-undecided').input(ofFreeze.extend({ author: by })).output(done),
  /** Lets single posts go out in spite of the freeze; the reason stands in the timeline. */
  override: clientOperation('command', archived, 'not-found.variant', 'conflict.not-frozen')
    .input(clientScope.extend({ variantIds: z.array(id).min(1).max(500), reason: reason.min(1), author: by }))
    .output(done),

  /** What is prepared: written policy, what levels mean, who is called, what is said first. */
  kit: clientOperation('query').input(clientScope).output(
    z.object({
      /** Empty: none is written yet. */
      policy: z.string(),
      /** Criteria of levels 1 to 4. */
      levels: z.array(z.string()),
      levelsOwn: z.boolean(),
      contacts: z.array(crisisContact),
      lines: z.array(holdingLine),
      /** The language of what is offered to begin with. */
      language: reportLanguage,
      /** Ready to be offered; never set by itself. */
      policyTemplate: z.string(),
      starterLines: z.array(lineFields)
    })
  ),
  setPolicy: clientOperation('command', archived).input(clientScope.extend({ text: z.string().max(50_000) })).output(done),
  /** Null goes back to the criteria that come with the app. */
  setLevels: clientOperation('command', archived).input(clientScope.extend({ levels: z.array(z.string().trim().max(2000)).length(4).nullable() })).output(done),
  addContact: clientOperation('command', archived).input(clientScope.extend(contactFields.partial().shape).extend({ name: contactFields.shape.name })).output(crisisContact),
  updateContact: clientOperation('command', archived, item).input(clientScope.extend(contactFields.partial().shape).extend({ contactId: id })).output(done),
  /** Before another, or last: who is called first stands first. */
  moveContact: clientOperation('command', archived, item).input(clientScope.extend({ contactId: id, beforeId: id.nullable() })).output(done),
  removeContact: clientOperation('command', archived, item).input(clientScope.extend({ contactId: id })).output(done),
  addLines: clientOperation('command', archived).input(clientScope.extend({ lines: z.array(lineFields).min(1).max(200) })).output(z.object({ lineIds: z.array(id) })),
  updateLine: clientOperation('command', archived, item).input(clientScope.extend(lineFields.partial().shape).extend({ lineId: id })).output(done),
  removeLine: clientOperation('command', archived, item).input(clientScope.extend({ lineId: id })).output(done),

  /** The log as files, in the first language of the client unless said: `pdf` to print and keep, `txt` for a mail. */
  print: clientOperation('job', missing, 'validation.destination', 'not-found.file-token')
    .input(ofIncident.extend({ language: reportLanguage.optional(), formats: z.array(z.enum(['pdf', 'txt'])).min(1).max(2).default(['pdf']), destination: destination.default({ kind: 'default' }) }))
    .output(jobStarted),
  printed: clientOperation('query', 'not-found.job')
    .input(clientScope.extend({ jobId: id }))
    .output(
      z.object({
        jobId: id,
        folder: z.string(),
        files: z.array(z.object({ format: z.enum(['pdf', 'txt']), name: z.string(), path: z.string().nullable(), url: z.string().nullable(), pages: z.int(), bytes: z.int() }))
      })
    )
}
