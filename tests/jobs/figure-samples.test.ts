import { describe, expect, it } from 'vitest'
import { createFigureReader } from '../../src/shared/features/figures/create-figure-reader'
import { describeArchive } from '../../src/shared/features/figures/describe-archive'
import type { FigureDraft } from '../../src/shared/features/figures/figure-draft'
import { HEAD_ROWS, type FigureAnswers } from '../../src/shared/features/figures/figure-reader'
import { fileMetric } from '../../src/shared/features/figures/metric-dictionary'
import type { SourceTable } from '../../src/shared/tables/source-table'
import { readTables, startParsePool } from '../support/read-tables'
import { expectedFacts, NO_SAMPLES, samplePath, samplesAreHere, type SampleFacts } from '../support/shared-samples'

type Facts = Record<string, unknown>

/** What of an expectation tells of the sample and not of its figures, or is told of messages. */
const BESIDE = new Set([
  'split', 'origin', 'original_filename', 'bytes', 'confidence', 'ui_locale', 'encoding', 'delimiter', 'note', 'note_sample', 'trap', 'blocks', 'totals_row', 'non_data_rows_after_header',
  'own_posts', 'messages', 'timezone', 'granularity', 'title', 'role', 'sheet', 'layout', 'first'
])
const KINDS = /metrics|audience|competitors|exploration|own_posts|daily/

const samples = Object.entries(expectedFacts()).filter(([, { kind }]) => KINDS.test(kind))
const answers: FigureAnswers = { year: 2026, network: 'instagram', order: 'mdy' }

function readSample(table: SourceTable, fileName: string) {
  const reader = createFigureReader({ name: table.name, shape: table.shape, rows: table.rows.slice(0, HEAD_ROWS), fileName, entry: null })
  if (!reader) return undefined
  // In pieces, as a file comes in.
  const pieces = Array.from({ length: Math.ceil(table.rows.length / 100) }, (_, index) => table.rows.slice(index * 100, index * 100 + 100))
  for (const piece of pieces) reader.observe(piece)
  const settlement = reader.settle(answers)
  const read = pieces.map((piece) => reader.drafts(piece))
  return { found: reader.found, ...settlement, drafts: read.flatMap(({ drafts }) => drafts), skipped: read.flatMap(({ skipped }) => skipped) }
}

const picked = (facts: Facts, wanted: Facts): Facts => Object.fromEntries(Object.keys(wanted).map((key) => [key, facts[key]]))
const compared = (expected: Facts): Facts => Object.fromEntries(Object.entries(expected).filter(([key]) => !BESIDE.has(key) && key !== 'sums' && key !== 'null_cells' && key !== 'columns'))

function expectFacts(facts: Facts, expected: Facts): void {
  const wanted = compared(expected)
  expect(picked(facts, wanted)).toEqual(wanted)
  for (const group of ['sums', 'null_cells', 'columns']) {
    const part = (expected[group] ?? {}) as Facts
    expect({ [group]: picked((facts[group] ?? {}) as Facts, part) }).toEqual({ [group]: part })
  }
  const totals = (expected['totals_row'] ?? {}) as Facts
  const values = (totals['values'] ?? Object.fromEntries(Object.entries(totals).filter(([, value]) => typeof value === 'number'))) as Facts
  expect(picked(((facts['totals_row'] as Facts | undefined)?.['values'] ?? {}) as Facts, values)).toEqual(values)
}

/** A figure of the file, summed over what was made of its rows. */
function sumOf(drafts: readonly FigureDraft[], network: string, name: string): number {
  const { column, scale } = fileMetric(network, name)
  const of = ({ values, more }: FigureDraft) => more[name] ?? ((column === null ? undefined : values[column]) ?? 0) / scale
  return drafts.reduce((sum, draft) => sum + of(draft), 0)
}

if (!samplesAreHere) console.info(NO_SAMPLES)

describe.skipIf(!samplesAreHere)('figures of exports', () => {
  it.each(samples)('%s: its facts are reached, and its rows come to the same sums', async (name, expected) => {
    const pool = await startParsePool()
    const { tables } = await readTables(pool, samplePath(name))
    const read = tables.map((table) => readSample(table, String(expected['original_filename']))).filter((one) => one !== undefined)
    const blocks = expected['blocks'] as Facts[] | undefined
    if (name.includes('tiktok-dyi')) expect(read.map(({ facts }) => facts['rows'])).toEqual([12, 2, 3])
    else if (blocks?.some((block) => 'sheet' in block)) {
      const sheets = tables.map(({ name: sheet }) => sheet)
      for (const block of blocks) expectFacts(readSample(tables[sheets.indexOf(String(block['sheet']))]!, '')?.facts ?? {}, block)
    } else if (blocks) expect(read[0]?.facts['blocks']).toMatchObject(blocks.map(({ layout: _layout, ...block }) => block))
    else expectFacts(read[0]?.facts ?? {}, expected)
    for (const { found, drafts, skipped, rows, facts, accounts } of read) {
      if (found.subject === null || found.format === 'meta.daily' || found.format === 'meta.audience') continue
      const told = (facts['sums'] ?? {}) as Record<string, number>
      const network = accounts[0]?.network ?? ''
      for (const [metric, sum] of Object.entries(told)) expect({ metric, sum: sumOf(drafts, network, metric) }).toEqual({ metric, sum: expect.closeTo(sum, 1) })
      expect(drafts.filter(({ values }) => values.followers === undefined || found.format !== 'linkedin.creator.followers').length + skipped.filter(({ reason }) => reason === 'no-figures').length).toBe(rows)
    }
  })

  it.each([['dev/x-archive-mini.zip'], ['dev/youtube-export.zip']])('%s is told of as a whole', async (name) => {
    const expected = expectedFacts()[name] as SampleFacts
    const pool = await startParsePool()
    const entries: string[] = []
    const found: { entry: string; table: SourceTable }[] = []
    await pool.read({ path: samplePath(name), name }, (event) => {
      if (event.kind === 'table') found.push({ entry: entries.at(-1) ?? '', table: { name: event.name, shape: event.shape, rows: [] } })
      else if (event.kind === 'rows') found.at(-1)?.table.rows.push(...event.rows)
      else if (event.entry !== null) entries.push(event.entry)
    })
    const parts = found.flatMap(({ entry, table }) => {
      const read = readSample(table, String(expected['original_filename']))
      return read ? [{ entry, format: read.found.format, facts: read.facts }] : []
    })
    const facts = describeArchive(entries, parts) ?? {}
    expect(picked(facts, compared(expected))).toEqual(compared(expected))
    expect(facts['own_posts']).toEqual(expected['own_posts'])
  })
})
