import { findNetwork } from '../../../../shared/channels/catalog'
import { toLines, type PlanLine, type PlanRow } from '../../../../shared/features/plan-export/plan-row'
import { variantStatus } from '../../../../shared/features/posts/post-states'
import type { PdfWords } from './pdf-words'
import type { PlanInput } from './plan-job'

export interface ListFacts {
  input: PlanInput
  rows: readonly PlanRow[]
  /** Address below the document's folder of a small picture, by asset. */
  pictures: ReadonlyMap<string, string>
  words: PdfWords
  now: string
}

/** Pictures shown beside a post; the number of the others is said. */
const MOST_PICTURES = 1

function channelsOf({ channels, format }: PlanLine, { t }: PdfWords): string {
  if (channels.length === 0) return t('planExport.pdf.noChannel')
  const names = channels.map(({ name, network }) => `${findNetwork(network)?.name ?? network} (${name})`).join(', ')
  return format === null || format === 'feed' ? names : `${names} · ${format}`
}

function toEntry(line: PlanLine, { pictures, words, now }: ListFacts) {
  const sources = line.media.flatMap(({ assetId, altText, fileName }) => {
    const source = pictures.get(assetId)
    return source ? [{ source, alt: altText.trim() || fileName }] : []
  })
  const status = variantStatus(line, now)
  return {
    time: line.planned.time,
    channels: channelsOf(line, words),
    status: words.t(line.frozen ? 'planExport.frozen' : `calendar.status.${status}`),
    late: line.frozen || status === 'overdue' || status === 'missed',
    title: line.title.trim(),
    text: line.text,
    link: line.link,
    firstComment: line.firstComment.trim() === '' ? null : { label: words.t('planExport.pdf.firstComment'), text: line.firstComment },
    pillar: line.pillar,
    campaign: line.campaign,
    pictures: sources.slice(0, MOST_PICTURES),
    morePictures: sources.length > MOST_PICTURES ? words.t('planExport.pdf.more', { n: sources.length - MOST_PICTURES }) : null
  }
}

/** What `plan-list.typ` is set from: days, and in each its posts in the order of their time. */
export function listData(facts: ListFacts) {
  const { input, rows, words, now } = facts
  const days = new Map<string, PlanLine[]>()
  for (const line of toLines(rows.map((row) => ({ ...row, permalink: '' })))) days.set(line.planned.date, [...(days.get(line.planned.date) ?? []), line])
  const span = `${words.shortDay(input.fromDay)} – ${words.shortDay(input.toDay)} ${input.toDay.slice(0, 4)}`
  return {
    language: words.language,
    client: input.client.name,
    documentTitle: `${input.client.name} · ${span}`,
    title: words.t('planExport.pdf.list'),
    span,
    made: words.t('planExport.pdf.made', { date: words.shortDay(now.slice(0, 10)) }),
    zone: words.t('planExport.pdf.zone', { zone: input.client.zone }),
    page: words.t('planExport.pdf.page', { page: '{page}', pages: '{pages}' }),
    days: [...days].toSorted(([a], [b]) => a.localeCompare(b)).map(([day, lines]) => ({
      title: words.longDay(day),
      count: words.t('planExport.pdf.posts', { n: lines.length }),
      entries: lines.map((line) => toEntry(line, facts))
    }))
  }
}
