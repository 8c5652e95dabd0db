import type { ViewName } from './calendar.store'

export type MoveName = 'dayEarlier' | 'dayLater' | 'weekEarlier' | 'weekLater'

/** The keys that move a post, as each view lays out its days: across and down, or one below the other. */
export function moveKeys(view: ViewName): Partial<Record<MoveName, string>> {
  const across = { dayEarlier: 'alt+arrowleft', dayLater: 'alt+arrowright' }
  switch (view) {
    case 'list':
      return { dayEarlier: 'alt+arrowup', dayLater: 'alt+arrowdown', weekEarlier: 'alt+arrowleft', weekLater: 'alt+arrowright' }
    case 'week':
    case 'day':
      return across
    case 'grid':
      return {}
    default:
      return { ...across, weekEarlier: 'alt+arrowup', weekLater: 'alt+arrowdown' }
  }
}
