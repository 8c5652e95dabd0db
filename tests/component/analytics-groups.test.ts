import { ref } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { useClientShell } from '../../src/renderer/app'
import { useAnalyticsPanel } from '../../src/renderer/features/analytics/analytics-panel.store'
import { useAnalyticsScope } from '../../src/renderer/features/analytics/analytics-scope.store'
import GroupsTab from '../../src/renderer/features/analytics/content/GroupsTab.vue'
import { freshPinia, pageText, stage } from './ui-support'

afterEach(() => {
  document.body.replaceChildren()
})

/** A host that answers for groups, and has nothing else. */
function answerWith(groups: (scope: Record<string, unknown>) => object): void {
  const operations = { groups: (scope: Record<string, unknown>) => Promise.resolve(groups(scope)) } as Record<string, unknown>
  const client = new Proxy({}, { get: () => new Proxy({}, { get: (_, name) => operations[String(name)] ?? (() => Promise.resolve({ channels: [], pillars: [], campaigns: [] })) }) })
  provideConnection({ mode: 'browser', client: client as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
}
const button = (words: RegExp): HTMLElement => [...document.querySelectorAll<HTMLElement>('button')].find((one) => words.test(one.getAttribute('aria-label') ?? '')) ?? document.body

describe('groups that are compared', () => {
  const estimate = (value: number, n: number) => ({ value, n, low: value - 1, high: value + 1 })
  const group = (key: string, before: object) => ({ key, posts: 9, share: 0.5, target: null, estimate: estimate(2000, 9), before })
  const answer = {
    formula: 'reach', posts: 18, overall: estimate(2000, 18), compared: { from: '2026-08-01', to: '2026-08-31', isKnown: true, posts: 14, overall: estimate(1500, 12) },
    groups: [
      group('reel', { posts: 8, estimate: estimate(1500, 8), change: { kind: 'difference', value: 500, low: 120, high: 880 } }),
      group('video', { posts: 4, estimate: estimate(90, 4), change: { kind: 'break', on: '2025-04-21', network: 'instagram' } }),
      group('story', { posts: 2, estimate: estimate(1100, 2), change: { kind: 'unknown' } })
    ]
  }

  it('show figure, n and difference of the compared days, each of them with its source', async () => {
    const scopes: Record<string, unknown>[] = []
    answerWith((scope) => {
      scopes.push(scope)
      return answer
    })
    const pinia = freshPinia()
    useClientShell(pinia).currentId = 'museum'
    await stage(GroupsTab, { pinia, props: {} })
    await expect.poll(pageText).toContain('Reel')
    expect(scopes.at(-1)).toMatchObject({ compare: { kind: 'previous' } })
    const row = (name: string) => [...document.querySelectorAll('tbody tr')].find(({ textContent }) => textContent?.includes(name))
    expect(row('Reel')?.textContent).toMatch(/1,500\s*8 posts\s*\+500 \(\+33%\)\s*\+120 to \+880/)
    expect(row('Video')?.textContent).toContain('Not comparable: Instagram counts anew since Apr 21, 2025')
    expect(row('Story')?.textContent).toMatch(/1,100\s*2 posts\s*Too few to say/)
    const panel = useAnalyticsPanel(pinia)
    const targetOf = (words: RegExp) => {
      button(words).click()
      return panel.page?.kind === 'trace' ? panel.page.target : undefined
    }
    const { from, to } = useAnalyticsScope(pinia).scope
    const august = { from: '2026-08-01', to: '2026-08-31', among: { by: 'format', key: 'reel' } }
    expect(targetOf(/^Reel, Aug 1.*, 1,500/)?.ask).toMatchObject({ metric: 'reach', ...august })
    expect(targetOf(/Reel, Aug 1.*, 8 posts/)?.ask).toMatchObject({ metric: 'posts', ...august })
    expect(targetOf(/Difference of Reach, Reel/)).toMatchObject({ ask: { metric: 'reach', from, to }, before: { ask: { metric: 'reach', ...august } } })
  })
})
