import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '../../src/shared/contract'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'
import { plannedPosts, twelveExports } from '../support/month-of-exports'
import { clientOf, openPage } from './composer-stage'

const TIMEOUT = 120_000
const complaints: string[] = []
let browser: Browser
let host: TestHost
let page: Page
let api: AppClient
let clientId: string

const button = (name: RegExp | string) => page.getByRole('button', { name })

async function open(path: string): Promise<void> {
  await page.goto(`${host.origin}/#/${path}`)
  await page.reload()
}

/** A client with a channel of four networks each, and posts that were planned. */
async function makeClient(): Promise<void> {
  const { id } = await api.clients.create({ name: 'North Gallery', zone: 'Europe/Oslo', languages: ['en'] })
  clientId = id
  const channels: Record<string, string> = {}
  for (const network of ['instagram', 'facebook', 'x', 'tiktok'] as const) channels[network] = (await api.channels.create({ clientId, network, name: 'North Gallery', handle: 'northgallery' })).id
  const variantIds: string[] = []
  for (const { network, text, date, time } of plannedPosts) {
    const post = await api.posts.create({ clientId, title: text.slice(0, 40), text, planned: { date, time }, variants: [{ channelId: channels[network] ?? '', format: 'feed' }] })
    variantIds.push(...post.variants.map(({ id: variantId }) => variantId))
  }
  await api.posts.setState({ clientId, variantIds, state: 'scheduled' })
}

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  page = await openPage(browser, host.launchAddress, complaints)
  api = await clientOf(host, page)
  await makeClient()
}, TIMEOUT)
afterAll(async () => {
  await browser.close()
  await host.stop()
})

describe('the month of a client', { timeout: TIMEOUT }, () => {
  it('begins with twelve exports of four networks in three languages, dropped at once', async () => {
    const files = twelveExports()
    expect(files).toHaveLength(12)
    await open(`clients/${clientId}/imports`)
    await page.getByRole('heading', { name: 'Imports', level: 1 }).waitFor()
    await page.locator('input[type=file]').setInputFiles(files.map(({ name, content }) => ({ name, mimeType: 'text/csv', buffer: content })))
    const commit = button(/^Import \d+ rows of 12 files$/)
    await commit.waitFor({ timeout: 60_000 })
    expect(await seriousIssues(page)).toEqual([])
    await commit.click()
    await page.getByText(/\d+ rows of 12 files imported/).first().waitFor({ timeout: 60_000 })
    const [taken] = (await api.figureImports.list({ clientId })).imports
    expect(taken?.files).toBe(12)
  })

  it('goes on with two doubtful matches, confirmed one after the other', async () => {
    await page.goto(`${host.origin}/#/clients/${clientId}/analytics/matches?from=2026-10-01&to=2026-10-31&compare=none`)
    expect((await api.matches.counts({ clientId })).doubtful).toBe(2)
    const list = page.getByLabel('Doubtful', { exact: true }).last()
    await list.focus()
    const tab = page.getByRole('tab', { name: /^Matches/ })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => tab.innerText()).toMatch(/1$/)
    // The focus stays in the list, on the one that is left.
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await api.matches.counts({ clientId })).doubtful).toBe(0)
    expect(await seriousIssues(page)).toEqual([])
  })

  it('shows the best times, each hour with the number of its posts', async () => {
    await page.goto(`${host.origin}/#/clients/${clientId}/analytics/times?from=2026-10-01&to=2026-10-31&compare=none`)
    await page.locator('#analytics-panel-times').getByText(/median .*posts?/).first().waitFor({ state: 'attached' })
    expect(await seriousIssues(page)).toEqual([])
  })

  it('keeps what was learned', async () => {
    await page.goto(`${host.origin}/#/clients/${clientId}/analytics/learnings?from=2026-10-01&to=2026-10-31&compare=none`)
    await button('New learning').first().click()
    const seen = page.getByLabel('Observation').first()
    await seen.fill('Prints posted in the morning were saved more')
    await seen.blur()
    await expect.poll(async () => (await api.learnings.list({ clientId })).learnings.map(({ observation }) => observation)).toEqual(['Prints posted in the morning were saved more'])
  })

  it('becomes a report from a template, its pages beside it', async () => {
    await open(`clients/${clientId}/reports`)
    await button('New report').first().click()
    const dialog = page.getByRole('dialog', { name: 'New report' })
    await dialog.getByLabel('Month').selectOption('2026-10')
    await dialog.getByLabel('Language of the report').selectOption('nl')
    await dialog.getByRole('button', { name: 'Create report' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('region', { name: 'Pages as they will print' }).or(page.getByLabel('Pages as they will print')).first().waitFor()
    await page.getByText(/Page 1 of \d+/).or(page.getByRole('button', { name: /^Page 1 of \d+/ })).first().waitFor({ timeout: 60_000 })
    expect(await seriousIssues(page)).toEqual([])
    expect((await api.reports.list({ clientId })).reports).toMatchObject([{ from: '2026-10-01', to: '2026-10-31', language: 'nl' }])
  })

  it('ends with the reports of all clients', async () => {
    await api.clients.create({ name: 'South Gallery', zone: 'Europe/Amsterdam', languages: ['nl'] })
    await open('reports')
    await page.getByLabel('Month').selectOption('2026-10')
    await page.getByRole('listitem').filter({ hasText: 'South Gallery' }).waitFor()
    await button(/^Make (?:reports of )?2/).click()
    await expect.poll(() => page.getByRole('button', { name: /^Download/ }).or(page.getByText(/\.pdf/)).count(), { timeout: 90_000 }).toBeGreaterThanOrEqual(2)
    expect(await seriousIssues(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
