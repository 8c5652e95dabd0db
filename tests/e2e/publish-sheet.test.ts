import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { openPackBench } from '../support/publish-pack'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

interface Opened {
  page: Page
  requests: string[]
  told: string[]
}

/** Opens a sheet from the disk, as a double click does. */
async function openSheet(path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Opened> {
  const context = await browser.newContext({ colorScheme, permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const requests: string[] = []
  const told: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('dialog', (dialog) => {
    told.push(`dialog ${dialog.type()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => told.push(`${message.type()} ${message.text()}`))
  page.on('pageerror', (error) => told.push(`error ${error.message}`))
  await page.goto(pathToFileURL(path).href)
  return { page, requests, told }
}

const fields = (page: Page) => page.locator('pre').evaluateAll((all) => all.map((one) => one.textContent))

describe('the sheet of a publish pack, opened from a disk', () => {
  it('shows 34 hostile texts as the texts they are: nothing runs, nothing is asked for', async () => {
    const bench = await openPackBench(0)
    for (const [index, text] of HOSTILE_TEXTS.entries()) {
      const minute = String(index).padStart(2, '0')
      await bench.plan({ title: text.slice(0, 200), text, link: text, firstComment: text, planned: { date: '2026-11-24', time: `09:${minute}` }, on: [['facebook', 'feed']] })
    }
    const { sheet, totals } = await bench.pack({ scope: { kind: 'days', fromDay: '2026-11-24', toDay: '2026-11-24' } })
    expect(totals.posts).toBe(HOSTILE_TEXTS.length)
    const { page, requests, told } = await openSheet(sheet ?? '')
    await page.mouse.move(200, 300)
    for (let tabs = 0; tabs < 12; tabs += 1) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => (window as unknown as { __pwned?: number }).__pwned)).toBeUndefined()
    expect(requests).toEqual([pathToFileURL(sheet ?? '').href])
    expect(told).toEqual([])
    // A page holds no NUL and no half of a pair; the rest is there to the letter.
    const asPage = (text: string) => text.replaceAll('\0', '').replaceAll('\uD800', '\uFFFD')
    const shown = await fields(page)
    for (const text of HOSTILE_TEXTS) expect(shown).toContain(asPage(text))
    expect(await page.locator('article').count()).toBe(HOSTILE_TEXTS.length)
    expect(await page.locator('img, iframe, object, embed, form, base, svg').count()).toBe(0)
  })

  it('copies each text to the letter, shows pictures without a request, and serves everyone in light and dark', async () => {
    const bench = await openPackBench(2)
    const text = 'First line\n\n  indented “quoted” & <b>marked</b> ☃ 👩🏽‍🎨'
    await bench.plan({ title: 'Opening', text, link: 'https://example.org', planned: { date: '2026-11-24', time: '09:00' }, on: [['instagram', 'carousel'], ['x', 'feed']], pictures: [0, 1] })
    const { sheet } = await bench.pack({ scope: { kind: 'days', fromDay: '2026-11-24', toDay: '2026-11-24' } })
    for (const scheme of ['light', 'dark'] as const) {
      const { page, requests, told } = await openSheet(sheet ?? '', scheme)
      const first = page.locator('article').first()
      await first.getByRole('button', { name: 'Copy: Text' }).click()
      await first.getByText('Copied').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
      const pictures = await page.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 0))
      expect(pictures).toEqual([true, true, true, true])
      expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(1)
      expect(told).toEqual([])
      expect(await seriousIssues(page)).toEqual([])
      await page.context().close()
    }
  })

  it('copies by hand where the page has no clipboard', async () => {
    const bench = await openPackBench(0)
    await bench.plan({ title: 'Opening', text: 'Words', planned: { date: '2026-11-24', time: '09:00' }, on: [['x', 'feed']] })
    const { sheet } = await bench.pack({ scope: { kind: 'days', fromDay: '2026-11-24', toDay: '2026-11-24' } })
    const { page } = await openSheet(sheet ?? '')
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }))
    await page.evaluate(() => {
      document.addEventListener('copy', () => (document.title = String(document.getSelection() ?? '') || (document.activeElement as HTMLTextAreaElement).value))
    })
    await page.getByRole('button', { name: 'Copy: Text' }).click()
    await page.getByText('Copied', { exact: true }).waitFor()
    expect(await page.title()).toBe('Words')
    await page.getByRole('checkbox').check()
    expect(await page.locator('article').getAttribute('class')).toBe('posted')
  })
})
