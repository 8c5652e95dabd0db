import { AppError } from '../../../../shared/errors/app-error'
import { webAddress } from '../../../../shared/features/channels/handles'
import { findKnowledge, isStale } from '../../../../shared/features/replies/knowledge'
import { fitsLanguage } from '../../../../shared/features/replies/reply-text'
import type { KnowledgeEntry } from '../../../../shared/features/replies/replies.schema'
import { todayIn } from '../../../../shared/time'
import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { requireAssets } from '../assets'
import { getKnowledge, insertKnowledge, listKnowledge, removeKnowledge, updateKnowledge, type KeptKnowledge } from './knowledge.repository'
import { getReply, insertReply, listReplies, removeReply, reorderReplies, updateReply } from './replies.repository'
import { picturesOf, suggestReplies } from './suggest.service'

const ok = { ok: true as const }

async function todayOf(context: CallContext, clientId: string): Promise<string> {
  return todayIn((await (await context.workspace(clientId)).profile()).zone, context.core.now())
}
const present = (entry: KeptKnowledge, today: string): KnowledgeEntry => ({ ...entry, stale: isStale(entry.checkedOn, today) })

/** @throws AppError `validation.link` */
function linkOf(text: string): string {
  if (text.trim() === '') return ''
  const link = webAddress(text)
  if (!link) throw new AppError('validation.link', { link: text })
  return link
}

const savedReplies = {
  list: os.replies.list.handler(async ({ input: { clientId }, context }) => {
    const { reader } = await context.workspace(clientId)
    const replies = await listReplies(reader)
    const pictures = await picturesOf(context, reader, clientId, replies)
    return { replies: replies.map((reply) => ({ ...reply, picture: pictures.get(reply.assetId ?? '') ?? null })) }
  }),
  create: os.replies.create.handler(({ input: { clientId, ...fields }, context }) =>
    context.command(
      clientId,
      async (tx) => {
        await requireAssets(tx, fields.assetId === null ? [] : [fields.assetId])
        return insertReply(tx, { id: context.core.newId(), ...fields })
      },
      { data: { name: fields.title } }
    )
  ),
  update: os.replies.update.handler(({ input: { clientId, replyId, ...change }, context }) =>
    context.command(
      clientId,
      async (tx) => {
        const known = await getReply(tx, replyId)
        if (change.assetId) await requireAssets(tx, [change.assetId])
        const { title, text, language, tone } = change
        const reply = { ...known, title: title ?? known.title, text: text ?? known.text, language: language ?? known.language, tone: tone ?? known.tone, assetId: change.assetId === undefined ? known.assetId : change.assetId }
        await updateReply(tx, reply)
        return reply
      },
      { merge: `replies.update ${replyId} ${Object.keys(change).sort().join(' ')}` }
    )
  ),
  remove: os.replies.remove.handler(({ input, context }) => context.command(input.clientId, (tx) => removeReply(tx, input.replyId)).then(() => ok)),
  reorder: os.replies.reorder.handler(({ input, context }) => context.command(input.clientId, (tx) => reorderReplies(tx, input.ids)).then(() => ok)),
  suggest: os.replies.suggest.handler(({ input, context }) => suggestReplies(context, input))
}

const knowledge = {
  listKnowledge: os.replies.listKnowledge.handler(async ({ input: { clientId, search, language }, context }) => {
    const today = await todayOf(context, clientId)
    const all = (await listKnowledge((await context.workspace(clientId)).reader)).map((entry) => present(entry, today))
    const found = findKnowledge(all, search)
    const ordered = language === undefined ? found : [...found.filter((entry) => fitsLanguage(entry.language, language)), ...found.filter((entry) => !fitsLanguage(entry.language, language))]
    return { entries: ordered, total: all.length, stale: all.filter(({ stale }) => stale).length }
  }),
  createKnowledge: os.replies.createKnowledge.handler(async ({ input: { clientId, ...fields }, context }) => {
    const entry: KeptKnowledge = { id: context.core.newId(), ...fields, link: linkOf(fields.link) }
    await context.command(clientId, (tx) => insertKnowledge(tx, entry, context.core.now()), { data: { name: entry.title } })
    return present(entry, await todayOf(context, clientId))
  }),
  updateKnowledge: os.replies.updateKnowledge.handler(async ({ input: { clientId, entryId, ...change }, context }) => {
    const link = change.link === undefined ? undefined : linkOf(change.link)
    const entry = await context.command(
      clientId,
      async (tx) => {
        const known = await getKnowledge(tx, entryId)
        const { title, text, source, language } = change
        const next: KeptKnowledge = {
          ...known, title: title ?? known.title, text: text ?? known.text, source: source ?? known.source, language: language ?? known.language, link: link ?? known.link,
          checkedOn: change.checkedOn === undefined ? known.checkedOn : change.checkedOn
        }
        await updateKnowledge(tx, next)
        return next
      },
      { merge: `replies.updateKnowledge ${entryId} ${Object.keys(change).sort().join(' ')}` }
    )
    return present(entry, await todayOf(context, clientId))
  }),
  removeKnowledge: os.replies.removeKnowledge.handler(({ input, context }) => context.command(input.clientId, (tx) => removeKnowledge(tx, input.entryId)).then(() => ok))
}

export const repliesHandlers = { ...savedReplies, ...knowledge }
