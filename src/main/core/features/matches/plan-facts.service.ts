import { networkIds, type NetworkId } from '../../../../shared/channels/catalog.schema'
import { AppError } from '../../../../shared/errors/app-error'
import { readPermalink } from '../../../../shared/features/hand-off/permalink'
import { canBecome } from '../../../../shared/features/posts/post-states'
import type { PostFormat } from '../../../../shared/features/posts/posts.schema'
import { wallTimeOf } from '../../../../shared/time'
import type { CoreServices, Tx } from '../../context'
import { getVariants, insertPosts, nameOf, type PostContext, setVariantStates, type VariantRow } from '../posts'
import { type CandidateRow, listCandidates, listSubjectRows, type SubjectRow } from './matches.queries'
import { confirmPair, requireSubjects } from './matches.repository'

const isNetwork = (network: string): network is NetworkId => (networkIds as readonly string[]).includes(network)

/** The address as it is kept; empty when it is none of this network. */
function addressOf(subject: Pick<SubjectRow, 'network' | 'permalink'>, channel: { handle: string; link: string }): string {
  if (subject.permalink === '' || !isNetwork(subject.network)) return ''
  return readPermalink(subject.permalink, subject.network, channel).url ?? ''
}

export const isMatched = ({ match }: Pick<CandidateRow, 'match'>): boolean => match === 'confirmed' || match === 'sure'

/** The file knows an address or a time of publishing that the post of the plan lacks. */
export const offersFacts = (subject: SubjectRow, variant: CandidateRow | undefined): boolean =>
  variant !== undefined && isMatched(variant) &&
  ((variant.permalink === '' && subject.permalink !== '') || (variant.published_at === null && subject.published_at !== '' && (variant.state === 'published' || canBecome(variant.state as VariantRow['state'], 'published'))))

/**
 * Gives matched posts of the plan the address and the time of publishing that the file has; what they have themselves stays.
 * @returns how many changed
 */
export async function takeOverFacts(tx: Tx, core: Pick<CoreServices, 'now'>, subjectIds: readonly number[]): Promise<number> {
  const pairs = (await listCandidates(tx, subjectIds)).filter(isMatched)
  const subjects = new Map((await listSubjectRows(tx, subjectIds)).map((row) => [row.id, row]))
  const variants = new Map((await getVariants(tx, pairs.map(({ variant_id }) => variant_id))).map((row) => [row.id, row]))
  let changed = 0
  for (const pair of pairs) {
    const [subject, variant] = [subjects.get(pair.subject_id), variants.get(pair.variant_id)]
    if (!subject || !variant || !offersFacts(subject, pair)) continue
    const channel = (await tx('channel').where({ id: variant.channel_id }).first('handle', 'link')) as { handle: string; link: string }
    const permalink = variant.permalink || addressOf(subject, channel)
    if (variant.state === 'published') {
      await tx('variant').where({ id: variant.id }).update({ permalink, published_at: variant.published_at ?? (subject.published_at || null) })
    } else if (canBecome(variant.state, 'published') && variant.planned_instant !== null) {
      await setVariantStates(tx, core, [{ variantId: variant.id, state: 'published', at: subject.published_at || core.now(), permalink }])
    } else {
      await tx('variant').where({ id: variant.id }).update({ permalink })
    }
    changed += 1
  }
  return changed
}

const formats: Readonly<Record<string, PostFormat>> = {
  reel: 'reel', story: 'story', carousel: 'carousel', video: 'video', short: 'short', document: 'document', article: 'article'
}

/** The first line, as a post is called by people. */
const titleOf = (subject: SubjectRow): string => subject.title || nameOf({ title: '', text: subject.text.split('\n', 1)[0] ?? '' })

/**
 * Makes published posts of the plan of posts of networks, and confirms each pair.
 * @throws AppError `not-found.subject`, `conflict.subject-planned`, `conflict.subject-without-channel`
 */
export async function addToPlan(tx: Tx, ctx: PostContext, subjectIds: readonly number[]): Promise<string[]> {
  await requireSubjects(tx, subjectIds)
  const subjects = await listSubjectRows(tx, subjectIds)
  const taken = (await listCandidates(tx, subjectIds)).find(isMatched)
  const planned = subjects.find(({ id }) => id === taken?.subject_id)
  if (planned) throw new AppError('conflict.subject-planned', { title: titleOf(planned) })
  const channels = new Map(((await tx('channel').select('id', 'handle', 'link')) as { id: string; handle: string; link: string }[]).map((row) => [row.id, row]))
  const drafts = subjects.map((subject) => {
    const channel = channels.get(subject.channel_id)
    if (!channel) throw new AppError('conflict.subject-without-channel', { title: titleOf(subject) })
    const publishedAt = subject.published_at || ctx.now()
    const { date, time } = wallTimeOf(publishedAt, ctx.zone)
    const variant = {
      channelId: channel.id, format: formats[subject.format] ?? 'feed', state: 'published' as const, publishedAt, permalink: addressOf(subject, channel)
    }
    return { title: titleOf(subject), text: subject.text, planned: { date, time }, variants: [variant] }
  })
  const postIds = await insertPosts(tx, { ...ctx, pick: 'earlier' }, drafts)
  for (const [index, postId] of postIds.entries()) {
    const variant = (await tx('variant').where({ post_id: postId }).first('id')) as { id: string }
    const subject = subjects[index]
    if (subject) await confirmPair(tx, { subjectId: subject.id, variantId: variant.id }, ctx.newId)
  }
  return postIds
}
