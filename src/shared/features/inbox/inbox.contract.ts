import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, operation, pageInput } from '../../contract/base'
import { conversationKind, conversationThread, conversationType, inboxCounts, inboxFilters, inboxRow, priority, replyDraft, sentiment } from './inbox.schema'
import { messagePreview, ownNames } from './message-import.schema'
import { postChoice } from './starting-post.schema'

const ofConversation = clientScope.extend({ conversationId: id })
/** One step to undo, however many. Those that are not there (any more) are passed over; `changed` counts the others. */
const ofConversations = clientScope.extend({ conversationIds: z.array(id).min(1).max(1000) })
const changed = z.object({ changed: z.int() })
const text = z.string().max(20_000)
const reason = z.string().max(1000)
/** What becomes of messages of people who were erased on request. */
const erasedAuthors = z.enum(['leave-out', 'take-in']).default('leave-out')
const files = z.array(z.string()).min(1).max(500)
const page = z.object({ total: z.int(), rows: z.array(inboxRow) })
const archived = 'conflict.client-archived'
const missing = 'not-found.conversation'

export const inboxContract = {
  /** Unanswered first by nearness to the breach of its target; the other views by the last message, newest first. */
  list: clientOperation('query').input(clientScope.extend({ ...inboxFilters.shape, ...pageInput })).output(page),
  /** How many a view holds, whatever the other filters. `me` is whom `mine` is about. `near`: less than a quarter of the time is left. */
  counts: clientOperation('query').input(clientScope.extend({ me: z.string().max(80).default('') })).output(z.object({ counts: inboxCounts, unread: z.int(), breached: z.int(), near: z.int() })),
  /** Over all clients that are not archived. Clients that cannot be opened are named in `failed`. */
  listAll: operation('query')
    .input(z.object({ ...inboxFilters.omit({ channelId: true, personId: true }).shape, ...pageInput }))
    .output(page.extend({ clients: z.array(z.object({ clientId: id, name: z.string(), color: z.string(), unanswered: z.int(), breached: z.int(), near: z.int() })), failed: z.array(z.object({ clientId: id, name: z.string(), code: z.string() })) })),
  get: clientOperation('query', missing).input(ofConversation).output(conversationThread),
  /** What filters can be filled from: those that occur. */
  facets: clientOperation('query').input(clientScope).output(z.object({ networks: z.array(z.string()), labels: z.array(z.string()), assignees: z.array(z.string()), languages: z.array(z.string()) })),

  /**
   * Posts that a conversation may have begun under: what is published, on the network first, the newest first. Search takes words, or the
   * address of a post or of a comment under it. `conversationId` stands for the network and channel of that one.
   */
  postChoices: clientOperation('query')
    .input(clientScope.extend({ search: z.string().max(2000).default(''), conversationId: id.optional(), network: z.string().max(40).default(''), channelId: id.optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ total: z.int(), posts: z.array(postChoice) })),

  /**
   * By hand: pasted text, a screenshot, or both; `sentAt` is the time that is on it. Without `conversationId` it joins the
   * conversation of the same link, else that of the same author of messages, else begins one. The same text twice is the same message.
   * Who was erased on request is not taken down again unless `erased` says so. `postVariantId`: the post that it began under, where no link leads there.
   */
  capture: clientOperation('command', archived, missing, 'not-found.channel', 'not-found.asset', 'not-found.variant', 'validation.capture-empty', 'validation.message-later', 'validation.link', 'conflict.author-erased')
    .input(
      clientScope.extend({
        text: text.default(''), assetIds: z.array(id).max(10).default([]), network: z.string().min(1).max(40), channelId: id.optional(),
        author: z.string().max(200).default(''), sentAt: instant.optional(), kind: conversationKind.default('comment'), link: z.string().max(2000).default(''),
        conversationId: id.optional(), direction: z.enum(['in', 'out']).default('in'), postVariantId: id.optional(), erased: erasedAuthors
      })
    )
    .output(z.object({ conversationId: id, added: z.boolean(), row: inboxRow })),

  /** Typing; those that follow each other closely are one step. Empty text takes the draft away. A change takes an approval back. */
  saveDraft: clientOperation('command', archived, missing).input(ofConversation.extend({ text })).output(replyDraft.nullable()),
  askApproval: clientOperation('command', archived, missing, 'conflict.no-draft').input(ofConversation).output(done),
  /** `text` is what was looked at; where the draft says something else by now, `conflict.draft-changed`. */
  approveDraft: clientOperation('command', archived, missing, 'conflict.no-draft', 'conflict.draft-changed').input(ofConversation.extend({ text, by: z.string().min(1).max(80) })).output(done),
  /** What was sent on the network, as a person says it. Takes the draft away; with `close`, closes the conversation. */
  confirmSent: clientOperation('command', archived, missing, 'conflict.approval-missing', 'validation.message-later')
    .input(ofConversation.extend({ text: text.min(1), sentAt: instant.optional(), by: z.string().max(80).default(''), close: z.boolean().default(false) }))
    .output(z.object({ replyId: id })),
  addNote: clientOperation('command', archived, missing).input(ofConversation.extend({ text: text.min(1), author: z.string().max(80).default('') })).output(z.object({ noteId: id })),
  updateNote: clientOperation('command', archived, 'not-found.care-item').input(clientScope.extend({ noteId: id, text: text.min(1) })).output(done),
  removeNote: clientOperation('command', archived, 'not-found.care-item').input(clientScope.extend({ noteId: id })).output(done),

  /** It began under this post; null: under none, whatever its links lead to. Stays when its messages are imported again. */
  choosePost: clientOperation('command', archived, missing, 'not-found.variant').input(ofConversation.extend({ variantId: id.nullable() })).output(done),
  /** The post that its links lead to, if any, is the one again. */
  forgetPost: clientOperation('command', archived, missing).input(ofConversation).output(done),

  assign: clientOperation('command', archived).input(ofConversations.extend({ assignee: z.string().max(80) })).output(changed),
  /** Until an instant to come; a new message ends it. */
  snooze: clientOperation('command', archived, 'validation.snooze-past').input(ofConversations.extend({ until: instant })).output(changed),
  label: clientOperation('command', archived).input(ofConversations.extend({ add: z.array(z.string().trim().min(1).max(80)).max(20).default([]), remove: z.array(z.string()).max(20).default([]) })).output(changed),
  /** Null goes back to what is suggested; what is not named stays. */
  classify: clientOperation('command', archived)
    .input(ofConversations.extend({ type: conversationType.nullable().optional(), priority: priority.nullable().optional(), sentiment: sentiment.nullable().optional(), sensitive: z.boolean().optional() }))
    .output(changed),
  /** A person has it open: it is read up to its last message. No step of its own, so that undo goes past it. */
  see: clientOperation('command', missing).input(ofConversation).output(done),
  mark: clientOperation('command', archived).input(ofConversations.extend({ read: z.boolean() })).output(changed),
  /** Criticism that has no answer (negative, or a complaint) closes with a reason only, and its evidence is kept. */
  close: clientOperation('command', archived, 'validation.reason-missing').input(ofConversations.extend({ reason: reason.default('') })).output(changed),
  /** It was hidden on the network: says why, and keeps text, author, time and a screenshot. */
  hide: clientOperation('command', archived, 'validation.reason-missing', 'not-found.asset').input(ofConversations.extend({ reason, assetId: id.optional() })).output(changed),
  reopen: clientOperation('command', archived).input(ofConversations).output(changed),
  /** Keeps what is there as evidence, with a screenshot where there is one; `deleted`: its author took it away. */
  keepEvidence: clientOperation('command', archived, missing, 'not-found.asset').input(ofConversation.extend({ assetId: id.optional(), reason: reason.default(''), action: z.enum(['deleted', 'kept']).default('kept') })).output(done),

  /** Reads message files and mails and says what they hold. Nothing is written. */
  previewImport: clientOperation('query', 'not-found.file-token').input(clientScope.extend({ files, own: ownNames.default([]), erased: erasedAuthors })).output(messagePreview),
  /** Takes them in as one step. `expect` is what was shown; where others came in since, `conflict.import-changed`. */
  commitImport: clientOperation('command', archived, 'not-found.file-token', 'conflict.import-changed', 'conflict.import-questions', 'validation.nothing-selected')
    .input(clientScope.extend({ files, own: ownNames.default([]), erased: erasedAuthors, expect: z.object({ added: z.int() }) }))
    .output(z.object({ importId: id, added: z.int(), known: z.int(), conversations: z.int() }))
}
