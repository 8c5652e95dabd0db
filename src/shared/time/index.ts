export { addDays, addMonths, daysBetween, eachDay, isDate, isoWeekOf, weekdayOf, type PlainDate, type Weekday } from './plain-date'
export {
  instantOf, isClockTime, resolveWallTime, todayIn, wallTimeOf,
  type ClockTime, type Disambiguation, type Instant, type ResolvedWallTime, type WallMoment, type WallTime
} from './wall-time'
export { clockChanges, isZone, offsetMinutes, offsetOf, zoneDifference, zoneNamed, type ClockChange } from './zones'
export { zoneClock, zoneOffsets } from './zone-clock'
export { isWithin, rangeOfDays, startOfDay, type InstantRange } from './date-range'
export {
  monthGrid, monthOf, startOfWeek, WEEK_STARTS, weekdaysFrom, weekNumberOf, weekOf, type GridWeek, type WeekStart
} from './month-grid'
