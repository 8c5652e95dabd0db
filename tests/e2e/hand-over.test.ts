import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'
import { openPackBench } from '../support/publish-pack'

let browser: Browser
let host: TestHost
let page: Page
let clientId: string
let variantId: string

/** A post of yesterday on its way out, and another one that is not ready. */
async function plannedPost(home: { core: { home: string } } & Awaited<ReturnType<typeof openPackBench>>): Promise<void> {
  const { client } = home.core
  const date = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)
  const { variantIds } = await home.plan({
    title: 'Acanthus leaves', text: 'The leaf was enlarged thirty times.', link: 'http://example.org/leaf', firstComment: '#botany', planned: { date, time: '09:00' },
    on: [['instagram', 'feed']], pictures: [0]
  })
  await client.posts.setState({ clientId: home.clientId, variantIds, state: 'scheduled' })
  await home.plan({ title: 'Opening hours', text: 'Open until nine', link: 'http://example.org/hours', planned: { date, time: '17:00' }, on: [['linkedin', 'feed']] })
  clientId = home.clientId
  variantId = variantIds[0] ?? ''
}

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

const go = async (path: string) => {
  await page.evaluate((to) => (window.location.hash = to), `/clients/${clientId}/${path}`)
}
const status = (name: string) => page.getByText(name, { exact: true }).first()

describe('handing a post over', () => {
  it('copies its texts by key, hands it over, and keeps the link of the published post; undo takes it back', async () => {
    const bench = await openPackBench(1)
    await plannedPost(bench)
    await bench.core.close()
    host = await startLoopback({ home: bench.core.home })
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] })
    page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const outside: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(host.origin) && !/^(?:data|blob):/.test(request.url())) outside.push(request.url())
    })
    await page.goto(host.launchAddress)
    await page.getByRole('link', { name: 'Clients', exact: true }).waitFor()
    await go(`hand-off/${variantId}`)
    // Its time is past and nobody has handed it over: overdue, and nothing else.
    await status('Overdue').waitFor()
    expect(await seriousIssues(page)).toEqual([])
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await page.keyboard.press('c')
    await page.getByText('Copied', { exact: true }).first().waitFor()
    expect(await clipboard()).toBe('The leaf was enlarged thirty times.')
    await page.keyboard.press('c')
    await expect.poll(clipboard).toBe('http://example.org/leaf')
    await page.keyboard.press('4')
    await expect.poll(clipboard).toBe('#botany')

    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save picture 1' }).click()
    expect((await saving).suggestedFilename()).toMatch(/^01_acanthus_1080x\d+\.jpg$/)

    await page.keyboard.press('h')
    await status('Handed over').waitFor()
    await page.getByLabel('Link to the post').fill('https://x.com/a/status/1')
    await page.getByRole('button', { name: 'Mark as published' }).click()
    await page.getByRole('alert').getByText('It does not lead to the network of this post.').waitFor()
    await page.getByLabel('Link to the post').fill('https://instagram.com/p/Leaf/?igsh=abc')
    await page.getByLabel('Published by').fill('Ada')
    await page.getByRole('button', { name: 'Mark as published' }).click()
    await page.getByText('https://www.instagram.com/p/Leaf', { exact: true }).waitFor()
    expect(await seriousIssues(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await status('Handed over').waitFor()
    expect(outside).toEqual([])
  })

  it('makes a publish pack of the days and shows what is in it', async () => {
    await go('packs')
    await page.getByRole('radio', { name: 'Days' }).or(page.getByRole('button', { name: 'Days', exact: true })).first().click()
    const from = new Date(Date.now() - 48 * 3_600_000).toISOString().slice(0, 10)
    await page.getByLabel('First day').fill(from)
    expect(await seriousIssues(page)).toEqual([])
    await page.getByRole('button', { name: 'Make a publish pack' }).click()
    await page.getByText('Open index.html in this folder').waitFor()
    await page.getByRole('link', { name: 'Save the zip' }).waitFor()
    await page.getByText(/^01_.*_instagram-feed$/).waitFor()
    expect(await seriousIssues(page)).toEqual([])
  })
})

describe('checking a month', () => {
  it('is worked through by keyboard: next, mend, let be, and undone', async () => {
    await go('checks')
    const lines = page.locator('[data-line]')
    await page.getByText('The link is not https').or(page.getByText('Nothing is planned in this month')).first().waitFor()
    // On the first of a month, yesterday was in the one before.
    if ((await lines.count()) === 0) await page.keyboard.press('[')
    await page.getByText('The link is not https').waitFor()
    expect(await seriousIssues(page)).toEqual([])
    const current = page.locator('[data-line][aria-current=true]')
    for (let steps = 0; steps < 20 && !(await current.innerText().catch(() => '')).includes('not https'); steps += 1) await page.keyboard.press('j')
    await page.keyboard.press('f')
    await page.getByText('The link is not https').waitFor({ state: 'detached' })
    const before = await lines.count()
    await page.keyboard.press('e')
    await expect.poll(() => lines.count()).toBe(before - 1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => lines.count()).toBe(before)
  })
})
