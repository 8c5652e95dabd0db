import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '../../src/shared/contract'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'
import { facebookContent, instagramContent, metaDaily, xContent, xOverview, type ExportFile } from '../support/network-exports'
import { tempFolder } from '../support/temp-folder'
import { clientOf, openPage } from './composer-stage'

const TIMEOUT = 90_000
const complaints: string[] = []
let browser: Browser
let host: TestHost
let page: Page
let client: AppClient
let clientId: string

/** A client with two Instagram channels, neither called as its files say, so that whose figures they are has to be asked. */
async function makeClient(name: string): Promise<string> {
  const { id } = await client.clients.create({ name, zone: 'Europe/Oslo', languages: ['en'] })
  for (const channel of ['Prints', 'Shop']) await client.channels.create({ clientId: id, network: 'instagram', name: channel, handle: channel.toLowerCase() })
  for (const network of ['facebook', 'x'] as const) await client.channels.create({ clientId: id, network, name: `Gallery on ${network}` })
  return id
}

async function folderOf(files: readonly ExportFile[]): Promise<string> {
  const folder = join(await tempFolder(), 'October')
  await mkdir(folder)
  for (const { name, content } of files) await writeFile(join(folder, name), content)
  return folder
}

async function openImports(): Promise<void> {
  await page.goto(`${host.origin}/#/clients/${clientId}/imports`)
  // What was dropped before is still there while the app is; here every test begins anew.
  await page.reload()
  await page.getByRole('heading', { name: 'Imports', level: 1 }).waitFor()
}

async function takeFolder(files: readonly ExportFile[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose a folder' }).click()])
  await chooser.setFiles(await folderOf(files))
}
const dropFiles = (files: readonly ExportFile[]): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(files.map(({ name, content }) => ({ name, mimeType: 'text/csv', buffer: content })))
const button = (name: RegExp | string) => page.getByRole('button', { name })
/** Figures that count, of posts and of days. */
const imports = async () => (await client.figureImports.list({ clientId })).imports

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  page = await openPage(browser, host.launchAddress, complaints)
  client = await clientOf(host, page)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

describe('exports of the networks', () => {
  it('come in as a folder after one question, and go and come again by undo and redo', { timeout: TIMEOUT }, async () => {
    clientId = await makeClient('North Gallery')
    await openImports()
    await takeFolder([instagramContent(), facebookContent(1, 15), facebookContent(16, 31), xContent(), xOverview()])
    const question = page.getByRole('combobox', { name: /Whose figures are those of “/ })
    await question.waitFor()
    const commit = button('Import 109 rows of 5 files')
    expect(await commit.isEnabled()).toBe(false)
    await question.selectOption({ label: 'Prints' })
    await expect.poll(() => commit.isEnabled(), { timeout: 20_000 }).toBe(true)
    await commit.click()
    await page.getByText('109 rows of 5 files imported').first().waitFor()
    await page.getByRole('region', { name: 'What came in' }).getByText('109 rows').waitFor()
    expect((await imports()).map(({ files }) => files)).toEqual([5])
    await button(/^Undo/).click()
    await expect.poll(imports).toEqual([])
    await page.getByRole('heading', { name: 'Drop exports of the networks here' }).waitFor()
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(async () => (await imports()).length).toBe(1)
    await page.getByRole('region', { name: 'What came in' }).getByText('109 rows').waitFor()
  })

  it('change nothing when they come again, and say so', { timeout: TIMEOUT }, async () => {
    await openImports()
    await dropFiles([xContent(), instagramContent()])
    await page.getByText(/came in before/).first().waitFor()
    expect(await page.getByRole('button', { name: 'Nothing new', exact: true }).isEnabled()).toBe(false)
    await button('Start over').click()
    await page.getByRole('region', { name: 'What came in' }).waitFor()
  })

  it('say what would change where a figure is another, and open each table by keyboard', { timeout: TIMEOUT }, async () => {
    await openImports()
    await dropFiles([instagramContent('northgallery', 12)])
    const row = page.getByRole('button', { name: /1122334455/ })
    await row.getByText('31 changed').waitFor()
    await row.focus()
    await page.keyboard.press('Enter')
    await page.getByText(/headers, \d+% sure/).waitFor()
    expect(await page.getByRole('combobox', { name: '“North Gallery” is' }).or(page.getByRole('combobox', { name: '“northgallery” is' })).count()).toBe(1)
    await button('Start over').click()
  })

  it('leave plans of posts to the plan, and name what cannot be read', { timeout: TIMEOUT }, async () => {
    const plan = { name: 'december.csv', content: Buffer.from('Date,Time,Channel,Caption\n2026-12-03,09:00,X,A print\n') }
    await openImports()
    await dropFiles([xOverview(), plan, { name: 'scan.csv', content: Buffer.from('%PDF-1.4 nothing') }])
    await page.getByText('1 file could not be read').waitFor()
    await button('Look at the plan').click()
    await button('Add 1 post').waitFor()
    await page.getByRole('button', { name: /^Figures/ }).click()
    await button('Look at the plan').waitFor()
    await button('Start over').click()
  })

  it('are mapped once where nobody knows them, and known from then on', { timeout: TIMEOUT }, async () => {
    const unknown = { name: 'oddities.csv', content: Buffer.from('Dag;Kijkers\n2026-10-01;12\n2026-10-02;15\n') }
    await openImports()
    await dropFiles([unknown])
    await button('Map columns').click()
    const dialog = page.getByRole('dialog', { name: 'Map columns once' })
    await dialog.getByLabel('Network').selectOption('threads')
    await dialog.getByLabel('What a row is about').selectOption('account')
    await dialog.getByLabel('What its figures count').selectOption('day')
    await dialog.getByLabel('What Kijkers holds').selectOption('figure:views')
    expect(await seriousIssues(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save and read again' }).click()
    await page.getByRole('button', { name: /oddities\.csv/ }).getByText('2 new').waitFor()
    await button('Start over').click()
    await page.getByRole('region', { name: 'Layouts mapped here' }).getByText('oddities').waitFor()
  })
})

describe('exports that are due', () => {
  it('show their steps without asking anybody, are put off, and come back by undo', { timeout: TIMEOUT }, async () => {
    await openImports()
    await button(/^Open steps for Results, daily figures/).first().click()
    await page.getByRole('dialog', { name: 'Results, daily figures' }).getByText('Meta Business Suite', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Exports of the networks' }).getByRole('button', { name: 'Weekly' }).click()
    await expect.poll(async () => (await client.exportsDue.overview({ clientId })).interval).toBe('weekly')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(async () => (await client.exportsDue.overview({ clientId })).interval).toBe('monthly')
  })
})

describe('the screen of imports', () => {
  it('holds nothing serious against those who do not see it, light and dark, before and after a drop', { timeout: TIMEOUT }, async () => {
    const issues = async (): Promise<string[]> => {
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await seriousIssues(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      return [...light, ...(await seriousIssues(page))]
    }
    await openImports()
    expect(await issues()).toEqual([])
    await dropFiles([instagramContent('somebodyelse'), metaDaily('Reach'), facebookContent()])
    await page.getByText(/Of which network/).waitFor()
    await page.getByRole('button', { name: /1122334455/ }).click()
    expect(await issues()).toEqual([])
    expect(complaints).toEqual([])
  })
})
