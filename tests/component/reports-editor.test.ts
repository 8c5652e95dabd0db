import { ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { followingPeriod, recentMonths } from '../../src/renderer/features/reports/month-choices'
import { scaleOf, sectionAt, sectionPlaces, zoomStep } from '../../src/renderer/features/reports/preview-zoom.rules'
import { freeSectionId, toggledBold, toggledList } from '../../src/renderer/features/reports/section-list.rules'
import SectionList from '../../src/renderer/features/reports/SectionList.vue'
import { builtInTemplates } from '../../src/shared/features/reports/built-in-templates'
import type { ReportChange } from '../../src/shared/features/reports/reports.schema'
import { freshPinia, pageText, press, stage } from './ui-support'

const [monthly] = builtInTemplates
const sections = (monthly?.sections ?? []).slice(0, 4)

beforeEach(() => {
  const nobody = new Proxy({}, { get: () => new Proxy({}, { get: () => () => Promise.resolve({ channels: [] }) }) })
  provideConnection({ mode: 'browser', client: nobody as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
})
afterEach(() => {
  document.body.replaceChildren()
})

async function show(props: Record<string, unknown> = {}) {
  const staged = await stage(SectionList, { pinia: freshPinia(), props: { sections, selected: '', ...props } })
  const changes = (): ReportChange[] => (staged.wrapper.emitted<[ReportChange]>('change') ?? []).map(([change]) => change)
  return { ...staged, changes }
}
const nameOf = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-section="${id}"] [data-name]`) ?? document.body

describe('the sections of a report', () => {
  it('change their place by Alt and the arrow keys, and keep the focus', async () => {
    const { changes } = await show()
    expect(pageText()).toContain('Key figures')
    nameOf('goals').focus()
    await press('ArrowUp', { altKey: true })
    expect(changes().at(-1)?.sections?.map(({ id }) => id)).toEqual(['cover', 'goals', 'summary', 'kpis'])
    expect(document.activeElement).toBe(nameOf('goals'))
    await press('ArrowDown', { altKey: true })
    expect(changes().at(-1)?.sections?.map(({ id }) => id)).toEqual(['cover', 'summary', 'kpis', 'goals'])
  })

  it('stay where they are at the ends, and while words are written in them', async () => {
    const { changes } = await show({ selected: 'cover' })
    nameOf('cover').focus()
    await press('ArrowUp', { altKey: true })
    document.querySelector<HTMLElement>('[data-section="cover"] input')?.focus()
    await press('ArrowDown', { altKey: true })
    expect(changes()).toEqual([])
  })

  it('are switched off without going away', async () => {
    const { changes } = await show()
    document.querySelector<HTMLElement>('[data-section="goals"] [role="checkbox"]')?.click()
    expect(changes()).toEqual([{ section: { id: 'goals', on: false } }])
  })

  it('say which of them have nothing to show, and the page of the others', async () => {
    await show({ left: ['goals'], pages: { kpis: 3 } })
    expect(nameOf('goals').textContent).toContain('nothing to show')
    expect(nameOf('kpis').textContent).toContain('3')
  })

  it('can be read and not changed once the report is frozen', async () => {
    const { changes } = await show({ readOnly: true, selected: 'summary' })
    nameOf('goals').focus()
    await press('ArrowUp', { altKey: true })
    document.querySelector<HTMLElement>('[data-section="goals"] [role="checkbox"]')?.click()
    expect(changes()).toEqual([])
    expect(document.querySelector<HTMLTextAreaElement>('textarea')?.disabled).toBe(true)
    expect(document.querySelector<HTMLInputElement>('[data-section="summary"] input')?.disabled).toBe(true)
    expect(pageText()).not.toContain('Add section')
  })
})

describe('words of a section', () => {
  it('become bold and plain again', () => {
    const bold = toggledBold({ text: 'a good month', start: 2, end: 6 })
    expect(bold.text).toBe('a **good** month')
    expect(toggledBold(bold)).toEqual({ text: 'a good month', start: 2, end: 6 })
  })

  it('become a list, another list, and lines again', () => {
    const all = (text: string) => ({ text, start: 0, end: text.length })
    const dashes = toggledList(all('one\ntwo'), false).text
    expect(dashes).toBe('- one\n- two')
    const numbers = toggledList(all(dashes), true).text
    expect(numbers).toBe('1. one\n2. two')
    expect(toggledList(all(numbers), true).text).toBe('one\ntwo')
  })

  it('stand in a section whose id no other has', () => {
    expect(freeSectionId(sections, 'text')).toBe('text')
    expect(freeSectionId(sections, 'cover')).toBe('cover-2')
  })
})

describe('pages beside the words', () => {
  const a4 = { width: 595, height: 842 }

  it('fit the width or the whole page, and go in steps from what is shown', () => {
    expect(scaleOf('width', a4, { width: 659, height: 400 })).toBeCloseTo(1)
    expect(scaleOf('page', a4, { width: 2000, height: 906 })).toBeCloseTo(1)
    expect(zoomStep(scaleOf(1, a4, a4), 1)).toBe(1.1)
    expect(zoomStep(scaleOf(1, a4, a4), -1)).toBe(0.9)
  })

  it('know the section at a place, also on a page that none begins on', () => {
    const places = sectionPlaces({ cover: 1, kpis: 2, channels: 2, posts: 4 }, { kpis: 90, channels: 500, posts: 90 })
    expect([sectionAt(places, 1, 10), sectionAt(places, 2, 300), sectionAt(places, 2, 480), sectionAt(places, 3, 5), sectionAt(places, 4, 400)]).toEqual(['cover', 'kpis', 'channels', 'channels', 'posts'])
  })
})

describe('days of the next report', () => {
  it('are the whole month that follows, and the quarter that follows a quarter', () => {
    expect(followingPeriod({ from: '2026-01-01', to: '2026-01-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(followingPeriod({ from: '2026-10-01', to: '2026-12-31' })).toEqual({ from: '2027-01-01', to: '2027-03-31' })
    expect(followingPeriod({ from: '2026-01-05', to: '2026-01-11' })).toEqual({ from: '2026-01-12', to: '2026-01-18' })
    expect(recentMonths('2026-01-15', 3)).toEqual(['2026-01', '2025-12', '2025-11'])
  })
})
