import { z } from 'zod'
import { clientOperation, clientScope, done, id } from '../../contract/base'
import { knowledgeEntry, replyPicture, replyTone, savedReply, suggestedReply, textLanguage } from './replies.schema'

const archived = 'conflict.client-archived'
const missing = 'not-found.care-item'
const title = z.string().trim().min(1).max(120)
const text = z.string().max(20_000)
const replyFields = { title, text, language: textLanguage, tone: replyTone, assetId: id.nullable() }
const knowledgeFields = { title, text, source: z.string().trim().max(500), link: z.string().trim().max(2000), checkedOn: z.iso.date().nullable(), language: textLanguage }
const ofReply = clientScope.extend({ replyId: id })
const ofEntry = clientScope.extend({ entryId: id })

export const repliesContract = {
  /** In the order that somebody gave them, with the pictures that go with them. */
  list: clientOperation('query').input(clientScope).output(z.object({ replies: z.array(savedReply.extend({ picture: replyPicture.nullable() })) })),
  /** One title stands once for each language and tone. */
  create: clientOperation('command', archived, 'conflict.name-in-use', 'not-found.asset')
    .input(clientScope.extend({ title, text: text.default(''), language: textLanguage.default(''), tone: replyTone.default('any'), assetId: id.nullable().default(null) }))
    .output(savedReply),
  update: clientOperation('command', archived, missing, 'conflict.name-in-use', 'not-found.asset').input(ofReply.extend(z.object(replyFields).partial().shape)).output(savedReply),
  remove: clientOperation('command', archived, missing).input(ofReply).output(done),
  /** Those that are not named come after the others. */
  reorder: clientOperation('command', archived, missing).input(clientScope.extend({ ids: z.array(id).max(5000) })).output(done),
  /**
   * Saved replies filled in for one conversation: those of its language first, then those of the tone of its channel. What
   * nothing is known for stays as it is written and is named in `blanks`.
   */
  suggest: clientOperation('query', 'not-found.conversation').input(clientScope.extend({ conversationId: id })).output(z.object({ replies: z.array(suggestedReply) })),

  /** By title. Each word of the search must occur, accents or not; those that begin a title with it come first. */
  listKnowledge: clientOperation('query')
    .input(clientScope.extend({ search: z.string().max(200).default(''), language: textLanguage.optional() }))
    .output(z.object({ entries: z.array(knowledgeEntry), total: z.int(), stale: z.int() })),
  createKnowledge: clientOperation('command', archived, 'validation.link')
    .input(
      clientScope.extend({
        title, text: text.default(''), source: knowledgeFields.source.default(''), link: knowledgeFields.link.default(''), checkedOn: knowledgeFields.checkedOn.default(null), language: textLanguage.default('')
      })
    )
    .output(knowledgeEntry),
  updateKnowledge: clientOperation('command', archived, missing, 'validation.link').input(ofEntry.extend(z.object(knowledgeFields).partial().shape)).output(knowledgeEntry),
  removeKnowledge: clientOperation('command', archived, missing).input(ofEntry).output(done)
}
