const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3600], ['minute', 60]]

/** How long ago an instant was, in words: `2 minutes ago`; `now` within the last minute. Empty for no instant. */
export function agoOf(instant: string, now: Date, locale: string): string {
  const seconds = (now.getTime() - Date.parse(instant)) / 1000
  if (Number.isNaN(seconds)) return ''
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, length] = steps.find(([, size]) => seconds >= size) ?? ['second', 0]
  return length === 0 ? words.format(0, 'second') : words.format(-Math.floor(seconds / length), unit)
}
