import { findNetwork } from '../../../../shared/channels/catalog'
import { toLines, type PlanLine, type PlanRow } from '../../../../shared/features/plan-export/plan-row'
import { variantStatus } from '../../../../shared/features/posts/post-states'
import { addMonths, monthGrid, monthOf } from '../../../../shared/time'
import { networkLetters, type PdfWords } from './pdf-words'
import type { PlanInput } from './plan-job'

export interface CampaignDays {
  name: string
  color: string
  startsOn: string | null
  endsOn: string | null
}

export interface MonthFacts {
  input: PlanInput
  rows: readonly PlanRow[]
  campaigns: readonly CampaignDays[]
  words: PdfWords
  now: string
}

/** Lines of a day that fit, by the number of weeks on the page. A post takes two where there is room, else one. */
const fitting = (weeks: number): number => (weeks > 5 ? 6 : weeks > 4 ? 7 : 9)

const titleOf = ({ title, text }: PlanLine): string => title.trim() || text.replaceAll(/\s+/g, ' ').trim().slice(0, 60)

/** What goes out of a post at one time is one entry, as on the calendar; the state that asks for most is shown. */
function tilesOf(lines: readonly PlanLine[]): PlanLine[] {
  const tiles = new Map<string, PlanLine>()
  for (const line of lines) {
    const key = `${line.postId} ${line.planned.instant}`
    const known = tiles.get(key)
    const state = known && urgency.indexOf(known.state) < urgency.indexOf(line.state) ? known.state : line.state
    tiles.set(key, { ...line, state, frozen: line.frozen || (known?.frozen ?? false), channels: [...(known?.channels ?? []), ...line.channels] })
  }
  return [...tiles.values()]
}

/** From what a person has to see to, to what is done. */
const urgency: readonly PlanLine['state'][] = [
  'missed', 'changes-requested', 'draft', 'in-review', 'approved', 'scheduled', 'handed-over', 'published', 'archived'
]

function toEntry(line: PlanLine, now: string) {
  const networks = [...new Set(line.channels.map(({ network }) => networkLetters[network]))]
  return {
    time: line.planned.time,
    networks: networks.join(' '),
    title: titleOf(line),
    color: line.pillar?.color ?? null,
    status: line.frozen ? 'frozen' : variantStatus(line, now)
  }
}

function monthPage(first: string, lines: readonly PlanLine[], { input, campaigns, words, now }: MonthFacts) {
  const { last } = monthOf(first)
  const grid = monthGrid(first, input.client.weekStart)
  const most = fitting(grid.length)
  const own = lines.filter(({ planned }) => planned.date >= first && planned.date <= last)
  const weeks = grid.map(({ days, week }) => ({
    number: week,
    days: days.map(({ date: day, inMonth }) => {
      const entries = lines.filter(({ planned }) => planned.date === day).map((line) => toEntry(line, now))
      const shown = entries.length > most ? entries.slice(0, most - 1) : entries
      const rest = entries.length - shown.length
      return {
        roomy: entries.length * 2 <= most,
        day: Number(day.slice(8)),
        inMonth,
        entries: shown,
        more: rest > 0 ? words.t('planExport.pdf.more', { n: rest }) : null
      }
    })
  }))
  const bars = campaigns.filter(({ startsOn, endsOn }) => (startsOn ?? '') <= last && (endsOn ?? '9999') >= first)
  const span = ({ startsOn, endsOn }: CampaignDays) => [startsOn, endsOn].map((day) => (day ? words.shortDay(day) : '…')).join(' – ')
  const networks = [...new Set(own.flatMap(({ channels }) => channels.map(({ network }) => network)))]
  return {
    title: words.month(first),
    count: words.t('planExport.pdf.posts', { n: own.length }),
    frozen: own.some(({ frozen }) => frozen) ? words.t('planExport.frozen') : null,
    weekdays: (grid[0]?.days ?? []).map(({ date }) => words.weekday(date)),
    weeks,
    campaigns: bars.map((bar) => ({ name: bar.name, color: bar.color, days: span(bar) })),
    legend: networks.map((network) => ({ letters: networkLetters[network], name: findNetwork(network)?.name ?? network })),
    pillars: [...new Map(own.flatMap(({ pillar }) => (pillar ? [[pillar.name, pillar] as const] : []))).values()]
  }
}

/** What `plan-month.typ` is set from: a page a month that the days touch. */
export function monthData(facts: MonthFacts) {
  const { input, rows, words, now } = facts
  const lines = tilesOf(toLines(rows.map((row) => ({ ...row, permalink: '' }))))
  const months: string[] = []
  for (let { first } = monthOf(input.fromDay); first <= input.toDay; first = addMonths(first, 1)) months.push(first)
  return {
    language: words.language,
    client: input.client.name,
    documentTitle: `${input.client.name} · ${words.month(input.fromDay)}`,
    made: words.t('planExport.pdf.made', { date: words.shortDay(now.slice(0, 10)) }),
    zone: words.t('planExport.pdf.zone', { zone: input.client.zone }),
    campaignsTitle: words.t('planExport.pdf.campaigns'),
    months: months.map((first) => monthPage(first, lines, facts))
  }
}
