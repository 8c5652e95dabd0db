export { groupByDay, placeEntries, type Placeable, type Placed } from './placing'
export {
  CALENDAR_VIEWS, dayCell, dayOfDays, daysInView, daysOf, listDays, listOfDays, monthOfDays, monthRows, rangeOfView, stepView, weekOfDays, weekRow,
  type CalendarLook, type CalendarView, type DayCell, type Days, type WeekRow
} from './views'
export { clockTimeOf, layDay, minutesOf, type LanedEntry } from './day-lanes'
export { layBars, type BarPiece, type DayBar } from './bars'
export { dropOnDay, dropOnTime, shiftDays, swapTimes, type Move, type PlannedTime } from './moving'
export { emptySlots, freeSlots, nextFreeSlot, SLOT_HORIZON, slotsForPillar, slotTaker, type FreeSlot, type PostingSlot, type SlotSearch } from './slots'
export { fillQueue, reorderQueue, type FilledQueue, type QueuedPost, type QueuePlace } from './queues'
export { planEvergreen, type EvergreenPost, type PlannedRepeat } from './evergreen'
export { MAX_COUNT, MAX_SPAN, nextOccurrence, occurrences, rulePartsOf, ruleProblem, splitRecurrence, type Recurrence, type RuleProblem } from './recurrence'
export { movedRepeat, proposedRepeats, repeatOf, ruleOf, type Nth, type Repeat } from './repeat'
export { countryOfZone } from './holidays/country-of-zone'
export { holidayName } from './holidays/holiday-name'
export { HOLIDAY_COUNTRIES, holidaysBetween, type Holiday, type HolidayCountry, type HolidayType } from './holidays'
