/** The rules by which the page places what it was answered. */
export { entriesOf } from '../../src/shared/features/calendar/calendar-entries'
export { dayCell, daysInView, listDays, monthRows, rangeOfView, weekRow } from '../../src/shared/calendar'
