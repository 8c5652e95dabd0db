import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFigureReader, readFiguresOf } from '../../src/shared/features/figures/create-figure-reader'
import { metricFormats } from '../../src/shared/features/figures/formats/metric-formats'
import { decimalVote, readNumber } from '../../src/shared/tables/read-number'
import { readFigureTable } from '../support/figure-tables'

const HEADERS = ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes']
const odd = fc.oneof(
  fc.string({ unit: 'binary' }), fc.constantFrom('', '-', '6.49E+17', '1.234', '12,5', 'Total', '__proto__', 'constructor', '9'.repeat(400), '2026-02-30', 'February 30', '\u0000', '💥', '05/26/2026 25:61'), fc.integer().map(String)
)
const row = fc.array(odd, { maxLength: 30 })

/** A header of each format, as the shortest table that is recognized. */
const known = metricFormats.map((format) => ({
  format: format.id, sheet: format.sheets?.[0] ?? '', shape: format.item ? ('items' as const) : ('grid' as const),
  above: format.above === undefined ? [] : [[`${format.above} report`]],
  header: [...format.signature.map(([first = '']) => first.replace('(#)', '(EUR)')), ...Object.values(format.metrics).map(([first = '']) => first.replace('(#)', '(EUR)'))]
}))

describe('rows of anything', () => {
  it.each(known.map((one) => [one.format, one] as const))('under the headers of %s are read or skipped, and never end the reading', (_format, { sheet, shape, above, header }) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.option(fc.integer({ min: 1990, max: 2100 }), { nil: undefined }), (rows, year) => {
        const lines = [...above, [...new Set(header)], ...rows].map((cells, index) => ({ line: index + 1, cells }))
        const read = readFiguresOf({ name: sheet, shape, rows: lines, fileName: 'file.csv', entry: null }, { year, network: 'instagram', order: 'dmy' })
        if (!read) return
        for (const { startsOn, endsOn, values, more, account, subject } of read.drafts) {
          expect(startsOn).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/)
          expect(startsOn <= endsOn).toBe(true)
          expect([...Object.values(values), ...Object.values(more)].every(Number.isFinite)).toBe(true)
          expect(read.accounts[account]).toBeDefined()
          expect(subject.key).not.toBe('')
        }
      }),
      { numRuns: 25 }
    )
  })

  it('without any header that is known are no export', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const lines = rows.map((cells, index) => ({ line: index + 1, cells }))
      const reader = createFigureReader({ name: '', shape: 'grid', rows: lines, fileName: '', entry: null })
      reader?.observe(lines)
      expect(() => reader?.settle({})).not.toThrow()
    }))
  })

  it('cannot set what objects are made of, by a header or in a layout', () => {
    const rows = [[...HEADERS, '__proto__', 'constructor', '__proto__'], ['2088707180693113679', 'Sat, Aug 15, 2026', 'a', '', '1', '2', 'x', 'y', 'z']]
    const { drafts } = readFigureTable({ rows })
    expect(Object.entries(drafts[0]?.raw ?? {})).toEqual([['__proto__', 'x'], ['constructor', 'y'], ['__proto__ (2)', 'z']])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('ids', () => {
  it('of up to 25 digits stay exact, whatever their length', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 25n - 1n }), (id) => {
      const { drafts } = readFigureTable({ rows: [HEADERS, [String(id), 'Sat, Aug 15, 2026', 'a', '', '1', '2']] })
      expect(drafts[0]?.subject.key).toBe(String(id))
    }))
  })

  it('that a workbook kept as numbers beyond what those hold are refused', () => {
    const rows = [{ line: 1, cells: HEADERS }, { line: 2, cells: ['18073964679397800', 'Sat, Aug 15, 2026', 'a', '', '1', '2'], kinds: 'nss-nn' }]
    expect(readFiguresOf({ name: '', shape: 'grid', rows, fileName: '', entry: null })?.skipped).toEqual([{ line: 2, reason: 'damaged-id' }])
  })
})

describe('marks of decimals and thousands', () => {
  const locales = ['en-US', 'de-DE', 'nb-NO', 'pt-BR', 'it-IT'] as const

  it.each(locales)('as written in %s come back as the same figures, by the whole column', (locale) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    fc.assert(fc.property(fc.array(fc.integer({ min: -100_000_000, max: 100_000_000 }), { minLength: 1, maxLength: 20 }), (cents) => {
      const cells = cents.map((cent) => format.format(cent / 100))
      const mark = cells.reduce((votes, cell) => votes + decimalVote(cell), 0) > 0 ? ',' : '.'
      expect(cells.map((cell) => readNumber(cell, mark))).toEqual(cents.map((cent) => expect.closeTo(cent / 100, 6)))
    }))
  })

  it('in counts part thousands only', () => {
    fc.assert(fc.property(fc.constantFrom('de-DE', 'it-IT', 'en-US'), fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 20 }), (locale, counts) => {
      const rows = counts.map((count, index) => [String(2088707180693113679n + BigInt(index)), 'Sat, Aug 15, 2026', 'a', '', count.toLocaleString(locale), ''])
      expect(readFigureTable({ rows: [HEADERS, ...rows] }).drafts.map(({ values }) => values.impressions)).toEqual(counts)
    }))
  })
})
