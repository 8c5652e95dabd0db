import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Browser, Locator, Page } from 'playwright-core'
import type { AppClient } from '../../src/shared/contract'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'

/**
 * A client in Oslo with an Instagram and an X channel, a pillar, and six posts around the night in October 2030 on which the
 * clock is put back. The year is far enough ahead that nothing is overdue.
 */
export interface CalendarStage {
  host: TestHost
  browser: Browser
  page: Page
  api: AppClient
  clientId: string
  /** What the page complained of; nothing is the goal. */
  complaints: string[]
  close(): Promise<void>
}

async function fill(api: AppClient): Promise<string> {
  const { id: clientId } = await api.clients.create({ name: 'Nordlys Museum', zone: 'Europe/Oslo', languages: ['en-US'] })
  const { id: instagram } = await api.channels.create({ clientId, network: 'instagram', name: 'Museum' })
  const { id: x } = await api.channels.create({ clientId, network: 'x', name: 'Museum on X' })
  const { id: pillarId } = await api.pillars.create({ clientId, name: 'Collection', color: '#2f6f6a' })
  const post = (title: string, date: string | null, more: object = {}) =>
    api.posts.create({
      clientId, title, text: `Words of ${title}`, planned: date === null ? null : { date, time: '09:00' },
      variants: [instagram, x].map((channelId) => ({ channelId, format: 'feed', voiceId: null })), ...more
    })
  await post('Harbor', '2030-10-25')
  await post('Gulls', '2030-10-25', { pillarId, planned: { date: '2030-10-25', time: '11:30' } })
  await post('Boats', '2030-10-21', { pillarId })
  await post('Late ferry', '2030-10-31', { planned: { date: '2030-10-31', time: '18:00' } })
  const out = await post('Already out', '2030-10-22')
  const ids = out.variants.map(({ id }) => id)
  for (const state of ['scheduled', 'published'] as const) await api.posts.setState({ clientId, variantIds: ids, state })
  await post('No time yet', null)
  return clientId
}

export async function stageCalendar(): Promise<CalendarStage> {
  const [browser, host] = await Promise.all([launchChromium(), startLoopback()])
  const complaints: string[] = []
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Oslo' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(host.launchAddress)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  const token = await page.evaluate(() => sessionStorage.getItem('greenroom.session') ?? '')
  const api: AppClient = createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers: { 'x-greenroom-token': token } }))
  const clientId = await fill(api)
  await page.goto(`${host.origin}/#/clients/${clientId}/calendar`)
  await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor()
  return { host, browser, page, api, clientId, complaints, close: async () => void (await Promise.all([browser.close(), host.stop()])) }
}

export const tile = (page: Page, title: string): Locator => page.locator('[data-tile]').filter({ hasText: title }).first()
export const day = (page: Page, date: string): Locator => page.locator(`[data-within="${date}"]`).first()
/** The line at the bottom, not what screen readers hear of it. */
export const line = (page: Page, text: string | RegExp): Locator => page.locator('.bg-inverse').getByText(text)

export async function goToDay(page: Page, date: string): Promise<void> {
  await page.keyboard.press('Shift+G')
  await page.getByLabel('Go to a day', { exact: true }).last().fill(date)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** With the pointer, in steps, as a hand does it. */
export async function drag(page: Page, from: Locator, to: Locator, { key, at }: { key?: string; at?: { x: number; y: number } } = {}): Promise<void> {
  // A tile may be drawn anew while it is looked for.
  await from.scrollIntoViewIfNeeded().catch(() => from.scrollIntoViewIfNeeded())
  const start = (await from.boundingBox())!
  await page.mouse.move(start.x + 20, start.y + 8)
  await page.mouse.down()
  if (key) await page.keyboard.down(key)
  await page.mouse.move(start.x + 32, start.y + 20, { steps: 3 })
  const end = (await to.boundingBox())!
  await page.mouse.move(end.x + (at?.x ?? end.width / 2), end.y + (at?.y ?? end.height - 8), { steps: 8 })
  await page.mouse.up()
  if (key) await page.keyboard.up(key)
}
