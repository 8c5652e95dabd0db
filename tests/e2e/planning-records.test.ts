import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'

let browser: Browser
let host: TestHost
let page: Page

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(10_000)
  await page.goto(host.launchAddress)
  await page.getByRole('button', { name: 'New client' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Nordlys')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

const goTo = (name: string) => page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click()
const saved = () => page.getByText('Saved', { exact: true }).waitFor()
const slot = (name: string) => page.getByRole('gridcell', { name, exact: true })

/** What a screen reader or a person with low vision would stumble over, in both themes. */
async function issuesInBothThemes(): Promise<unknown[]> {
  const found: unknown[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await seriousIssues(page)))
  }
  return found
}

describe('what posts are planned with', () => {
  it('is a channel, made from the address of its page', async () => {
    await goTo('Channels')
    await page.getByText('Where does this client post?').waitFor()
    expect(await issuesInBothThemes()).toEqual([])
    await page.getByRole('button', { name: 'New channel' }).click()
    await page.getByText('LinkedIn', { exact: true }).click()
    await page.getByLabel('Name or page address').fill('https://example.org/nordlys!')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await page.getByText('Instagram', { exact: true }).click()
    await page.getByLabel('Name or page address').fill('instagram.com/Nordlys.Museum/')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '@nordlys.museum' }).waitFor()
    expect(await page.getByLabel('Page', { exact: true }).inputValue()).toBe('https://www.instagram.com/nordlys.museum/')
    expect(await issuesInBothThemes()).toEqual([])
  })

  it('has posting slots that are set and moved by keyboard, and taken back by undo', async () => {
    await page.getByRole('tab', { name: 'Posting slots' }).click()
    await slot('Monday 09:00, no slot').focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await slot('Tuesday 10:00: 10:00').waitFor()
    await page.keyboard.press('Enter')
    await page.getByLabel('Time', { exact: true }).fill('10.30')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await slot('Tuesday 10:00: 10:30').waitFor()
    expect(await issuesInBothThemes()).toEqual([])
    await slot('Tuesday 10:00: 10:30').focus()
    await page.keyboard.press('Delete')
    await slot('Tuesday 10:00, no slot').waitFor()
    await page.keyboard.press('ControlOrMeta+z')
    await slot('Tuesday 10:00: 10:30').waitFor()
  })

  it('keeps every word that is typed and left at once for another field', async () => {
    await page.getByRole('tab', { name: 'Playbook' }).click()
    await page.getByLabel('Do', { exact: true }).fill('Name the photographer')
    await page.getByText('Formal', { exact: true }).click()
    await page.getByRole('button', { name: 'Reel' }).click()
    await saved()
    await page.reload()
    await page.getByLabel('Do', { exact: true }).waitFor()
    expect(await page.getByLabel('Do', { exact: true }).inputValue()).toBe('Name the photographer')
    expect(await page.getByRole('button', { name: 'Reel' }).getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('button', { name: 'Formal' }).getAttribute('aria-pressed')).toBe('true')
    expect(await issuesInBothThemes()).toEqual([])
  })

  it('shows a limit that was set otherwise beside that of the network', async () => {
    await page.getByRole('tab', { name: 'Limits' }).click()
    await page.getByLabel('Field').selectOption({ label: 'Hashtags in a post' })
    await page.getByLabel('Limit for this client').fill('3')
    await page.getByRole('button', { name: 'Set limit' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Hashtags in a post' })
    await row.getByText('Set here').waitFor()
    expect(await row.innerText()).toMatch(/3\s+5/)
    expect(await issuesInBothThemes()).toEqual([])
  })

  it('is a pillar with a share of the plan', async () => {
    await goTo('Strategy')
    await page.getByRole('button', { name: 'New pillar' }).click()
    await page.getByLabel('Name', { exact: true }).fill('From the collection')
    await page.getByLabel('Target share').fill('60')
    await page.getByText('Target shares add up to 60 of 100 %.').waitFor()
    expect(await issuesInBothThemes()).toEqual([])
  })

  it('is a campaign whose rule for links shows the link as it goes out', async () => {
    await goTo('Campaigns')
    await page.getByRole('button', { name: 'New campaign' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Vinterlys på Bryggen')
    await page.getByLabel('First day').fill('2026-12-01')
    await page.getByLabel('Last day').fill('2026-12-24')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Vinterlys på Bryggen' }).waitFor()
    await page.getByText('utm_campaign=vinterlys-pa-bryggen').waitFor()
    await page.getByLabel('Source', { exact: true }).fill('{nework}')
    await page.getByText('Nothing is known as {nework}.').waitFor()
    await page.getByLabel('Source', { exact: true }).fill('insta')
    await page.getByText('utm_source=insta').waitFor()
    expect(await issuesInBothThemes()).toEqual([])
    await page.getByRole('button', { name: 'Figures', exact: true }).click()
    await page.getByRole('tab', { name: 'Campaigns', selected: true }).waitFor()
    expect(new URL(page.url().replace('#/', '')).searchParams.get('campaign')).toMatch(/^[\w-]{36}$/)
    await page.getByText('Vinterlys på Bryggen').first().waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'All campaigns' }).click()
    await page.getByRole('button', { name: /Vinterlys på Bryggen,/ }).waitFor()
    expect(await issuesInBothThemes()).toEqual([])
  })

  it('is a snippet whose variable is filled in where it is known, and marked where it is not', async () => {
    await goTo('Texts')
    await page.getByRole('tab', { name: 'Variables' }).click()
    await page.getByRole('button', { name: 'New variable' }).click()
    await page.getByLabel('Name', { exact: true }).fill('address')
    await page.getByLabel('Value', { exact: true }).fill('Bryggen 3')
    await saved()
    await page.getByRole('tab', { name: 'Snippets' }).click()
    await page.getByRole('button', { name: 'New snippet' }).click()
    await page.getByLabel('Text', { exact: true }).fill('{address}, {hours}')
    await page.getByText('Nothing is kept as {hours}.').waitFor()
    await page.getByText('Bryggen 3', { exact: true }).waitFor()
    expect(await issuesInBothThemes()).toEqual([])
  })
})
