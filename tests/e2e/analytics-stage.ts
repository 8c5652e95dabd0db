import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createCore } from '../../src/main/core'
import { launchChromium } from '../support/chromium'
import { seedFigures } from '../support/figures'
import { startLoopback, type TestHost } from '../support/loopback'

export interface AnalyticsStage {
  host: TestHost
  browser: Browser
  page: Page
  clientId: string
  emptyId: string
  complaints: string[]
  /** Shows a tab over the third quarter of 2026. */
  show(tab: string, query?: string): Promise<void>
  close(): Promise<void>
}

const neverStarted = (): never => {
  throw new Error('This stage starts no process of its own.')
}

/** A home with a museum that has a quarter of figures, and with a client that has none. */
async function fillHome(home: string): Promise<{ clientId: string; emptyId: string }> {
  const core = await createCore({
    home, resources: resolve(import.meta.dirname, '../../resources'), version: '0.0.0-test', hostName: 'test',
    spawnMedia: neverStarted, spawnReport: neverStarted, spawnParse: neverStarted, now: () => new Date('2026-10-05T09:00:00.000Z')
  })
  const { client } = core
  const { id: clientId } = await client.clients.create({ name: 'Nordlys Museum', zone: 'Europe/Oslo', languages: ['en-US'] })
  const { id: emptyId } = await client.clients.create({ name: 'Trattoria', zone: 'Europe/Rome', languages: ['en-US'] })
  const channels: Record<string, string> = {}
  for (const network of ['instagram', 'facebook', 'linkedin', 'tiktok'] as const) channels[network] = (await client.channels.create({ clientId, network, name: `Museum on ${network}` })).id
  await client.campaigns.create({ clientId, name: 'Summer exhibition', startsOn: '2026-08-01', endsOn: '2026-09-15', budgetMinor: 90_000, currency: 'EUR', color: '#b0631a' })
  await client.annotations.create({ clientId, startsOn: '2026-08-20', endsOn: '2026-08-22', text: 'Open house weekend' })
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('figureImports.commit', (tx) => seedFigures(tx, channels))
  await core.close()
  return { clientId, emptyId }
}

export async function stageAnalytics(viewport = { width: 1280, height: 800 }): Promise<AnalyticsStage> {
  const home = await mkdtemp(join(tmpdir(), 'greenroom-analytics-'))
  const { clientId, emptyId } = await fillHome(home)
  const [browser, host] = await Promise.all([launchChromium(), startLoopback({ home })])
  const complaints: string[] = []
  const context = await browser.newContext({ viewport, locale: 'en-US', timezoneId: 'Europe/Oslo' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(host.launchAddress)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  const show = async (tab: string, query = 'from=2026-07-01&to=2026-09-30&compare=previous'): Promise<void> => {
    await page.goto(`${host.origin}/#/clients/${clientId}/analytics/${tab}?${query}`)
    await page.locator('[role=tabpanel] section[aria-busy=false]').first().waitFor()
  }
  const close = async (): Promise<void> => {
    await Promise.all([browser.close(), host.stop()])
    await rm(home, { recursive: true, force: true })
  }
  return { host, browser, page, clientId, emptyId, complaints, show, close }
}
