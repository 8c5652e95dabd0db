import { addDays, instantOf } from '../../../../../shared/time'
import { around, chance } from './chance'
import type { PieceFormat, QuarterPost } from './quarter-definition'

/** Networks of the demo client that give exports of figures. */
export const measuredNetworks = ['instagram', 'facebook', 'x', 'linkedin'] as const
export type MeasuredNetwork = (typeof measuredNetworks)[number]
export const isMeasured = (slug: string): slug is MeasuredNetwork => measuredNetworks.some((one) => one === slug)

/** One post on one network, as that network knows it. */
export interface Piece {
  network: MeasuredNetwork
  /** The network's own id. */
  id: string
  permalink: string
  /** Instant in UTC. */
  publishedAt: string
  format: PieceFormat
  pillar: string
  title: string
  text: string
}

const X_EPOCH = 1_288_834_974_657n
/** The ids of X and LinkedIn hold the time they were given out at. */
const fromTime = (at: string, epoch: bigint, salt: string): string => String(((BigInt(Date.parse(at)) - epoch) << 22n) + BigInt(Math.floor(chance('low', salt) * 4_000_000)))
const digits = (length: number, salt: string): string => Array.from({ length }, (_, at) => String(Math.floor(chance(salt, at) * 9) + 1)).join('')
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const code = (salt: string): string => `D${Array.from({ length: 10 }, (_, at) => LETTERS[Math.floor(chance(salt, 'code', at) * LETTERS.length)] ?? 'a').join('')}`

function addressOf(network: MeasuredNetwork, format: PieceFormat, at: string, salt: string): { id: string; permalink: string } {
  switch (network) {
    case 'instagram':
      return { id: `18${digits(15, salt)}`, permalink: `https://www.instagram.com/${format === 'reel' ? 'reel' : 'p'}/${code(salt)}/` }
    case 'facebook': {
      const id = `10${digits(14, salt)}`
      return { id, permalink: `https://www.facebook.com/earlyphotomuseum/posts/${id}` }
    }
    case 'x': {
      const id = fromTime(at, X_EPOCH, salt)
      return { id, permalink: `https://x.com/earlyphoto_mus/status/${id}` }
    }
    case 'linkedin': {
      const id = fromTime(at, 0n, salt)
      return { id, permalink: `https://www.linkedin.com/feed/update/urn:li:activity:${id}` }
    }
  }
}

/** Posts go out a little after their time: a person presses the button. */
const lateBy = (salt: string): number => Math.floor(chance('late', salt) * 4) * 60_000

/** What became of a post on the networks that it went out on. */
export function piecesOf(post: QuarterPost, today: string, zone: string): Piece[] {
  const planned = instantOf({ date: addDays(today, post.day), time: post.time }, zone, 'earlier')
  return post.channels.filter(isMeasured).map((network) => {
    const salt = `${network}|${post.title}`
    const publishedAt = new Date(Date.parse(planned) + lateBy(salt) + (post.published?.hours ?? 0) * 3_600_000).toISOString()
    const { format, pillar, title } = post
    const text = post.published?.text ?? post.text
    return { network, ...addressOf(network, format, publishedAt, salt), publishedAt, format, pillar, title, text }
  })
}

const people: Readonly<Record<MeasuredNetwork, number>> = { instagram: 2600, facebook: 1500, x: 820, linkedin: 1150 }
const byFormat: Readonly<Record<PieceFormat, number>> = { feed: 1, carousel: 1.35, reel: 2.2, story: 0.5, text: 0.75 }
const byPillar: Readonly<Record<string, number>> = { collection: 1, making: 1.25, people: 1.2, visit: 0.6, questions: 0.9 }
const likesOf: Readonly<Record<MeasuredNetwork, number>> = { instagram: 0.06, facebook: 0.022, x: 0.014, linkedin: 0.031 }

export interface PieceFigures {
  reach: number
  views: number
  likes: number
  comments: number
  shares: number
  saves: number
  clicks: number
  follows: number
}

/** Figures of a post over its lifetime, as they stood `age` days after it went out; most comes in the first two days. */
export function figuresOf(piece: Piece, age: number): PieceFigures {
  const { network, format, pillar, title } = piece
  const grown = 1 - 0.55 ** Math.max(0.4, age)
  const noise = (least: number, what: string): number => around(least, network, title, what)
  const reach = people[network] * byFormat[format] * (byPillar[pillar] ?? 1) * noise(0.7, 'reach') * grown
  const shared = format === 'reel' ? 3 : format === 'carousel' ? 1.6 : 1
  return {
    reach: Math.round(reach),
    views: Math.round(reach * (1.2 + 0.4 * chance(network, title, 'views'))),
    likes: Math.round(reach * likesOf[network] * noise(0.75, 'likes')),
    comments: Math.round(reach * (pillar === 'questions' ? 0.011 : 0.0025) * noise(0.6, 'comments')),
    shares: Math.round(reach * 0.004 * shared * noise(0.6, 'shares')),
    saves: Math.round(reach * (format === 'carousel' ? 0.016 : 0.006) * noise(0.6, 'saves')),
    clicks: Math.round(reach * (pillar === 'visit' ? 0.02 : 0.006) * noise(0.7, 'clicks')),
    follows: Math.round(reach * 0.0016 * noise(0.5, 'follows'))
  }
}
