import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../src/shared/charts/chart-definition'
import { chartCsv, chartTable } from '../../src/shared/charts/chart-table'
import type { ClientRow } from '../../src/shared/features/analytics/analytics.contract'
import type { FigureTotal } from '../../src/shared/features/analytics/analytics.schema'
import { clientBars, nameAtAxis, unevenClients } from '../../src/shared/features/analytics/client-bars'

const sum = (value: number | null, known = 4) => ({ value, known, expected: 4 })
const row = (name: string, figures: FigureTotal[] = [], more: Partial<ClientRow> = {}): ClientRow => ({
  clientId: name, name, color: '#000000', posts: null, postsBefore: null, figures, formula: 'reach', channels: 1, oldestData: null, newestData: null, gaps: 0, ...more
})
const moved = { kind: 'change' as const, share: 1, difference: 5, perKnown: false }
const text = {
  title: 'Views by client', valueLabel: 'Views', categoryLabel: 'Client', unit: { kind: 'count' as const }, now: 'October', before: 'September',
  change: ({ change }: FigureTotal) => (change.kind === 'break' ? 'Counted anew' : 'Twice as many, on average')
}

describe('clients side by side', () => {
  const rows = [
    row('Harbor', [{ name: 'seen', now: sum(10), before: sum(5), change: moved }]),
    row('Quiet'),
    row('Zero', [{ name: 'seen', now: sum(0), before: null, change: { kind: 'unknown' } }]),
    row('Renamed', [{ name: 'seen', now: sum(90), before: sum(10), change: { kind: 'break', on: '2026-10-05', network: 'x' } }]),
    row('Patchy', [{ name: 'seen', now: sum(30, 2), before: sum(40), change: { ...moved, perKnown: true } }])
  ]

  it('keep their order, tell zero from what is not known, and set nothing beside a figure that is counted anew', () => {
    const chart = clientBars(rows, 'seen', text)
    expect(chart.categories.map(({ label }) => label)).toEqual(['Harbor', 'Quiet', 'Zero', 'Renamed', 'Patchy'])
    expect(chart.series.map((series) => valuesOf(chart, series))).toEqual([[10, null, 0, 90, 30], [5, null, null, null, 40]])
    expect(unevenClients(rows, 'seen').map(({ name }) => name)).toEqual(['Patchy'])
    expect(chartCsv(chartTable(chart, { locale: 'en-US', missing: 'no data' }), 'Remarks').split('\r\n')).toEqual([
      'Client,October,September,Remarks', 'Harbor,10,5,', 'Quiet,,,', 'Zero,0,,', 'Renamed,90,,Counted anew', 'Patchy,30,40,"Twice as many, on average"', ''
    ])
  })

  it('have one bar each, and no remarks, where nothing is compared', () => {
    const { before: _, ...alone } = text
    const chart = clientBars(rows, 'seen', alone)
    expect(chart.series.map(({ name }) => name)).toEqual(['October'])
    expect([...chart.breaks, ...chart.annotations]).toEqual([])
  })

  it('count posts, and say on how many a rate rests', () => {
    const museum = row('Museum', [{ name: 'engagement_rate', now: sum(0.1, 2), before: null, change: { kind: 'unknown' } }], { posts: 0, postsBefore: 3 })
    const posts = clientBars([museum], 'posts', text)
    expect(posts.series.map((series) => valuesOf(posts, series))).toEqual([[0], [3]])
    expect(clientBars([museum], 'engagement_rate', text).series[0]?.points).toEqual([{ x: 'Museum', y: 0.1, n: 2 }])
  })
})

describe('a name at the axis', () => {
  it('is whole on one line or two, and cut only at the end of the second', () => {
    expect(nameAtAxis('Harbor')).toBe('Harbor')
    expect(nameAtAxis('Museum of Early Photography, North Wing')).toBe('Museum of Early Photography,\nNorth Wing')
    expect(nameAtAxis('a'.repeat(120))).toBe(`${'a'.repeat(28)}\n${'a'.repeat(27)}…`)
  })
})
