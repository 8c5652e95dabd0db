import type { CallContext, Reader } from '../../context'
import { thumbnailsOf } from '../posts'
import { os } from '../../router-base'
import { listAll } from './all-clients.service'
import { capture } from './capture.service'
import { getConversation, removeNote, updateNote } from './care.repository'
import { assign, classify, close, hide, keepEvidence, label, mark, reopen, see, snooze } from './care.service'
import { findConversation, listFacets } from './conversations.queries'
import { addNote, approveDraft, askApproval, confirmSent, saveDraft } from './drafts.service'
import { commitImport, previewImport } from './import-messages.service'
import { countInbox, listInbox } from './list-conversations.service'
import { listPostChoices } from './post-choices.queries'
import { presentRows, type RowContext } from './present-rows'
import { openResponseClocks } from './response-clocks.service'
import { choosePost, forgetPost } from './starting-posts.service'
import { getThread } from './thread.service'

export { startAnswersWatch } from './reminders/answers-watch'
export { followConversations, followedTables, settleConversations } from './settle-conversations.repository'
export { authorKey } from './author-key'
export { getConversation, insertEvidence } from './care.repository'
export { listRowPosts } from './present-rows'
export { type EvidenceRow, listMessages, mediaOf } from './thread.queries'
export { careRulesHandlers } from './rules/rules.handlers'
export { erasedAmong, rememberErased } from './erased-authors'

const ok = { ok: true as const }

async function opened(context: CallContext, clientId: string): Promise<{ reader: Reader; rows: RowContext }> {
  const workspace = await context.workspace(clientId)
  const clocks = await openResponseClocks(workspace.reader, (await workspace.profile()).zone)
  return { reader: workspace.reader, rows: { clientId, clocks, now: context.core.now() } }
}

const readHandlers = {
  list: os.inbox.list.handler(async ({ input, context }) => {
    const { reader, rows } = await opened(context, input.clientId)
    return listInbox(reader, input, input, rows)
  }),
  counts: os.inbox.counts.handler(async ({ input, context }) => {
    const { reader, rows } = await opened(context, input.clientId)
    return countInbox(reader, rows.clocks, rows.now, input.me)
  }),
  listAll: os.inbox.listAll.handler(({ input, context }) => listAll(context.core, input)),
  get: os.inbox.get.handler(async ({ input, context }) => {
    const { reader, rows } = await opened(context, input.clientId)
    return getThread(context, reader, input.conversationId, rows)
  }),
  facets: os.inbox.facets.handler(async ({ input, context }) => listFacets((await context.workspace(input.clientId)).reader)),
  postChoices: os.inbox.postChoices.handler(async ({ input: { clientId, search, conversationId, network, channelId, limit }, context }) => {
    const { reader } = await context.workspace(clientId)
    const now = context.core.now()
    const about = conversationId === undefined ? undefined : await findConversation(reader, conversationId, now)
    const wanted = { search, network: about?.network ?? network, channelId: about?.channel_id ?? channelId ?? '', now, limit }
    return listPostChoices(reader, wanted, thumbnailsOf(context.core, clientId))
  })
}

const writeHandlers = {
  capture: os.inbox.capture.handler(async ({ input, context }) => {
    const { conversationId, added } = await capture(context, input)
    const { reader, rows } = await opened(context, input.clientId)
    const [row] = await presentRows(reader, [await getConversation(reader, conversationId, rows.now)], rows)
    if (!row) throw new Error('a conversation without its row')
    return { conversationId, added, row }
  }),
  saveDraft: os.inbox.saveDraft.handler(({ input, context }) => saveDraft(context, input)),
  askApproval: os.inbox.askApproval.handler(({ input, context }) => askApproval(context, input).then(() => ok)),
  approveDraft: os.inbox.approveDraft.handler(({ input, context }) => approveDraft(context, input).then(() => ok)),
  confirmSent: os.inbox.confirmSent.handler(({ input, context }) => confirmSent(context, input)),
  addNote: os.inbox.addNote.handler(({ input, context }) => addNote(context, input)),
  updateNote: os.inbox.updateNote.handler(({ input, context }) => context.command(input.clientId, (tx) => updateNote(tx, input.noteId, input.text)).then(() => ok)),
  removeNote: os.inbox.removeNote.handler(({ input, context }) => context.command(input.clientId, (tx) => removeNote(tx, input.noteId)).then(() => ok))
}

const careHandlers = {
  choosePost: os.inbox.choosePost.handler(({ input, context }) => choosePost(context, input).then(() => ok)),
  forgetPost: os.inbox.forgetPost.handler(({ input, context }) => forgetPost(context, input).then(() => ok)),
  assign: os.inbox.assign.handler(({ input, context }) => assign(context, input)),
  snooze: os.inbox.snooze.handler(({ input, context }) => snooze(context, input)),
  label: os.inbox.label.handler(({ input, context }) => label(context, input)),
  classify: os.inbox.classify.handler(({ input, context }) => classify(context, input)),
  mark: os.inbox.mark.handler(({ input, context }) => mark(context, input)),
  see: os.inbox.see.handler(({ input, context }) => see(context, input).then(() => ok)),
  close: os.inbox.close.handler(({ input, context }) => close(context, input)),
  hide: os.inbox.hide.handler(({ input, context }) => hide(context, input)),
  reopen: os.inbox.reopen.handler(({ input, context }) => reopen(context, input)),
  keepEvidence: os.inbox.keepEvidence.handler(({ input, context }) => keepEvidence(context, input).then(() => ok))
}

export const inboxHandlers = {
  ...readHandlers,
  ...writeHandlers,
  ...careHandlers,
  previewImport: os.inbox.previewImport.handler(({ input, context }) => previewImport(context, input)),
  commitImport: os.inbox.commitImport.handler(({ input, context }) => commitImport(context, input))
}
