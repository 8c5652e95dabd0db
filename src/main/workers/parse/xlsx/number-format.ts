/** Formats that Excel has built in and that show a date or a time. */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** True when a number format shows a date: day, month, year, hour or second outside of quotes, colors and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id)
  const bare = code
    .slice(0, 300)
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?![hms])[^\]]*\]/gi, '')
    .replace(/General/gi, '')
  return /[dmyhs]/i.test(bare)
}

const DAY_MS = 86_400_000
const two = (value: number): string => String(value).padStart(2, '0')

/**
 * A day count of Excel as the wall clock shows it: `YYYY-MM-DD`, with ` HH:MM:SS` where there is a time, and `HH:MM:SS`
 * alone for a time without a day. Undefined beyond the years that Excel knows.
 */
export function serialToText(serial: number, date1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined
  const time = new Date(Math.round((serial % 1) * 86_400) * 1000)
  const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`
  if (serial < 1) return clock
  // Excel counts February 29, 1900, a day that never was.
  const leap = !date1904 && serial < 60 ? 1 : 0
  const epoch = Date.UTC(date1904 ? 1904 : 1899, date1904 ? 0 : 11, date1904 ? 1 : 30)
  const carry = time.getTime() >= DAY_MS ? 1 : 0
  const day = new Date(epoch + (Math.floor(serial) + leap + carry) * DAY_MS)
  const date = `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`
  return clock === '00:00:00' ? date : `${date} ${clock}`
}
