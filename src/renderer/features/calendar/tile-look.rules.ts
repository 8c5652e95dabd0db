import type { VariantStatus } from '@shared/features/posts/posts.schema'
import { smallPictureUrl } from '../../api'
import type { CalendarTile } from './calendar-tiles.rules'
import { channelMarks, type ChannelMarkRow } from './channel-marks.rules'
import type { TileFace } from './post-faces.rules'
import { statusColors } from './post-status.rules'
import { statusShapes } from './status-shapes'

/** All that is drawn of a tile, as plain values: hundreds are drawn at once, and none of them computes anything. */
export interface TileLook {
  id: string
  postId: string
  name: string
  unnamed: boolean
  /** Clock time in the client's zone. */
  time: string
  /** What is over is calmer; what is late is not. */
  past: boolean
  /** An incident holds it back, or a part of it. */
  frozen: boolean
  status: { word: string; color: string; fill?: string; line?: string }
  marks: ChannelMarkRow
  repeats: boolean
  pillar?: string
  /** The pillar as the edge on the left: a value of `box-shadow`. */
  edge: string
  image?: string
}

/** Where words, names and colors of tiles come from. */
export interface LookSources {
  now: string
  tileStatus(tile: CalendarTile): VariantStatus
  isFrozen(tile: CalendarTile): boolean
  statusWord(status: VariantStatus): string
  networkName(network: string): string
  faceOf(tile: CalendarTile): TileFace
  untitled: string
  timeOf(tile: CalendarTile): string
  networksOf(tile: CalendarTile): string[]
  pillarOf(tile: CalendarTile): { name: string; color: string } | undefined
}

const MARKS = 3

/** How much of a tile there is room for: its marks need more than a narrow one has, its picture a wide one. */
export type TileRoom = 'narrow' | 'middle' | 'wide'

/** @param width pixels of the tile with its border */
export const roomOf = (width: number): TileRoom => (width >= 164 ? 'wide' : width > 114 ? 'middle' : 'narrow')

export function lookOf(tile: CalendarTile, from: LookSources): TileLook {
  const status = from.tileStatus(tile)
  const pillar = from.pillarOf(tile)
  const { name, thumbnailUrl } = from.faceOf(tile)
  return {
    id: tile.id,
    postId: tile.postId,
    name: name || from.untitled,
    unnamed: name === '',
    time: from.timeOf(tile),
    past: tile.instant < from.now && status !== 'overdue' && status !== 'due',
    frozen: from.isFrozen(tile),
    status: { word: from.statusWord(status), color: statusColors[status], ...statusShapes[status] },
    marks: channelMarks(from.networksOf(tile), MARKS, from.networkName),
    repeats: tile.seriesId !== null,
    pillar: pillar?.name,
    edge: `inset 3px 0 ${pillar?.color ?? 'var(--gr-line-strong)'}`,
    image: smallPictureUrl(thumbnailUrl)
  }
}
