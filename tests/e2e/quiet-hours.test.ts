import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'
import { looksIn, quickLooks } from '../support/quick-looks'
import { clientOf, openPage } from './composer-stage'

/** Several of each watch: one that began before the post was planned does not count. */
const LOOKS = 10
const SOON = 30_000

let browser: Browser
let host: TestHost
let page: Page

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback({ nodeArgs: quickLooks })])
  page = await openPage(browser, host.launchAddress, [])
})
afterAll(() => Promise.all([browser.close(), host.stop()]))

describe('quiet hours', () => {
  it('keep what is due from being told while they last; Today lists it all the same', async () => {
    const client = await clientOf(host, page)
    const { id: clientId } = await client.clients.create({ name: 'Nordlys Museum', zone: 'UTC' })
    const { id: channelId } = await client.channels.create({ clientId, network: 'instagram', name: 'Museum' })
    await page.goto(`${host.origin}/#/settings`)
    await page.getByLabel('Quiet hours').check()
    await page.getByLabel('From', { exact: true }).fill('00:00')
    await page.getByLabel('To', { exact: true }).fill('23:59')
    await page.getByLabel('To', { exact: true }).blur()
    await expect.poll(async () => (await client.settings.all({})).settings['reminders']).toMatchObject({ quiet: true, quietFrom: '00:00', quietTo: '23:59' })
    const now = new Date().toISOString()
    const planned = { date: now.slice(0, 10), time: now.slice(11, 16), zone: 'UTC' }
    const { variants } = await client.posts.create({ clientId, title: 'Harbor', planned, variants: [{ channelId, format: 'feed', voiceId: null }] })
    await client.posts.setState({ clientId, variantIds: variants.map(({ id }) => id), state: 'scheduled' })
    await page.goto(`${host.origin}/#/today`)
    await page.getByText('Harbor').first().waitFor()
    const notice = page.locator('.bg-inverse').getByText(/due/)
    const before = looksIn(host.output())
    await expect.poll(() => looksIn(host.output()), { timeout: SOON }).toBeGreaterThan(before + LOOKS)
    expect(await notice.count()).toBe(0)

    await page.goto(`${host.origin}/#/settings`)
    await page.getByLabel('Quiet hours').uncheck()
    await notice.first().waitFor({ timeout: SOON })
  })
})
