import { networkIdSchema } from '../../../../shared/channels/catalog.schema'
import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { profileLink } from '../../../../shared/features/channels/handles'
import { firstNameOf } from '../../../../shared/features/replies/first-name'
import { replyTone, type SavedReply, type SuggestedReply } from '../../../../shared/features/replies/replies.schema'
import { fillReply, fitOrder, fitsLanguage } from '../../../../shared/features/replies/reply-text'
import type { VariableFacts } from '../../../../shared/features/texts/variables'
import type { CallContext, Reader } from '../../context'
import { presentAssets } from '../assets'
import { listTexts } from '../texts'
import { findAnswered, findChannelOf, type Answered } from './answered.queries'
import { listReplies } from './replies.repository'

type Picture = SuggestedReply['picture']

/** Pictures that go with replies, by the id of the asset; those in the trash are not there. */
export async function picturesOf(context: CallContext, db: Reader, clientId: string, replies: readonly SavedReply[]): Promise<Map<string, Picture>> {
  const ids = [...new Set(replies.flatMap(({ assetId }) => (assetId === null ? [] : [assetId])))]
  if (ids.length === 0) return new Map()
  const rows = (await db('asset').whereIn('id', ids).whereNull('trashed_at')) as Parameters<typeof presentAssets>[3]
  const assets = await presentAssets(context, db, clientId, rows)
  return new Map(assets.map(({ id, title, thumbnailUrl, altText }) => [id, { assetId: id, name: title, thumbnailUrl, alt: altText }]))
}

async function factsFor(db: Reader, clientName: string, { network, channelId, name }: Answered): Promise<{ facts: VariableFacts; channel: Awaited<ReturnType<typeof findChannelOf>> }> {
  const channel = await findChannelOf(db, channelId)
  const known = networkIdSchema.safeParse(network)
  const link = channel && (channel.link || (known.success ? profileLink(known.data, channel.handle) : ''))
  const { variables } = await listTexts(db)
  return { channel, facts: { client: { name: clientName }, variables, person: { name, firstName: firstNameOf(name) }, ...(channel && { channel: { name: channel.name, handle: channel.handle, link: link ?? '' } }) } }
}

/** @throws AppError `not-found.conversation` */
export async function suggestReplies(context: CallContext, { clientId, conversationId }: AppInputs['replies']['suggest']): Promise<AppOutputs['replies']['suggest']> {
  const workspace = await context.workspace(clientId)
  const { reader } = workspace
  const { name: clientName, languages } = await workspace.profile()
  const answered = await findAnswered(reader, conversationId)
  const { facts, channel } = await factsFor(reader, clientName, answered)
  const wanted = { language: answered.language || channel?.language || (languages[0] ?? ''), tone: replyTone.safeParse(channel?.formality).data ?? 'any' }
  const replies = await listReplies(reader)
  const pictures = await picturesOf(context, reader, clientId, replies)
  return {
    replies: fitOrder(replies, wanted).map((reply) => ({
      ...reply, ...fillReply(reply.text, facts), fitsLanguage: fitsLanguage(reply.language, wanted.language), fitsTone: wanted.tone === 'any' || reply.tone === 'any' || reply.tone === wanted.tone,
      picture: pictures.get(reply.assetId ?? '') ?? null
    }))
  }
}
