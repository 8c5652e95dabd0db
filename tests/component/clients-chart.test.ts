import { ref } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { defineFeature, usePreferences } from '../../src/renderer/app'
import AllClientsPage from '../../src/renderer/features/analytics/boards/AllClientsPage.vue'
import type { ClientRow } from '../../src/shared/features/analytics/analytics.contract'
import { freshPinia, pageText, press, stage } from './ui-support'

const places = defineFeature({ id: 'places', routes: [{ path: '/analytics/:clientId?/:tab?', name: 'analytics', component: { template: '<div />' } }] })
const KEY = 'view.app.analytics.clients.figure'
const total = (name: string, value: number, before = 5) => ({
  name, now: { value, known: 4, expected: 4 }, before: { value: before, known: 4, expected: 4 }, change: { kind: 'change' as const, share: 1, difference: value - before, perKnown: false }
})
const rowOf = (name: string, more: Partial<ClientRow> = {}): ClientRow => ({
  clientId: name.toLowerCase(), name, color: '#1d5c44', posts: 3, postsBefore: 2, figures: [], formula: 'reach', channels: 1, oldestData: null, newestData: null, gaps: 0, ...more
})

afterEach(() => {
  document.body.replaceChildren()
})

async function showPage(clients: ClientRow[], pinia = freshPinia()) {
  const answers: Record<string, unknown> = { clients: () => Promise.resolve({ clients, unread: [] }) }
  const client = new Proxy({}, { get: () => new Proxy({}, { get: (_, name) => answers[String(name)] ?? (() => Promise.resolve({ channels: [], pillars: [], campaigns: [] })) }) })
  provideConnection({ mode: 'browser', client: client as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
  const { router } = await stage(AllClientsPage, { pinia, doors: [places], props: {} })
  const chart = (): HTMLElement | null => document.querySelector('[role="application"]')
  return {
    router, pinia, chart,
    /** What the keyboard stops at from top to bottom, without the days. */
    async walk(): Promise<string[]> {
      chart()?.focus()
      const said: string[] = []
      for (const key of ['Home', ...clients.slice(1).map(() => 'ArrowDown')]) {
        await press(key)
        said.push((chart()?.querySelector('[role="status"]')?.textContent ?? '').replace(/, [^:]*: /, ': '))
      }
      return said
    },
    choose(figure: string): void {
      const select = document.querySelector<HTMLSelectElement>('select[aria-label="Figure of the chart"]')
      if (select) select.value = figure
      select?.dispatchEvent(new Event('change'))
    },
    async sortBy(column: string): Promise<void> {
      const header = [...document.querySelectorAll<HTMLElement>('th button')].find(({ textContent }) => textContent?.trim() === column)
      header?.click()
      await Promise.resolve()
    }
  }
}

describe('all clients side by side', () => {
  const clients = [
    rowOf('Harbor', { figures: [total('seen', 10), total('engagement_rate', 0.5, 0.4)], posts: 0, postsBefore: null }),
    rowOf('Museum', { posts: null, postsBefore: null }),
    rowOf('Theater', { figures: [total('seen', 70), total('engagement_rate', 0.1, 0.2)], formula: 'views' })
  ]

  it('stand in the order of the table, with the days compared beside, and tell a gap from zero', async () => {
    const page = await showPage(clients)
    await expect.poll(() => page.chart()?.getAttribute('aria-label')).toMatch(/^Views by client\. Series: .+, .+\. 3 points each$/)
    expect(await page.walk()).toEqual(['Harbor: 10', 'Museum: no data', 'Theater: 70'])
    await press('ArrowRight')
    expect(page.chart()?.querySelector('[role="status"]')?.textContent).toMatch(/^Theater, .*: 5$/)
    await press('ArrowRight')
    await page.sortBy('Views')
    await page.sortBy('Views')
    await expect.poll(page.walk).toEqual(['Theater: 70', 'Harbor: 10', 'Museum: no data'])
    page.choose('posts')
    await expect.poll(() => page.chart()?.getAttribute('aria-label')).toContain('Posts by client')
    expect(await page.walk()).toEqual(['Theater: 3', 'Harbor: 0', 'Museum: no data'])
  })

  it('lead by Enter to the overview of their client, over the same days', async () => {
    const page = await showPage(clients)
    await expect.poll(() => page.chart()?.getAttribute('aria-label')).toContain('Views by client')
    page.chart()?.focus()
    await press('Home')
    await press('ArrowDown')
    await press('Enter')
    await expect.poll(() => page.router.currentRoute.value).toMatchObject({ params: { clientId: 'museum', tab: 'overview' }, query: { period: 'last-month', compare: 'previous' } })
  })

  it('say how each works out its rate, and on how many posts it rests', async () => {
    const page = await showPage(clients)
    await expect.poll(() => page.chart()?.getAttribute('aria-label')).toContain('Views by client')
    page.choose('engagement_rate')
    await expect.poll(pageText).toMatch(/Harbor: \(.*\) \/ reach\. Theater: \(.*\) \/ views\./)
    expect(await page.walk()).toEqual(['Harbor: 50% (n = 4)', 'Museum: no data', 'Theater: 10% (n = 4)'])
  })

  it('keep the figure that was chosen for the person, also while nothing of it is known', async () => {
    const pinia = freshPinia()
    usePreferences(pinia).set(KEY, 'followers')
    const page = await showPage([rowOf('Harbor')], pinia)
    await expect.poll(pageText).toContain('No figures for these days')
    page.choose('posts')
    await expect.poll(() => page.chart()?.getAttribute('aria-label')).toContain('Posts by client')
    expect(usePreferences(pinia).get(KEY, '')).toBe('posts')
  })

  it('are no chart where there are none', async () => {
    await showPage([])
    await expect.poll(pageText).toContain('No clients yet.')
    expect(document.querySelector('figure')).toBeNull()
  })
})
