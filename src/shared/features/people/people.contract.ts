import { z } from 'zod'
import { clientOperation, clientScope, done, id, jobStarted, operation, pageInput } from '../../contract/base'
import { destination } from '../renditions/renditions.contract'
import {
  dueStep, duplicatePair, eraseScope, erasureEntry, fanRow, historyEntry, outreachItem, outreachKind, peopleFilters, personCard, personRef, personRow, plainDay
} from './people.schema'

const archived = 'conflict.client-archived'
const missing = 'not-found.person'
const gone = 'not-found.person-item'
const ofPerson = clientScope.extend({ personId: id })
const ofSomebody = clientScope.extend({ person: personRef })
const label = z.string().trim().min(1).max(80)
const made = z.object({ personId: id })
const fieldName = z.enum(['name', 'notes', 'consent', 'nextStep'])
const outreachFields = z.object({
  doneOn: plainDay, kind: outreachKind, text: z.string().max(2000).default(''), link: z.string().max(2000).default(''), channelId: id.nullable().default(null)
})

export const peopleContract = {
  /** Cards, and everybody who wrote and has none. */
  list: clientOperation('query').input(clientScope.extend({ ...peopleFilters.shape, ...pageInput })).output(z.object({ total: z.int(), people: z.array(personRow) })),
  counts: clientOperation('query').input(clientScope).output(z.object({ people: z.int(), cards: z.int(), unanswered: z.int(), due: z.int(), labels: z.array(z.object({ name: z.string(), count: z.int() })), networks: z.array(z.string()) })),
  get: clientOperation('query', missing).input(ofSomebody).output(personCard),
  /** Conversations of a person over all channels, the newest first. */
  history: clientOperation('query', missing).input(ofSomebody.extend(pageInput)).output(z.object({ total: z.int(), entries: z.array(historyEntry) })),

  /** A card for somebody who wrote, or an empty one. Where the handle has a card already, that card. */
  create: clientOperation('command', archived)
    .input(clientScope.extend({ from: z.object({ network: z.string().min(1).max(40), key: z.string().min(1).max(400) }).optional(), name: z.string().trim().max(200).default(''), labels: z.array(label).max(20).default([]) }))
    .output(made),
  /** What is named changes. Typing that follows closely is one step. */
  update: clientOperation('command', archived, missing)
    .input(ofPerson.extend({
      name: z.string().trim().min(1).max(200).optional(), notes: z.string().max(20_000).optional(), consent: z.string().max(2000).optional(), consentOn: plainDay.nullable().optional(),
      nextStep: z.string().max(2000).optional(), nextOn: plainDay.nullable().optional()
    }))
    .output(done),
  /** Takes the card away; what was said stays in the inbox. */
  remove: clientOperation('command', archived, missing).input(ofPerson).output(done),
  /** One step however many. Who has no card gets one where a label is added. */
  label: clientOperation('command', archived)
    .input(clientScope.extend({ people: z.array(personRef).min(1).max(1000), add: z.array(label).max(20).default([]), remove: z.array(z.string()).max(20).default([]) }))
    .output(z.object({ changed: z.int() })),
  addHandle: clientOperation('command', archived, missing, 'conflict.handle-taken', 'validation.handle').input(ofPerson.extend({ network: z.string().min(1).max(40), handle: z.string().trim().min(1).max(400) })).output(z.object({ handleId: id })),
  removeHandle: clientOperation('command', archived, gone).input(clientScope.extend({ handleId: id })).output(done),

  /**
   * Others go into the survivor with handles, labels and outreach; who has no card gets one first. `take` says whose field stays: 0 is the
   * survivor, 1 the first of the others. Not named: the survivor's, or where it is empty the first that is not; of notes both.
   */
  merge: clientOperation('command', archived, missing, 'validation.nothing-selected')
    .input(clientScope.extend({ survivor: personRef, others: z.array(personRef).min(1).max(20), take: z.partialRecord(fieldName, z.union([z.int().min(0).max(20), z.literal('both')])).default({}) }))
    .output(made),
  /** Parts a merge again: the card comes back with what it had, as far as nobody changed it since. */
  unmerge: clientOperation('command', archived, gone).input(clientScope.extend({ mergeId: id })).output(made),
  /** Handles go to a card of their own. */
  split: clientOperation('command', archived, missing, 'validation.nothing-selected').input(ofPerson.extend({ handleIds: z.array(id).min(1).max(100), name: z.string().trim().max(200).default('') })).output(made),
  /** Who may be the same. Nothing is merged by itself. */
  duplicates: clientOperation('query').input(clientScope).output(z.object({ pairs: z.array(duplicatePair) })),
  /** These two are not the same: they are not suggested again. */
  keepApart: clientOperation('command', archived).input(clientScope.extend({ one: personRef, other: personRef })).output(done),

  /** Who wrote most, or was kindest, from one day to another. Spam does not count. */
  topFans: clientOperation('query', 'validation.days').input(clientScope.extend({ fromDay: plainDay, toDay: plainDay, by: z.enum(['messages', 'praise']).default('messages'), limit: z.int().min(1).max(200).default(50) })).output(z.object({ fans: z.array(fanRow) })),
  /** Fans (labeled so, or with praise) who wait for an answer, the longest wait first. */
  unansweredFans: clientOperation('query').input(clientScope.extend({ limit: z.int().min(1).max(500).default(200) })).output(z.object({ fans: z.array(fanRow) })),

  /** Next steps for today and before, over all clients that are not archived; those that cannot be read are left out. */
  dueSteps: operation('query').input(z.object({})).output(z.object({ steps: z.array(dueStep) })),

  outreach: clientOperation('query').input(clientScope.extend({ personId: id.optional(), ...pageInput })).output(z.object({ total: z.int(), items: z.array(outreachItem) })),
  addOutreach: clientOperation('command', archived, missing, 'not-found.channel', 'validation.link').input(clientScope.extend({ person: personRef, ...outreachFields.shape })).output(z.object({ outreachId: id })),
  updateOutreach: clientOperation('command', archived, gone, 'not-found.channel', 'validation.link').input(clientScope.extend({ outreachId: id, ...outreachFields.shape })).output(done),
  removeOutreach: clientOperation('command', archived, gone).input(clientScope.extend({ outreachId: id })).output(done),

  /** Everything of a person as one archive: JSON, tables, and a page to read. */
  export: clientOperation('job', missing, 'validation.destination', 'not-found.file-token').input(ofSomebody.extend({ by: z.string().max(80).default(''), destination: destination.default({ kind: 'default' }) })).output(jobStarted),
  exportReport: clientOperation('query', 'not-found.job').input(clientScope.extend({ jobId: id })).output(z.object({ jobId: id, path: z.string().nullable(), name: z.string(), url: z.string().nullable(), bytes: z.int() })),
  /** Says what would go and what would stay. Nothing is written. */
  previewErase: clientOperation('query', missing).input(ofSomebody).output(eraseScope),
  /**
   * Erases a person for good: it cannot be undone, and steps of the history that hold the words go too. `confirmName` is the name
   * that was shown. `counts` says what went.
   */
  erase: clientOperation('command', archived, missing, 'validation.confirm-name', 'conflict.erase-busy')
    .input(ofSomebody.extend({ confirmName: z.string().max(400), reason: z.string().max(1000).default(''), by: z.string().max(80).default('') }))
    .output(z.object({ counts: z.record(z.string(), z.int()) })),
  /** Exports and erasures, newest first, without whom they were about. */
  erasures: clientOperation('query').input(clientScope.extend(pageInput)).output(z.object({ total: z.int(), entries: z.array(erasureEntry) }))
}
