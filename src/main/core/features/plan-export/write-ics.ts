import ICAL from 'ical.js'
import { findNetwork } from '../../../../shared/channels/catalog'
import { toLines, type PlanLine, type PlanRow } from '../../../../shared/features/plan-export/plan-row'
import type { PdfWords } from './pdf-words'

/** How long a post stands in a calendar: long enough to be seen, and to be clicked. */
const MINUTES = 15

function textOf(line: PlanLine): string {
  return [line.text, line.link, line.firstComment, line.permalink].filter((part) => part.trim() !== '').join('\n\n')
}

function summaryOf({ channels, title, text, frozen }: PlanLine, { t }: PdfWords): string {
  const networks = [...new Set(channels.map(({ network }) => findNetwork(network)?.name ?? network))].join(', ')
  const name = title.trim() || text.replaceAll(/\s+/g, ' ').trim().slice(0, 80)
  return [frozen ? t('planExport.frozen') : '', networks, name].filter((part) => part !== '').join(': ')
}

function toEvent(line: PlanLine, number: number, stamp: ICAL.Time, words: PdfWords): ICAL.Component {
  const start = ICAL.Time.fromJSDate(new Date(line.planned.instant), true)
  const end = start.clone()
  end.addDuration(ICAL.Duration.fromSeconds(MINUTES * 60))
  const event = new ICAL.Component('vevent')
  // The same post is the same entry when the file is read again.
  event.addPropertyWithValue('uid', `${line.postId}${number === 1 ? '' : `-${number}`}@greenroom`)
  event.addPropertyWithValue('dtstamp', stamp)
  event.addPropertyWithValue('dtstart', start)
  event.addPropertyWithValue('dtend', end)
  event.addPropertyWithValue('summary', summaryOf(line, words))
  if (line.frozen) event.addPropertyWithValue('status', 'TENTATIVE')
  const description = textOf(line)
  if (description !== '') event.addPropertyWithValue('description', description)
  const categories = [line.pillar?.name ?? '', line.campaign, ...line.labels].filter((name) => name !== '')
  if (categories.length > 0) {
    const property = new ICAL.Property('categories', event)
    property.setValues(categories)
    event.addProperty(property)
  }
  if (line.permalink !== '') event.addPropertyWithValue('url', line.permalink)
  return event
}

/** The plan as an iCalendar file, times in UTC: every calendar shows them by its own clock. */
export function calendarOf(name: string, rows: readonly PlanRow[], now: string, words: PdfWords): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Greenroom//Plan//EN')
  calendar.addPropertyWithValue('x-wr-calname', name)
  const stamp = ICAL.Time.fromJSDate(new Date(now), true)
  const numbers = new Map<string, number>()
  for (const line of toLines(rows)) {
    const number = (numbers.get(line.postId) ?? 0) + 1
    numbers.set(line.postId, number)
    calendar.addSubcomponent(toEvent(line, number, stamp, words))
  }
  return `${calendar.toString()}\r\n`
}
