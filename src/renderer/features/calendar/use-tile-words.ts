import type { OutlinedEntry, PostFace } from '@shared/features/calendar/calendar.contract'
import { variantStatus } from '@shared/features/posts/post-states'
import type { VariantStatus } from '@shared/features/posts/posts.schema'
import { hasMessage } from '@shared/i18n'
import { computed } from 'vue'
import { mediaUrl } from '../../api'
import { useFormats } from '../../app'
import { useText } from '../../ui'
import { useCrisisNow } from '../freezes'
import { useCalendar } from './calendar.store'
import type { CalendarTile } from './calendar-tiles.rules'
import { usePlanningLists } from './planning-lists.store'
import { usePostFaces } from './post-faces.store'
import { mostPressing, STATUSES } from './post-status.rules'
import { lookOf, type LookSources, type TileLook } from './tile-look.rules'

/** What is said and shown of a tile, the same in every view. */
export function useTileWords() {
  const { t } = useText()
  const formats = useFormats()
  const calendar = useCalendar()
  const lists = usePlanningLists()
  const faces = usePostFaces()
  const crisis = useCrisisNow()

  const statusOf = (entry: OutlinedEntry): VariantStatus => variantStatus(entry, calendar.now)
  const isFrozen = (tile: CalendarTile): boolean => tile.entries.some((entry) => crisis.isFrozen({ id: entry.variantId, channelId: entry.channelId, state: entry.state }))
  const tileStatus = (tile: CalendarTile): VariantStatus => mostPressing(tile.entries.map(statusOf))
  const nameOf = (tile: CalendarTile): string => faces.nameOf(tile) || t('calendar.untitled')
  const imageOf = (tile: CalendarTile): string | undefined => mediaUrl(faces.tileFace(tile).thumbnailUrl)
  const timeOf = (tile: CalendarTile): string => formats.value.time(tile.instant)
  const networksOf = (tile: CalendarTile): string[] => tile.entries.flatMap((entry) => (entry.network === null ? [] : [entry.network]))
  const colorOf = (tile: CalendarTile): string | undefined => (tile.pillarId === null ? undefined : lists.pillarById.get(tile.pillarId)?.color)

  /** What has to be looked up for every tile is looked up once; the looks last until a word, a name or the minute changes. */
  const looks = computed(() => {
    const words = new Map(STATUSES.map((status) => [status, t(`calendar.status.${status}`)]))
    const names = new Map<string, string>()
    const { now } = calendar
    const { time } = formats.value
    const pillars = lists.pillarById
    const untitled = t('calendar.untitled')
    const frozen = crisis.current.freezes.length > 0
    const sources: LookSources = {
      now,
      networksOf,
      isFrozen: (tile) => frozen && isFrozen(tile),
      tileStatus: (tile) => mostPressing(tile.entries.map((entry) => variantStatus(entry, now))),
      statusWord: (status) => words.get(status) ?? '',
      networkName(network) {
        const key = `ui.network.${network}`
        const name = names.get(network) ?? (hasMessage(key) ? t(key) : network)
        names.set(network, name)
        return name
      },
      faceOf: faces.tileFace,
      untitled,
      timeOf: (tile) => time(tile.instant),
      pillarOf: (tile) => (tile.pillarId === null ? undefined : pillars.get(tile.pillarId))
    }
    return { sources, made: new WeakMap<CalendarTile, { look: TileLook; face: PostFace | undefined }>() }
  })

  function look(tile: CalendarTile): TileLook {
    const { sources, made } = looks.value
    const face = faces.faces.get(tile.postId)
    const known = made.get(tile)
    if (known && known.face === face) return known.look
    const drawn = lookOf(tile, sources)
    made.set(tile, { look: drawn, face })
    return drawn
  }

  return { statusOf, isFrozen, tileStatus, nameOf, imageOf, timeOf, networksOf, colorOf, look }
}

export type TileWords = ReturnType<typeof useTileWords>
