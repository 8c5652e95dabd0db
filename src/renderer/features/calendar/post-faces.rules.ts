import type { PostFace } from '@shared/features/calendar/calendar.contract'
import type { CalendarTile } from './calendar-tiles.rules'

/** What a tile shows besides its time and channels. */
export interface TileFace {
  /** Its title, else the first words of its text; may be empty. */
  name: string
  thumbnailUrl: string | null
}

type Faced = Pick<CalendarTile, 'title' | 'entries'>

/** As the first of its channels has it: its own words and picture, else those of the post. */
export function faceOf({ title, entries }: Faced, face: PostFace | undefined): TileFace {
  if (!face) return { name: title, thumbnailUrl: null }
  const ownOf = (variantId: string | null) => face.own.find((one) => one.variantId === variantId)
  const pictures = entries.map(({ variantId }) => {
    const own = ownOf(variantId)
    return own?.ownMedia ? own.thumbnailUrl : face.thumbnailUrl
  })
  return { name: title || (ownOf(entries[0]?.variantId ?? null)?.excerpt ?? face.excerpt), thumbnailUrl: pictures.find((url) => url !== null) ?? null }
}
