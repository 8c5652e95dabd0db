import { planEvergreen, type EvergreenPost, type PlannedRepeat } from '../../../../shared/calendar'
import { addDays, startOfDay, type PlainDate } from '../../../../shared/time'
import type { AppOutputs } from '../../../../shared/contract'
import type { Reader, Tx } from '../../context'
import { getPost, insertPosts, type PostContext, type PostDraft, variantsOf } from '../posts'
import { draftOf } from './copy-draft'
import { type Evergreen, findEvergreen, listActiveEvergreens, listAppearances } from './evergreen.repository'
import { type ChannelSlots, listChannelSlots, slotSearch } from './slots.service'

const noPictures = () => ''

/** How a post is set to come again, how often it has, and from which day it may. */
export async function readEvergreen(db: Reader, postId: string): Promise<AppOutputs['calendar']['getEvergreen']['evergreen']> {
  const evergreen = await findEvergreen(db, postId)
  if (!evergreen) return null
  const { cooldownDays, maxRepeats, texts, active } = evergreen
  const { days, repeats } = await listAppearances(db, postId)
  const last = days.at(-1)
  const waits = active && repeats < maxRepeats && last !== undefined
  return { cooldownDays, maxRepeats, texts, active, used: repeats, nextOn: waits ? addDays(last, cooldownDays) : null }
}

interface Candidate extends EvergreenPost {
  channelId: string
}

async function toCandidate(tx: Tx, { postId, cooldownDays, maxRepeats, texts }: Evergreen, slots: ReadonlyMap<string, ChannelSlots>): Promise<Candidate[]> {
  const channel = (await variantsOf(tx, postId)).find(({ channel_id }) => slots.has(channel_id))
  if (!channel) return []
  const { pillarId } = await getPost(tx, noPictures, postId)
  const { days } = await listAppearances(tx, postId)
  return [{ id: postId, pillarId, cooldownDays, maxRepeats, texts, appearances: days, channelId: channel.channel_id }]
}

/** The post with the wording whose turn it is; another wording takes the place of the channels' own. */
async function repeatDraft(tx: Tx, repeat: PlannedRepeat, zone: string, texts: readonly string[]): Promise<PostDraft> {
  const draft = draftOf(await getPost(tx, noPictures, repeat.id))
  const planned = { date: repeat.date, time: repeat.time, zone }
  const text = repeat.textIndex === 0 ? undefined : texts[repeat.textIndex - 1]
  const words = text === undefined ? {} : { text, variants: draft.variants?.map((variant) => ({ ...variant, text: null, parts: null })) ?? [] }
  return { ...draft, ...words, planned, recycleOf: repeat.id }
}

const later = (one: string, other: string): string => (one > other ? one : other)
const justBefore = (day: PlainDate, zone: string): string => new Date(Date.parse(startOfDay(day, zone)) - 1).toISOString()

/**
 * Puts posts that have rested into the free slots of days to come, as drafts. Each goes out on all its channels, at a time of
 * the first that has slots.
 * @returns how many were made
 */
export async function recycle(tx: Tx, ctx: PostContext, days: { first: PlainDate; last: PlainDate }, after: string): Promise<number> {
  const channels = new Map((await listChannelSlots(tx, ctx.zone)).filter(({ slots }) => slots.length > 0).map((one) => [one.channelId, one]))
  const candidates: Candidate[] = []
  for (const evergreen of await listActiveEvergreens(tx)) candidates.push(...(await toCandidate(tx, evergreen, channels)))
  const drafts: PostDraft[] = []
  for (const channel of channels.values()) {
    const own = candidates.filter(({ channelId }) => channelId === channel.channelId)
    if (own.length === 0) continue
    const search = await slotSearch(tx, channel, later(after, justBefore(days.first, channel.zone)))
    for (const repeat of planEvergreen(own, search, days.last)) {
      drafts.push(await repeatDraft(tx, repeat, channel.zone, own.find(({ id }) => id === repeat.id)?.texts ?? []))
    }
  }
  await insertPosts(tx, { ...ctx, pick: ctx.pick ?? 'later' }, drafts)
  return drafts.length
}
