import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

// A dialog that a failed test leaves open hides the page from the tests after it.
afterEach(async ({ task }) => {
  for (let tries = 0; task.result?.state === 'fail' && tries < 3; tries += 1) await page.keyboard.press('Escape')
})

const title = (text: string) => page.getByRole('heading', { level: 1, name: text })
const sidebar = () => page.getByRole('navigation', { name: 'Main navigation' })
/** The name on the switcher. */
const isOpen = (name: string) => page.getByTitle(name, { exact: true }).first().waitFor()
const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name })

async function newClient(name: string): Promise<void> {
  await sidebar().getByRole('link', { name: 'Clients', exact: true }).click()
  await page.getByRole('button', { name: 'New client' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await title('Calendar').waitFor()
}

async function act(name: string, entry: string): Promise<void> {
  await sidebar().getByRole('link', { name: 'Clients', exact: true }).click()
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

describe('clients', () => {
  it('begin with an empty list that teaches', async () => {
    await page.getByText('Each client gets a folder of its own on this machine.').waitFor()
    await page.getByRole('button', { name: 'or try the demo client' }).waitFor()
    expect(await seriousIssues(page)).toEqual([])
  })

  it('are made by name and Enter, and open at once', async () => {
    await newClient('Nordlys')
    await newClient('Trattoria Lucca')
    await isOpen('Trattoria Lucca')
  })

  it('are refused with a name that is taken, in the form, with what to do', async () => {
    await sidebar().getByRole('link', { name: 'Clients', exact: true }).click()
    await page.getByRole('button', { name: 'New client' }).first().click()
    expect(await seriousIssues(page)).toEqual([])
    await page.getByLabel('Name', { exact: true }).fill('nordlys')
    await page.keyboard.press('Enter')
    const alert = page.getByRole('dialog').getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('nordlys')
    await page.keyboard.press('Escape')
  })

  it('change their zone by searching for a city', async () => {
    await act('Nordlys', 'Edit')
    await page.getByRole('button', { name: 'Time zone', exact: true }).click()
    await page.getByPlaceholder('Find a city or zone').fill('oslo')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await rowOf('Nordlys').getByText('Oslo').waitFor()
  })

  it('are switched by Ctrl and a number, to the screen they were left on', async () => {
    await page.keyboard.press('ControlOrMeta+1')
    await isOpen('Nordlys')
    await sidebar().getByRole('link', { name: 'Exports' }).click()
    await title('Exports').waitFor()
    await page.keyboard.press('ControlOrMeta+2')
    await isOpen('Trattoria Lucca')
    await page.keyboard.press('ControlOrMeta+1')
    await title('Exports').waitFor()
  })

  it('come first when pinned', async () => {
    await act('Trattoria Lucca', 'Pin to the top')
    await page.waitForFunction(() => document.querySelector('tbody tr')?.textContent.includes('Trattoria Lucca'))
  })

  it('are archived with an undo that brings them back', async () => {
    await act('Trattoria Lucca', 'Archive')
    await page.getByRole('table', { name: 'Archived' }).getByText('Trattoria Lucca').waitFor()
    await page.getByText('Trattoria Lucca archived').last().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('table', { name: 'Archived' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('table', { name: 'Clients' }).innerText()).toContain('Trattoria Lucca')
  })

  it('are deleted only when the name is typed, and recovered', async () => {
    await act('Trattoria Lucca', 'Delete…')
    const confirm = page.getByRole('button', { name: 'Delete client' })
    expect(await confirm.isDisabled()).toBe(true)
    await page.getByRole('dialog').getByRole('textbox').fill('Trattoria Lucca')
    await confirm.click()
    await page.getByText('Kept for 30 days, then deleted for good.').waitFor()
    expect(await seriousIssues(page)).toEqual([])
    await page.getByRole('button', { name: 'Recover' }).click()
    await page.getByText('Kept for 30 days, then deleted for good.').waitFor({ state: 'detached' })
    await rowOf('Trattoria Lucca').waitFor()
  })
})

describe('the catalog of networks', () => {
  it('is searched by size and shows a placement with its source and date', async () => {
    await sidebar().getByRole('link', { name: 'Networks' }).click()
    await page.getByText('225 placements', { exact: true }).waitFor()
    await page.getByPlaceholder('Find a placement, size or network').fill('1080×1920 story instagram')
    await page.getByText('2 placements', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: /^Story, image/ }).click()
    const facts = page.getByRole('complementary', { name: 'Placement' })
    for (const text of ['ig-story-image', '1080 × 1920 px', 'top 269, right 65, bottom 384, left 65 px', 'Read on']) {
      await facts.getByText(text).first().waitFor()
    }
  })

  it('marks what is assumed', async () => {
    await page.getByPlaceholder('Find a placement, size or network').fill('ig-feed-3x4')
    await page.getByRole('button', { name: /Feed photo 3:4/ }).getByText('Assumed').waitFor()
  })
})

describe('every one of these screens', () => {
  it.each([
    ['light', 'Clients'],
    ['dark', 'Clients'],
    ['light', 'Networks'],
    ['dark', 'Networks'],
    ['light', 'Settings'],
    ['dark', 'Settings']
  ] as const)('has no serious issue for assistive technology (%s, %s)', async (colorScheme, name) => {
    await page.emulateMedia({ colorScheme })
    await sidebar().getByRole('link', { name, exact: true }).click()
    await title(name).waitFor()
    await page.waitForTimeout(200)
    expect(await seriousIssues(page)).toEqual([])
  })
})
