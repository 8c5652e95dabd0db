import type { ChartDefinition } from '../../src/shared/charts/chart-definition'
import { drawChart } from '../../src/shared/charts/chart-drawing'
import { count, ratio } from '../../src/shared/charts/figure-format'
import { seriesColor } from '../../src/shared/charts/palette'
import { parseRichText } from '../../src/shared/features/reports/rich-text'
import type { Block, Card, ReportData, SectionData } from '../../src/shared/reports/report-data'

export const words = { locale: 'en-GB', missing: '–' }

const days = Array.from({ length: 31 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`)
const wave = (index: number, series: number): number => Math.round(900 + 400 * Math.sin(index / 3 + series) + 120 * series + 15 * index)

/** A curve of a month with a gap, a break and an event. */
export const lineChart = (title: string, names: readonly string[] = ['Instagram', 'Facebook', 'LinkedIn']): ChartDefinition => ({
  kind: 'line', title, valueLabel: 'Views a day', categoryLabel: 'Day', unit: count,
  categories: days.map((key, index) => ({ key, label: `${index + 1} October 2026`, short: `${index + 1} Oct` })),
  series: names.map((name, series) => ({
    id: name, name, color: seriesColor(series),
    points: days.map((x, index) => ({ x, y: series === 0 && index > 9 && index < 13 ? null : wave(index, series) }))
  })),
  breaks: [{ x: '2026-10-20', label: 'Impressions became views' }],
  annotations: [{ id: 'a', x: '2026-10-24', until: '2026-10-25', text: 'Open days in the museum' }],
  note: 'Days in Europe/Oslo. 10 to 12 October are in no file of Instagram.'
})

export const barChart = (title: string, horizontal = true): ChartDefinition => ({
  kind: 'bar', title, valueLabel: 'Engagement rate', categoryLabel: 'Pillar', unit: ratio, horizontal, minimumN: 3,
  categories: ['Behind the scenes', 'From the collection', 'Visitors', 'Shop', 'Events'].map((label) => ({ key: label, label })),
  series: [{
    id: 'rate', name: 'Engagement rate', color: 0,
    points: [0.061, 0.048, 0.037, 0.021, 0.044].map((y, index) => ({
      x: ['Behind the scenes', 'From the collection', 'Visitors', 'Shop', 'Events'][index] ?? '', y, n: [12, 18, 9, 2, 6][index], low: y * 0.82, high: y * 1.2
    }))
  }],
  breaks: [], annotations: [], note: '(likes + comments + shares + saves) / reach. Lines: 95 % interval. Gray: fewer than three posts.'
})

export const groupedChart = (title: string): ChartDefinition => ({
  kind: 'bar', title, valueLabel: 'Views', categoryLabel: 'Channel', unit: count,
  categories: ['Instagram', 'Facebook', 'LinkedIn', 'TikTok'].map((label) => ({ key: label, label })),
  series: [
    { id: 'now', name: 'October 2026', color: 0, points: [48_210, 30_120, 9120, 61_300].map((y, index) => ({ x: ['Instagram', 'Facebook', 'LinkedIn', 'TikTok'][index] ?? '', y })) },
    { id: 'before', name: 'September 2026', color: 0, comparison: true, points: [41_900, 33_480, null, 40_100].map((y, index) => ({ x: ['Instagram', 'Facebook', 'LinkedIn', 'TikTok'][index] ?? '', y })) }
  ],
  breaks: [], annotations: []
})

export const heatChart = (title: string): ChartDefinition => ({
  kind: 'heat', title, valueLabel: 'Engagement rate', categoryLabel: 'Hour', unit: ratio, minimumN: 3,
  categories: ['06–10', '10–14', '14–18', '18–22'].map((label) => ({ key: label, label })),
  series: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((name, row) => ({
    id: name, name, color: 0 as const,
    points: ['06–10', '10–14', '14–18', '18–22'].map((x, column) => ({ x, y: row === 2 && column === 1 ? null : 0.01 * (1 + ((row * 3 + column * 5) % 7)), n: (row + column) % 5 }))
  })),
  breaks: [], annotations: []
})

export const chartBlock = (chart: ChartDefinition): Block => ({
  kind: 'chart', title: chart.title, chart, drawing: drawChart(chart, words), alt: `${chart.title}. Highest 2,010, lowest 512.`, note: chart.note ?? null
})

const tile = (label: string, value: string, change: string | null, direction: 'up' | 'down' | 'same' | 'none', note: string | null = null) =>
  ({ label, value, raw: Number(value.replaceAll(/\D/g, '')) || null, unit: count, change, direction, note })

export const tiles: Block = {
  kind: 'tiles', title: null, tiles: [
    tile('Views', '148,750', '+29 % against September', 'up'), tile('Reach', '61,204', '−4 % against September', 'down', 'Sum of the days; people counted more than once'),
    tile('Interactions', '5,120', '+12 % against September', 'up'), tile('Engagement rate', '4.3 %', 'no change', 'same'),
    tile('Followers', '–', null, 'none', 'In none of the files'), tile('New followers', '412', '+8 % against September', 'up'),
    tile('Link clicks', '902', null, 'none', 'Nothing to compare with'), tile('Video views', '38,100', '+61 % against September', 'up')
  ]
}

export const table = (rows: number): Block => ({
  kind: 'table', title: 'All channels', note: '– means: in none of the files.',
  columns: [{ label: 'Channel', align: 'left', share: 3 }, { label: 'Posts', align: 'right', share: 1 }, { label: 'Views', align: 'right', share: 1.4 }, { label: 'Change', align: 'right', share: 1.2 }],
  rows: Array.from({ length: rows }, (_, index) => [
    { text: `Channel number ${index + 1}`, value: null, unit: null }, { text: String(index + 3), value: index + 3, unit: count },
    { text: index === 2 ? '–' : String(1000 + index * 37), value: index === 2 ? null : 1000 + index * 37, unit: count }, { text: '+3 %', value: 0.03, unit: ratio }
  ])
})

export const card = (index: number, source: string | null): Card => ({
  picture: source === null ? null : { source, alt: `Photograph number ${index}` },
  title: index % 4 === 0 ? 'A longer title of a post that runs over two lines, as titles do' : 'Morning light on the boats',
  text: 'The words of a post without a picture stand here instead.', facts: `Instagram · ${index + 1} October 2026`,
  figures: [{ label: 'Interactions', text: '1,204' }, { label: 'Reach', text: '14,900' }, { label: 'Engagement rate', text: '8.1 %' }]
})

export const section = (id: string, kind: SectionData['kind'], title: string, blocks: Block[], text = ''): SectionData => ({ id, kind, title, text: parseRichText(text), blocks })

export const sampleText = `**October was the strongest month of the year.** Films of the harbour carried it.

- TikTok passed Instagram in views for the first time
- Facebook lost reach, as everywhere since the change of 20 October
- Answers came within five hours on average`

/** A report with a section of every kind; `pictures` are addresses below the folder of the document. */
export function sampleReport(pictures: readonly string[], more: Partial<ReportData> = {}): ReportData {
  const cards = Array.from({ length: 6 }, (_, index) => card(index, pictures[index % Math.max(1, pictures.length)] ?? null))
  return {
    version: 1, language: 'en', locale: 'en-GB', title: 'North Gallery – October 2026',
    client: { name: 'North Gallery', color: '#14507a', logo: null },
    agency: { name: 'Harbour Studio', color: '#1d5c44', logo: null, contact: ['Kaigata 4, Bergen', 'hello@harbour.example'] },
    accent: '#14507a', tint: '#d5e3ee',
    period: { label: 'October 2026', days: '1–31 October 2026', compare: 'Compared with September 2026' },
    made: '22 November 2026', paper: 'a4', contents: 'In this report', page: 'Page {page} of {pages}', createdAt: '2026-11-22T08:00:00.000Z',
    sections: [
      section('cover', 'cover', 'Social media report', [{ kind: 'cover', picture: pictures[0] ? { source: pictures[0], alt: 'Boats at a quay' } : null }]),
      section('summary', 'summary', 'Summary', [], sampleText),
      section('goals', 'goals', 'Goals', [{
        kind: 'goals', goals: [
          { name: '15,000 followers on Instagram by the end of the year', status: '12,400 of 15,000', progress: 0.62, percent: '62 %', facts: 'Ends 31 December 2026', alt: '62 % of the way' },
          { name: 'Engagement rate of films', status: '– of 6 %', progress: null, percent: '–', facts: 'In none of the files', alt: 'Not known' }
        ]
      }]),
      section('kpis', 'kpis', 'Key figures', [tiles, chartBlock(lineChart('Views by day'))]),
      section('channels', 'channels', 'Channels', [chartBlock(groupedChart('Views by channel')), table(5)]),
      section('posts', 'posts', 'Top posts', [{ kind: 'cards', title: null, cards }, table(12)]),
      section('pillars', 'pillars', 'Pillars', [chartBlock(barChart('Engagement rate by pillar')), chartBlock(heatChart('Best times'))]),
      section('learnings', 'learnings', 'Learnings', [{
        kind: 'entries', title: null, entries: [
          { title: 'Films of under 20 seconds are watched to the end', parts: [{ label: 'Decision', text: parseRichText('Two short films a week') }, { label: 'Result', text: parseRichText('Watch time up by a third') }], facts: 'Observed 12 October 2026 · kept' }
        ]
      }]),
      section('next', 'next-steps', 'Next steps', [], '1. Plan the exhibition of January\n2. Ask for rights of the new photographs'),
      section('glossary', 'glossary', 'How figures are counted', [{
        kind: 'terms', terms: [{ term: 'Engagement rate', text: 'Interactions for each person reached.', formula: '(likes + comments + shares + saves) / reach' }, { term: 'Views', text: 'How often it was seen.', formula: null }]
      }]),
      section('sources', 'sources', 'Sources', [table(3), { kind: 'note', text: 'All figures come from the networks’ own exports.' }])
    ],
    ...more
  }
}
