import { writeFileSync } from 'node:fs'
import { barChart, card, chartBlock, groupedChart, heatChart, lineChart, sampleReport, sampleText, section, table, tiles } from '../../tests/support/report-data'
import type { ReportData, SectionData } from '../../src/shared/reports/report-data'

/** Data of a report of about twenty pages with 12 charts and 30 pictures, written for the bench. Prints what it holds. */
const { path, pictures } = JSON.parse(process.argv[2] ?? '{}') as { path: string; pictures: string[] }

const picture = (index: number): string => pictures[index % pictures.length] ?? ''
const cards = (from: number, count: number) => ({ kind: 'cards' as const, title: null, cards: Array.from({ length: count }, (_, index) => card(from + index, picture(from + index))) })

function sections(): SectionData[] {
  const chapters = Array.from({ length: 3 }, (_, part) => [
    section(`kpis-${part}`, 'kpis', `Key figures ${part + 1}`, [tiles, chartBlock(lineChart('Views by day'))], sampleText),
    section(`channels-${part}`, 'channels', `Channels ${part + 1}`, [chartBlock(groupedChart('Views by channel')), table(14)], sampleText),
    section(`posts-${part}`, 'posts', `Posts ${part + 1}`, [cards(part * 9, 9), table(30)]),
    section(`pillars-${part}`, 'pillars', `Pillars ${part + 1}`, [chartBlock(barChart('Engagement rate by pillar')), chartBlock(heatChart('Best times')), table(20)], sampleText),
    section(`text-${part}`, 'text', `Words ${part + 1}`, [], Array.from({ length: 14 }, () => sampleText).join('\n\n'))
  ])
  return chapters.flat()
}

const base = sampleReport(pictures)
const cover = base.sections.slice(0, 1)
const data: ReportData = { ...base, sections: [...cover, ...sections(), section('more', 'posts', 'More posts', [cards(27, 2)]), ...base.sections.slice(-2)] }
writeFileSync(path, JSON.stringify(data))
const charts = data.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'chart').length
const shown = data.sections.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + (block.kind === 'cards' ? block.cards.length : block.kind === 'cover' ? 1 : 0), 0)
process.stdout.write(JSON.stringify({ charts, pictures: shown }))
