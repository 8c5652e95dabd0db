/** How large pages are drawn: as wide as the room, whole, or a share of their size on paper. */
export type Zoom = 'width' | 'page' | number

export interface Room {
  width: number
  height: number
}

/** Pixels of the screen for a point of the page at 100 %. */
export const PIXELS_PER_POINT = 96 / 72
/** Room around the pages. */
export const AROUND = 32
const steps: readonly number[] = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3]

/** Pixels of the screen for a point of the page. */
export function scaleOf(zoom: Zoom, page: Room, room: Room): number {
  if (typeof zoom === 'number') return zoom * PIXELS_PER_POINT
  const wide = Math.max(120, room.width - 2 * AROUND) / page.width
  if (zoom === 'width') return wide
  return Math.min(wide, Math.max(120, room.height - 2 * AROUND) / page.height)
}

/** The next step above or below what is shown now. */
export function zoomStep(shown: number, direction: 1 | -1): number {
  const now = shown / PIXELS_PER_POINT
  const next = direction === 1 ? steps.find((step) => step > now + 0.01) : steps.findLast((step) => step < now - 0.01)
  return next ?? (direction === 1 ? (steps.at(-1) ?? 1) : (steps[0] ?? 1))
}

/** Where each section begins: the page, and how far below its top in points. */
export interface SectionPlace {
  id: string
  page: number
  top: number
}

export function sectionPlaces(startsAt: Readonly<Record<string, number>>, tops: Readonly<Record<string, number>>): SectionPlace[] {
  return Object.entries(startsAt).map(([id, page]) => ({ id, page, top: tops[id] ?? 0 })).sort((a, b) => a.page - b.page || a.top - b.top)
}

/** Height of a heading above the place it is known by, in points. */
const HEADING = 44

/** The section that stands at a place of a page; undefined before the first. */
export function sectionAt(places: readonly SectionPlace[], page: number, y: number): string | undefined {
  return places.findLast((place) => place.page < page || (place.page === page && place.top - HEADING <= y))?.id ?? places[0]?.id
}
