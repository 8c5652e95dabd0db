import { wallTimeOf } from '../../time'
import type { PlanNote } from './plan-export.contract'
import type { PlanRow } from './plan-row'

/** A form of another planner for one channel; `header` null where the planner wants none. */
export interface BulkForm {
  header: string[] | null
  rows: string[][]
  notes: PlanNote[]
}

interface Options {
  now: string
  dayOrder: 'month-first' | 'day-first'
}

/** Lines that Hootsuite takes at a time, by its help pages. */
export const HOOTSUITE_ROWS = 350
/** The clock that Meta's exports are written by, whatever the language of the page. */
const META_ZONE = 'America/Los_Angeles'

/** Other planners refuse a file with a time that is past. */
const ahead = (rows: readonly PlanRow[], now: string): PlanRow[] => rows.filter(({ planned }) => planned.instant > now)

const note = (kind: PlanNote['kind'], count: number): PlanNote[] => (count > 0 ? [{ kind, count }] : [])
const withPictures = (rows: readonly PlanRow[]) => rows.filter(({ media }) => media.length > 0).length
const slashed = (date: string, order: Options['dayOrder']) => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return (order === 'month-first' ? [month, dayOfMonth, year] : [dayOfMonth, month, year]).join('/')
}
const withLink = ({ text, link }: PlanRow) => (link === '' || text.includes(link) ? text : `${text}\n\n${link}`.trim())

/** Buffer: a header, the day as `YYYY-MM-DD HH:mm`, pictures as public addresses, which a file on disk does not have. */
export function bufferForm(all: readonly PlanRow[], { now }: Options): BulkForm {
  const rows = ahead(all, now)
  return {
    header: ['Text', 'Image URL', 'Tags', 'Posting Time'],
    rows: rows.map((row) => [withLink(row), '', row.labels.map((name) => name.replaceAll(',', ' ')).join(','), `${row.planned.date} ${row.planned.time}`]),
    notes: [...note('past', all.length - rows.length), ...note('pictures-apart', withPictures(rows))]
  }
}

/** Hootsuite: no header; time, message, link. It takes minutes in fives. */
export function hootsuiteForm(all: readonly PlanRow[], { now, dayOrder }: Options): BulkForm {
  const rows = ahead(all, now)
  const odd = rows.filter(({ planned }) => Number(planned.time.slice(3)) % 5 !== 0).length
  return {
    header: null,
    rows: rows.map((row) => [`${slashed(row.planned.date, dayOrder)} ${row.planned.time}`, row.text, row.link]),
    notes: [...note('past', all.length - rows.length), ...note('minutes', odd), ...note('pictures-apart', withPictures(rows))]
  }
}

/** Meta publishes no form for posts: this one has the columns of its own export, by the clock that export is written by. */
export function metaForm(all: readonly PlanRow[], { now }: Options): BulkForm {
  const rows = ahead(all, now)
  return {
    header: ['Page name', 'Post type', 'Title', 'Description', 'Publish time', 'Link', 'Media', 'Alt text', 'First comment'],
    rows: rows.map((row) => {
      const { date, time } = wallTimeOf(row.planned.instant, META_ZONE)
      return [
        row.channel, row.format ?? '', row.title, row.text, `${slashed(date, 'month-first')} ${time}`, row.link,
        row.media.map(({ fileName }) => fileName).join(', '), row.media.map(({ altText }) => altText).join(' | '), row.firstComment
      ]
    }),
    notes: [{ kind: 'no-template', count: 1 }, ...note('past', all.length - rows.length), ...note('pictures-apart', withPictures(rows))]
  }
}

/** Cut into files that the planner takes. */
export function inParts<T>(rows: readonly T[], most: number): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < rows.length; start += most) parts.push(rows.slice(start, start + most))
  return parts.length > 0 ? parts : [[]]
}
