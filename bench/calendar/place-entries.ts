/** The rules by which the page places what it was answered. */
export { outlinedEntries } from '../../src/shared/features/calendar/calendar-outline'
export { tilesOf } from '../../src/renderer/features/calendar/calendar-tiles.rules'
export { dayCell, daysInView, listDays, monthRows, rangeOfView, weekRow } from '../../src/shared/calendar'
