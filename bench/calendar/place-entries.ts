/** The rules by which the page places what it was answered. */
export { dayCell, daysInView, listDays, monthRows, rangeOfView, weekRow } from '../../src/shared/calendar'
