import type { MatchReason } from './match-reasons'
import { textShare, toMatchText, type MatchText } from './match-text'

/** A post as a network's export tells it. Times are ISO 8601 in UTC; empty where unknown. */
export interface NetworkPost {
  subjectId: number
  network: string
  /** Empty where the channel is not known. */
  channelId: string
  /** The network's id of the post, where it has one. */
  key: string
  permalink: string
  publishedAt: string
  text: string
}

/** A post of the plan as it goes out on one channel. */
export interface PlannedPost {
  variantId: string
  network: string
  channelId: string
  permalink: string
  /** When it went out, else when it is planned. */
  at: string
  text: string
}

export interface PostMatch {
  subjectId: number
  variantId: string
  state: 'sure' | 'doubtful'
  /** 0 to 1. */
  score: number
  reasons: MatchReason[]
}

/** From here on, and ahead of every other candidate by `MARGIN`, a match needs no person. */
const SURE = 0.8
const DOUBTFUL = 0.45
const MARGIN = 0.12
const MOST_DOUBTFUL = 3

const MINUTE = 60_000
const DAY = 24 * 60
/** Further apart it is another post, whatever it says: texts come again. */
const FURTHEST = 4 * DAY
/** The largest difference of two zones. */
const ZONES = 14 * 60

/** What stays of an address once hosts, protocols and tracking are taken off. */
export function plainLink(link: string): string {
  const bare = link.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/^(?:www|m|web|mobile)\./, '')
  const video = /^youtube\.com\/watch\?(?:.*&)?v=([\w-]+)/.exec(bare)?.[1] ?? /^(?:youtu\.be|youtube\.com\/shorts)\/([\w-]+)/.exec(bare)?.[1]
  if (video !== undefined) return `youtube/${video}`
  return bare.replace(/^twitter\.com\//, 'x.com/').replace(/^(instagram\.com)\/[^/]+\/(p|reel|tv)\//, '$1/$2/').replace(/^(instagram\.com)\/(?:reel|tv)\//, '$1/p/').replace(/[?#].*$/, '').replace(/\/+$/, '')
}

const idsIn = (link: string): string[] => link.match(/[\w-]{8,}|\d{6,}/g) ?? []

/** Minutes apart as a likelihood; whole hours apart may be nothing but a zone that the file does not say. */
function timeScore(minutes: number): number {
  if (minutes <= 10) return 1
  const beyondHour = minutes % 30
  const zoned = minutes <= ZONES && Math.min(beyondHour, 30 - beyondHour) <= 3 ? 0.8 : 0
  const near = minutes <= 90 ? 0.9 : minutes <= DAY ? 0.65 : minutes <= 2 * DAY ? 0.4 : 0.2
  return Math.max(zoned, near)
}

interface Ready {
  text: MatchText
  link: string
  time: number
}
const ready = (text: string, link: string, at: string): Ready => ({ text: toMatchText(text), link: link === '' ? '' : plainLink(link), time: at === '' ? NaN : Date.parse(at) })

interface Scored {
  score: number
  reasons: MatchReason[]
  certain: boolean
}

function compare(post: NetworkPost, a: Ready, planned: PlannedPost, b: Ready): Scored | undefined {
  if (a.link !== '' && a.link === b.link) return { score: 1, reasons: [{ kind: 'permalink' }], certain: true }
  if (post.key.length >= 6 && idsIn(planned.permalink).includes(post.key)) return { score: 1, reasons: [{ kind: 'id' }], certain: true }
  const minutes = Math.round(Math.abs(a.time - b.time) / MINUTE)
  const share = textShare(a.text, b.text)
  if (Number.isNaN(minutes)) return share !== undefined && share >= 0.9 ? { score: 0.6 * share, reasons: [{ kind: 'text', share: round(share) }], certain: false } : undefined
  if (minutes > FURTHEST) return undefined
  const time = timeScore(minutes)
  const when: MatchReason = { kind: 'time', minutes }
  // Without words there is the time alone, which two posts of a day may share.
  if (share === undefined) return minutes <= DAY ? { score: 0.7 * time, reasons: [when], certain: false } : undefined
  return { score: 0.65 * share + 0.35 * time, reasons: [{ kind: 'text', share: round(share) }, when], certain: false }
}

const round = (value: number): number => Math.round(value * 100) / 100

interface Pair extends Scored {
  subjectId: number
  variantId: string
}

export interface MatchInput {
  posts: readonly NetworkPost[]
  planned: readonly PlannedPost[]
  /** Pairs that a person turned down. */
  rejected: ReadonlySet<string>
}
export const pairKey = (subjectId: number, variantId: string): string => `${subjectId} ${variantId}`

/** Plans of one network in the order of time, to look up those around a moment. */
class Calendar {
  private readonly sorted: { planned: PlannedPost; prepared: Ready }[]
  private readonly timeless: { planned: PlannedPost; prepared: Ready }[]
  private readonly byLink = new Map<string, { planned: PlannedPost; prepared: Ready }[]>()

  constructor(planned: readonly PlannedPost[]) {
    const all = planned.map((one) => ({ planned: one, prepared: ready(one.text, one.permalink, one.at) }))
    this.timeless = all.filter(({ prepared }) => Number.isNaN(prepared.time))
    this.sorted = all.filter(({ prepared }) => !Number.isNaN(prepared.time)).sort((a, b) => a.prepared.time - b.prepared.time)
    for (const one of all) for (const link of [one.prepared.link, ...idsIn(one.planned.permalink)]) if (link !== '') this.byLink.set(link, [...(this.byLink.get(link) ?? []), one])
  }

  around(post: NetworkPost, { time, link }: Ready): { planned: PlannedPost; prepared: Ready }[] {
    const linked = [...(this.byLink.get(link) ?? []), ...(this.byLink.get(post.key) ?? [])]
    if (Number.isNaN(time)) return [...new Set([...linked, ...this.sorted, ...this.timeless])]
    const from = this.firstFrom(time - FURTHEST * MINUTE)
    const near: typeof this.sorted = []
    for (let at = from; at < this.sorted.length; at += 1) {
      const one = this.sorted[at]
      if (!one || one.prepared.time > time + FURTHEST * MINUTE) break
      near.push(one)
    }
    return [...new Set([...linked, ...near])]
  }

  private firstFrom(time: number): number {
    let [low, high] = [0, this.sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sorted[middle]?.prepared.time ?? Infinity) < time) low = middle + 1
      else high = middle
    }
    return low
  }
}

function pairsOf({ posts, planned, rejected }: MatchInput): Pair[] {
  const networks = new Map<string, PlannedPost[]>()
  for (const one of planned) networks.set(one.network, [...(networks.get(one.network) ?? []), one])
  const calendars = new Map([...networks].map(([network, all]) => [network, new Calendar(all)]))
  return posts.flatMap((post) => {
    const prepared = ready(post.text, post.permalink, post.publishedAt)
    const near = calendars.get(post.network)?.around(post, prepared) ?? []
    return near.flatMap((one): Pair[] => {
      if (post.channelId !== '' && one.planned.channelId !== post.channelId) return []
      if (rejected.has(pairKey(post.subjectId, one.planned.variantId))) return []
      const scored = compare(post, prepared, one.planned, one.prepared)
      return scored && scored.score >= DOUBTFUL ? [{ ...scored, subjectId: post.subjectId, variantId: one.planned.variantId }] : []
    })
  })
}

const grouped = <K>(pairs: readonly Pair[], keyOf: (pair: Pair) => K): Map<K, Pair[]> => {
  const groups = new Map<K, Pair[]>()
  for (const pair of pairs) {
    const group = groups.get(keyOf(pair))
    if (group) group.push(pair)
    else groups.set(keyOf(pair), [pair])
  }
  return groups
}

/** True where no other pair of the post, nor of the plan's post, comes near. */
function stands(pair: Pair, ofSubject: readonly Pair[], ofVariant: readonly Pair[]): boolean {
  const rivals = [...ofSubject, ...ofVariant].filter((other) => other !== pair)
  if (pair.certain) return !rivals.some(({ certain }) => certain)
  return pair.score >= SURE && rivals.every(({ score, certain }) => !certain && pair.score - score >= MARGIN)
}

/**
 * Which posts of a network are which of the plan: by address or id, else by time and words. `sure` pairs have each post once;
 * `doubtful` ones, three a post at most, are for a person to decide.
 */
export function matchPosts(input: MatchInput): PostMatch[] {
  const pairs = pairsOf(input).sort((a, b) => b.score - a.score)
  const bySubject = grouped(pairs, ({ subjectId }) => subjectId)
  const byVariant = grouped(pairs, ({ variantId }) => variantId)
  const sure = pairs.filter((pair) => stands(pair, bySubject.get(pair.subjectId) ?? [], byVariant.get(pair.variantId) ?? []))
  const takenSubjects = new Set(sure.map(({ subjectId }) => subjectId))
  const takenVariants = new Set(sure.map(({ variantId }) => variantId))
  const open = pairs.filter(({ subjectId, variantId }) => !takenSubjects.has(subjectId) && !takenVariants.has(variantId))
  const doubtful = [...grouped(open, ({ subjectId }) => subjectId).values()].flatMap((own) => own.slice(0, MOST_DOUBTFUL))
  const as = (state: PostMatch['state']) => ({ subjectId, variantId, score, reasons }: Pair): PostMatch => ({ subjectId, variantId, state, score: round(score), reasons })
  return [...sure.map(as('sure')), ...doubtful.map(as('doubtful'))]
}
