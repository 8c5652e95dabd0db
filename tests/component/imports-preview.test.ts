import { ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { layOutStrip } from '../../src/renderer/features/exports-due/coverage-strip.layout'
import { answerTables, askedTables, bothReadings } from '../../src/renderer/features/imports/figure-answers.rules'
import FigureRow from '../../src/renderer/features/imports/FigureRow.vue'
import { gapsOf, layoutFileText, newLayout, readLayoutFile, toLayout } from '../../src/renderer/features/imports/layout-draft.rules'
import { figureAnswers, type FigureImportDraft, type FigureTable, type UnknownTable } from '../../src/shared/features/figure-imports/figure-draft.schema'
import { useClientShell } from '../../src/renderer/app'
import { createTranslator } from '../../src/shared/i18n'
import { freshPinia, pageText, press, stage } from './ui-support'

const t = createTranslator('en')

const table = (more: Partial<FigureTable> = {}): FigureTable => ({
  file: 0, name: 'content.csv', entry: null, sheet: '', container: 'csv', encoding: 'utf-8', delimiter: ',', format: 'x.content', mapped: false, score: 0.92,
  matched: ['Post id', 'Post Link', 'Bookmarks'], platform: 'x', network: 'x', kind: 'post_metrics', subject: 'post',
  accounts: [{ network: 'x', key: 'gallery', name: 'gallery', source: 'x:gallery', channelId: null, origin: 'none', rows: 3 }],
  measuredAt: '2026-10-31T23:59:59.999Z', rows: 3, from: '2026-10-01', to: '2026-10-31', sums: { impressions: 1200, likes: 40, reach: 900 }, facts: {}, skipped: [],
  skippedCounts: {}, unknownColumns: [], added: 3, changed: 0, unchanged: 0, known: null, ...more
})

const draftOf = (more: Partial<FigureImportDraft> = {}): FigureImportDraft => ({
  draftId: 'd', tables: [table()], refused: [], questions: [], unknown: [], plans: [],
  totals: { files: 1, tables: 1, rows: 3, added: 3, changed: 0, unchanged: 0, skipped: 0 }, ...more
})

let asked: [string, unknown][] = []
beforeEach(() => {
  asked = []
  const nobody = new Proxy({}, { get: () => new Proxy({}, { get: (_, name) => (input: unknown) => (asked.push([String(name), input]), Promise.resolve({ channels: [] })) }) })
  provideConnection({ mode: 'browser', client: nobody as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
})
afterEach(() => {
  document.body.replaceChildren()
})

const show = (row: FigureTable, open = false) => stage(FigureRow, { pinia: freshPinia(), props: { table: row, open } })

describe('a table of a dropped file', () => {
  it('says in words what it is, which days it holds, and what would change', async () => {
    await show(table())
    expect(pageText()).toContain('content.csv')
    expect(pageText()).toContain('Posts, lifetime figures')
    expect(pageText()).toContain('3 new')
    expect(pageText()).toContain('3 rows')
  })

  it('sums what can be summed, and never people reached', async () => {
    await show(table(), true)
    expect(pageText()).toContain('1,200')
    expect(pageText()).not.toContain('900')
  })

  it('says that the same file came in before, and that it changes nothing', async () => {
    await show(table({ added: 0, unchanged: 3, known: { importId: 'i', at: '2026-05-03T10:00:00.000Z' } }))
    expect(pageText()).toContain('came in before')
    expect(pageText()).toContain('Nothing new')
    expect(pageText()).toContain('3 unchanged')
  })

  it('gives the reason it was recognized by, and each line that was left out', async () => {
    await show(table({ skipped: [{ line: 7, reason: 'damaged-id' }], skippedCounts: { 'damaged-id': 1 }, unknownColumns: [{ header: 'Glow', key: 'glow', samples: ['4'] }] }), true)
    expect(pageText()).toContain('3 headers, 92% sure: Post id, Post Link, and Bookmarks')
    expect(pageText()).toContain('Line 7')
    expect(pageText()).toContain('id rounded by a spreadsheet')
    expect(pageText()).toContain('1 column is kept and not used yet: Glow')
  })

  it('lets a person say what a column holds that nobody knows, and remembers it by its header', async () => {
    const pinia = freshPinia()
    useClientShell(pinia).currentId = 'museum'
    await stage(FigureRow, { pinia, props: { table: table({ unknownColumns: [{ header: 'Glow', key: 'glow', samples: ['4', '7'] }] }), open: true } })
    const button = (words: string): HTMLElement => [...document.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.includes(words)) ?? document.body
    button('Say what they hold').click()
    await expect.poll(pageText).toContain('4 · 7')
    const select = document.querySelector<HTMLSelectElement>('select[aria-label="What Glow holds"]')
    if (!select) throw new Error('There is something to choose')
    expect([...select.options].map(({ text }) => text)).toEqual(expect.arrayContaining(['Keep, not used', 'A figure of its own: Glow', 'Reach']))
    select.value = 'more.Glow'
    select.dispatchEvent(new Event('change'))
    await expect.poll(() => button('Save and read again')).toHaveProperty('disabled', false)
    button('Save and read again').click()
    await expect.poll(() => asked.find(([name]) => name === 'putLayouts')?.[1]).toMatchObject({ clientId: 'museum', layouts: [{ name: 'Glow', format: 'x.content', network: 'x', columns: { glow: { figure: 'more.Glow' } } }] })
  })

  it('asks which network or whose account it is, in a word', async () => {
    await show(table({ network: null, platform: 'meta' }))
    expect(pageText()).toContain('Which network?')
    document.body.replaceChildren()
    await show(table({ accounts: [{ network: 'x', key: 'a', name: 'a', source: 'x:a', channelId: null, origin: 'asked', rows: 3 }] }))
    expect(pageText()).toContain('Whose account?')
  })

  it('says of words without figures that nothing of them is stored', async () => {
    await show(table({ subject: null, kind: 'messages', sums: {}, added: 0 }), true)
    expect(pageText()).toContain('Messages')
    expect(pageText()).toContain('Nothing of it is stored here.')
  })

  it('opens by keyboard', async () => {
    const { wrapper } = await show(table())
    wrapper.find('button').element.focus()
    await press('Enter')
    await wrapper.find('button').trigger('click')
    expect(wrapper.emitted('update:open')).toEqual([[true]])
  })
})

describe('questions about tables', () => {
  const asking = draftOf({ tables: [table(), table({ file: 1, name: 'b.csv' })], questions: [0, 1].map((at) => ({ kind: 'network' as const, table: at, required: true, options: ['facebook', 'instagram'] })) })

  it('stay in sight once they are answered, as long as their file is there', () => {
    const asked = askedTables([], asking)
    expect(asked.map(({ place }) => place.file)).toEqual([0, 1])
    expect(askedTables(asked, { ...asking, questions: [] })).toHaveLength(2)
    expect(askedTables(asked, draftOf())).toHaveLength(1)
  })

  it('are answered together for the tables that ask, and for no other', () => {
    const places = askedTables([], asking).map(({ place }) => place)
    const answers = answerTables(figureAnswers.parse({}), places, { network: 'instagram' })
    expect(answers.all).toEqual({})
    expect(answers.tables.map(({ file, network }) => [file, network])).toEqual([[0, 'instagram'], [1, 'instagram']])
  })

  it('show a date in both readings', () => {
    expect(bothReadings('03/04/2026')).toEqual({ dmy: '2026-04-03', mdy: '2026-03-04' })
    expect(bothReadings('3.4.26 10:00')).toEqual({ dmy: '2026-04-03', mdy: '2026-03-04' })
    expect(bothReadings('13/04/2026')).toBeUndefined()
  })
})

describe('columns that a person maps', () => {
  const unknown: UnknownTable = {
    file: 0, name: 'Odd figures.csv', entry: null, sheet: '', headerLine: 1, signature: 'dag|views|likes',
    columns: [{ index: 0, header: 'Dag', key: 'dag', samples: ['2026-10-01'] }, { index: 1, header: 'Views', key: 'views', samples: ['12'] }, { index: 2, header: 'Applaus', key: 'applaus', samples: ['3'] }]
  }

  it('begin with what their headers tell, and say what is still missing', () => {
    const draft = newLayout(unknown, t)
    expect(draft).toMatchObject({ name: 'Odd figures', subject: 'account', span: 'day', columns: { dag: 'role:date', views: 'figure:views', applaus: '' } })
    expect(gapsOf(draft)).toEqual(['network'])
    expect(gapsOf({ ...draft, network: 'x', subject: 'post' })).toEqual(['identity'])
    expect(gapsOf({ ...draft, network: 'x' })).toEqual([])
  })

  it('go to a colleague as a small file and come back the same', () => {
    const layout = toLayout({ ...newLayout(unknown, t), network: 'x' }, unknown.signature)
    expect(layout.columns).toEqual({ dag: { role: 'date' }, views: { figure: 'views' } })
    expect(readLayoutFile(layoutFileText([layout]))).toEqual([layout])
    expect(readLayoutFile('{"greenroom":"something"}')).toBeUndefined()
    expect(readLayoutFile('not JSON')).toBeUndefined()
  })
})

describe('a year of days', () => {
  it('shows what is covered, the gaps in between, and the days since', () => {
    const { days, covered, parts } = layOutStrip([{ from: '2025-01-01', to: '2025-12-31' }, { from: '2026-10-01', to: '2026-10-10' }, { from: '2026-10-21', to: '2026-10-31' }], '2026-11-22')
    expect(days).toBe(357)
    expect(covered).toBe(31 + 10 + 11)
    expect(parts.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['covered', '2025-12-01', '2025-12-31'],
      ['gap', '2026-01-01', '2026-09-30'],
      ['covered', '2026-10-01', '2026-10-10'],
      ['gap', '2026-10-11', '2026-10-20'],
      ['covered', '2026-10-21', '2026-10-31'],
      ['open', '2026-11-01', '2026-11-22']
    ])
  })

  it('is empty where nothing came in', () => {
    expect(layOutStrip([], '2026-11-22').parts).toEqual([])
  })
})
