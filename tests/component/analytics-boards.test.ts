import { ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { defineFeature, useClientShell } from '../../src/renderer/app'
import { useAnalyticsPanel } from '../../src/renderer/features/analytics/analytics-panel.store'
import { traceAsk } from '../../src/shared/features/analytics/content-analytics.contract'
import AllClientsPage from '../../src/renderer/features/analytics/boards/AllClientsPage.vue'
import AdTotals from '../../src/renderer/features/analytics/boards/AdTotals.vue'
import CampaignCard from '../../src/renderer/features/analytics/boards/CampaignCard.vue'
import GoalRow from '../../src/renderer/features/goals/GoalRow.vue'
import GapList from '../../src/renderer/features/analytics/boards/GapList.vue'
import PacingBar from '../../src/renderer/features/analytics/boards/PacingBar.vue'
import TracePanel from '../../src/renderer/features/analytics/trace/TracePanel.vue'
import type { CampaignRow } from '../../src/shared/features/analytics/analytics.contract'
import type { TraceRow } from '../../src/shared/features/analytics/content-analytics.contract'
import { freshPinia, pageText, stage } from './ui-support'

const blank = { template: '<div />' }
const places = defineFeature({
  id: 'places',
  routes: [
    { path: '/campaigns/:clientId?/:campaignId?', name: 'campaign', component: blank },
    { path: '/analytics/:clientId?/:tab?', name: 'analytics', component: blank },
    { path: '/imports/:clientId?', name: 'imports', component: blank }
  ]
})
const sums = { spend: 40, impressions: 4000, reach: null, clicks: null, link_clicks: 80, results: 16, cpm: 10, cpc: 0.5, cpr: 2.5 }
const pacing = { budget: 120, spent: 40, until: '2026-09-10', daysGone: 10, daysAll: 30, planned: 40, forecast: 120 }
const known = (value: number | null) => ({ value, known: 2, expected: 3 })
const campaign: CampaignRow = {
  campaignId: 'summer', name: 'Summer show', color: '#1d5c44', startsOn: '2026-09-01', endsOn: '2026-09-30', currency: 'EUR', posts: 3,
  seen: known(900), interactions: known(45), engagementRate: known(null), linkClicks: known(null), ads: [{ ...sums, currency: 'EUR', ads: 2 }], pacing,
  traffic: { names: ['summer-show'], sessions: 12, conversions: null }
}
const traced = (line: number, value: number, more: Partial<TraceRow> = {}): TraceRow => ({
  subjectId: line, subject: `Ad ${line}`, network: 'facebook', kind: 'ad', column: 'spend', value, times: 1, startsOn: '2026-09-01', endsOn: '2026-09-01', file: 'ads.csv', entry: '', sheet: '',
  line, measuredAt: '2026-09-02', importedAt: '2026-09-02T08:00:00.000Z', counts: true, ...more
})

let rows: TraceRow[] = []
let others: Record<string, unknown> = {}
let asked: Record<string, unknown>[] = []
beforeEach(() => {
  others = {}
  asked = []
  const trace = (input: Record<string, unknown>) => {
    asked.push(input)
    return Promise.resolve({ total: rows.length, counting: rows.filter(({ counts }) => counts).length, superseded: 0, value: 30, rows })
  }
  const nobody = new Proxy({}, { get: () => new Proxy({}, { get: (_, name) => ({ trace, ...others } as Record<string, unknown>)[String(name)] ?? (() => Promise.resolve({ channels: [], pillars: [], campaigns: [] })) }) })
  provideConnection({ mode: 'browser', client: nobody as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
})
afterEach(() => {
  document.body.replaceChildren()
})

const button = (words: RegExp): HTMLElement => [...document.querySelectorAll<HTMLElement>('button')].find((one) => words.test(`${one.getAttribute('aria-label') ?? ''} ${one.textContent ?? ''}`)) ?? document.body

describe('what ads bought', () => {
  it('is a button to its source, figure by figure and cost by cost', async () => {
    const { wrapper } = await stage(AdTotals, { pinia: freshPinia(), doors: [places], props: { total: { ...sums, currency: 'EUR', ads: 2, spendBefore: null } } })
    for (const words of [/Spen/, /CPM/, /CPC/, /CPR/]) button(words).click()
    expect(wrapper.emitted<[{ metric: string; shown: string }]>('trace')?.map(([{ metric, shown }]) => [metric, shown])).toEqual([
      ['spend', '€40.00'], ['cpm', '€10.00'], ['cpc', '€0.50'], ['cpr', '€2.50']
    ])
    expect(pageText()).toContain('spend / results')
  })

  it('has nothing to click where it is not known', async () => {
    await stage(AdTotals, { pinia: freshPinia(), doors: [places], props: { total: { ...sums, results: null, cpr: null, currency: '', ads: 1, spendBefore: null } } })
    expect(button(/CPR/)).toHaveProperty('disabled', true)
    expect(pageText()).toContain('Currency not told')
  })
})

describe('a campaign', () => {
  it('has a source for what was paid, what it cost, its posts and its visits', async () => {
    const pinia = freshPinia()
    await stage(CampaignCard, { pinia, doors: [places], props: { campaign, formula: 'likes / reach' } })
    const panel = useAnalyticsPanel(pinia)
    const asked = (words: RegExp) => {
      button(words).click()
      return panel.page?.kind === 'trace' ? panel.page.target.ask : undefined
    }
    expect(asked(/CPR, €2\.50/)).toMatchObject({ metric: 'cpr', kinds: ['ad'], campaignId: 'summer', currency: 'EUR' })
    expect(asked(/Posts, 3/)).toMatchObject({ metric: 'posts', kinds: ['post'], filters: { campaignIds: ['summer'] } })
    expect(asked(/€40\.00 of €120\.00 spent/)).toMatchObject({ metric: 'spend', pacing: true, currency: 'EUR', from: '2026-09-01', to: '2026-09-30' })
    expect(asked(/Interactions, 45/)).toMatchObject({ metric: 'interactions', kinds: ['post'], filters: { campaignIds: ['summer'] } })
    expect(asked(/Sessions, 12/)).toMatchObject({ metric: 'sessions', kinds: ['traffic'], campaignId: 'summer' })
    expect(pageText()).toContain('2 of 3 posts have it')
  })

  it('says where its budget goes in words and not by a bar alone', async () => {
    await stage(PacingBar, { pinia: freshPinia(), doors: [places], props: { pacing, currency: 'EUR' } })
    expect(pageText()).toContain('As planned')
    expect(document.querySelector('[role="img"]')?.getAttribute('aria-label')).toContain('€120.00')
  })
})

describe('the source of a figure', () => {
  it('is file, line and day of each value, and what they add up to', async () => {
    rows = [traced(2, 10), traced(3, 20), traced(4, 20, { counts: false, startsOn: '', endsOn: '' })]
    const pinia = freshPinia()
    useClientShell(pinia).currentId = 'museum'
    await stage(TracePanel, { pinia, doors: [places], props: { target: { title: 'Spend', shown: '€30.00', unit: { kind: 'money', currency: 'EUR' }, ask: { metric: 'spend', kinds: ['ad'] } } } })
    await new Promise((done) => setTimeout(done))
    expect(pageText()).toMatch(/ads\.csv.*line 2/s)
    expect(pageText()).toContain('add up to €30.00')
    expect(pageText()).toMatch(/Over its lifetime, as of Sep \d+, 2026|Over its lifetime, as of \d+ Sep 2026/)
    expect(pageText()).toContain('Replaced by a newer file')
  })
})

describe('figures of all clients', () => {
  const total = (name: string, value: number) => ({ name, now: { value, known: 1, expected: 1 }, before: { value: 5, known: 1, expected: 1 }, change: { kind: 'change' as const, share: 1, difference: 5, perKnown: false } })

  it('lead to values of their own client, and to those of the days before', async () => {
    rows = [traced(2, 10)]
    const scopes: Record<string, unknown>[] = []
    others = { clients: (scope: Record<string, unknown>) => scopes.push(scope) && Promise.resolve({ clients: [{ clientId: 'harbor', name: 'Harbor', color: '#1d5c44', posts: 3, postsBefore: 2, figures: [total('seen', 10)], formula: 'reach', channels: 1, oldestData: null, newestData: null, gaps: 0 }], unread: [] }) }
    const pinia = freshPinia()
    useClientShell(pinia).currentId = 'museum'
    await stage(AllClientsPage, { pinia, doors: [places], props: {} })
    await expect.poll(pageText).toContain('Harbor')
    button(/Posts, Harbor, 3/).click()
    await expect.poll(() => asked.at(-1)).toMatchObject({ clientId: 'harbor', metric: 'posts' })
    button(/Views, Harbor, 10/).click()
    await expect.poll(() => asked.at(-1)).toMatchObject({ clientId: 'harbor', metric: 'seen', kinds: ['post'] })
    const { from } = asked.at(-1) ?? {}
    button(/Held against/).click()
    await expect.poll(() => String(asked.at(-1)?.to) < String(from)).toBe(true)
    expect(asked.every(({ clientId }) => clientId === 'harbor')).toBe(true)
    const choose = (label: string, value: string): void => {
      const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)
      if (select) select.value = value
      select?.dispatchEvent(new Event('change'))
    }
    choose('Choose what it is compared with', 'last-year')
    await expect.poll(() => scopes.at(-1)).toMatchObject({ from, compare: { kind: 'last-year' } })
    choose('Choose the days', 'own')
    await expect.poll(() => document.querySelector<HTMLInputElement>('input[aria-label="First day"]')?.value).toBe(from)
  })
})

describe('a goal', () => {
  const goal = {
    id: 'goal', name: 'More visits', metric: 'sessions' as const, channelId: null, pillarId: null, campaignId: null, baseline: null, target: 100, startsOn: '2026-09-01', endsOn: '2026-09-30', notes: '', archivedAt: null,
    asOf: '2026-09-10', progress: { done: 0.4, elapsed: 0.3, pace: 'ahead' as const, forecast: null }, gaps: {}, source: traceAsk.parse({ metric: 'sessions', kinds: ['traffic'], from: '2026-09-01', to: '2026-09-30' })
  }

  it('leads from where it stands to what it is made of, and nowhere while nothing is known', async () => {
    const { wrapper } = await stage(GoalRow, { pinia: freshPinia(), doors: [places], props: { goal: { ...goal, current: 40 }, readOnly: true } })
    button(/More visits, 40 of 100/).click()
    expect(wrapper.emitted('trace')).toMatchObject([[{ shown: '40', isMiddle: false, ask: { metric: 'sessions', kinds: ['traffic'] } }]])
    document.body.replaceChildren()
    await stage(GoalRow, { pinia: freshPinia(), doors: [places], props: { goal: { ...goal, current: null }, readOnly: true } })
    expect(button(/of 100/)).toBe(document.body)
  })
})

describe('days without figures', () => {
  it('are told by channel, the newest first, with the way to bring them in', async () => {
    const gaps = [{ network: 'x', channelId: '', from: '2026-09-03', to: '2026-09-04', kind: 'within' as const }, { network: 'facebook', channelId: '', from: '2026-09-20', to: '2026-09-30', kind: 'after' as const }]
    await stage(GapList, { pinia: freshPinia(), doors: [places], props: { gaps, sources: [] } })
    expect([...document.querySelectorAll('li')].map(({ textContent }) => textContent)).toMatchObject([expect.stringContaining('Facebook'), expect.stringContaining('X')])
    expect(document.querySelector('a')?.getAttribute('href')).toContain('imports')
  })
})
