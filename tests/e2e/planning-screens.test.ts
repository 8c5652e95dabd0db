import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { planningScreens, showScreen, type PlanningScreen, type ScreenIds } from '../support/journeys/planning-screens'
import { startLoopback, type TestHost } from '../support/loopback'
import { clientOf } from './composer-stage'

const further: readonly PlanningScreen[] = [
  {
    name: 'an idea being written down',
    path: ({ clientId }) => `/clients/${clientId}/ideas`,
    act: async (page) => {
      await page.keyboard.press('Shift+I')
      await page.getByRole('textbox', { name: /^New idea for/ }).waitFor()
    }
  },
  {
    name: 'what the palette finds',
    path: ({ clientId }) => `/clients/${clientId}/posts`,
    act: async (page) => {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByRole('combobox').fill('plants')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    }
  },
  {
    name: 'the preview of an import',
    path: ({ clientId }) => `/clients/${clientId}/imports`,
    act: async (page) => {
      const rows = ['Date,Time,Channel,Caption', '2027-04-03,09:00,Instagram,A print', '2027-04-31,09:00,Newsletter,A day that is none']
      await page.locator('input[type=file]').setInputFiles({ name: 'april.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
      await page.getByText('Left out', { exact: true }).first().waitFor()
    }
  }
]

let browser: Browser
let host: TestHost
let page: Page
let ids: ScreenIds
const complaints: string[] = []

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: 'Europe/London', reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(host.launchAddress)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  const api = await clientOf(host, page)
  const { client } = await api.clients.addDemo({})
  const clientId = client.id
  const { posts } = await api.posts.list({ clientId, statuses: ['scheduled'], limit: 1 })
  const { campaigns } = await api.campaigns.list({ clientId })
  ids = { clientId, postId: posts[0]?.id ?? '', variantId: posts[0]?.variants[0]?.id ?? '', campaignId: campaigns[0]?.id ?? '' }
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

describe('the screens of planning, with a planned month', () => {
  for (const screen of [...planningScreens, ...further]) {
    it(`hold nothing serious against those who do not see them, light and dark: ${screen.name}`, async () => {
      await page.emulateMedia({ colorScheme: 'light' })
      await showScreen(page, screen, ids)
      const light = await seriousIssues(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([...light, ...(await seriousIssues(page))]).toEqual([])
      await page.keyboard.press('Escape')
    })
  }

  it('complain of nothing', () => {
    expect(complaints).toEqual([])
  })
})
