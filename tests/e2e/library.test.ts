import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium'
import { dropPaths, pastePicture } from '../support/journeys/bring-pictures'
import { addClient, addPhotographs, library, openContactSheet, screenTitle, twelvePhotographs } from '../support/journeys/export-journey'
import { startLoopback, type TestHost } from '../support/loopback'

let browser: Browser
let host: TestHost
let page: Page
let folder: string
const complaints: string[] = []

beforeAll(async () => {
  ;[browser, host, folder] = await Promise.all([launchChromium(), startLoopback(), mkdtemp(join(tmpdir(), 'greenroom-library-'))])
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(host.launchAddress)
  await addClient(page, 'Nordlys Museum')
})
afterAll(async () => {
  await browser.close()
  await host.stop()
  await rm(folder, { recursive: true, force: true })
})

const picture = (title: string): Locator => library(page).getByRole('option', { name: title }).first()
const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
const intake = (): Locator => page.getByRole('region', { name: 'Files being added' })
/** The line at the bottom, not what screen readers hear of it. */
const line = (text: string): Locator => page.locator('.bg-inverse').getByText(text, { exact: true })
const pictureCount = (count: number) => page.waitForFunction((wanted) => document.querySelectorAll('[role="option"][data-asset]').length === wanted, count)

async function show(name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click()
  await screenTitle(page, name).waitFor()
}

async function selectTwo(one: string, other: string): Promise<void> {
  await picture(one).click()
  await picture(other).click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('toolbar', { name: 'Selection' }).getByText('2 selected').waitFor()
}

describe('pictures come in', () => {
  it('from the clipboard, pasted', async () => {
    await pastePicture(page, 'teal')
    await intake().getByText('1 file added').waitFor()
    await pictureCount(1)
  })

  it('from a folder with folders in it, without what the system left there', async () => {
    const [first, second] = twelvePhotographs()
    await mkdir(join(folder, 'prints', 'inner'), { recursive: true })
    await writeFile(join(folder, 'prints', first!.name), first!.content)
    await writeFile(join(folder, 'prints', 'inner', second!.name), second!.content)
    await writeFile(join(folder, 'prints', 'inner', '.DS_Store'), 'x')
    await dropPaths(page, [join(folder, 'prints')])
    await intake().getByText('2 files added').waitFor()
    await pictureCount(3)
  })

  it('while the report of the last ones is still there', async () => {
    const { report } = await addPhotographs(page, twelvePhotographs())
    expect(report).toContain('2 files were here already')
    await pictureCount(13)
    await intake().getByRole('button', { name: 'Dismiss' }).click()
  })
})

describe('two pictures selected', () => {
  it('are starred by a key', async () => {
    await selectTwo('black-canyon', 'dust-bowl-home')
    await page.keyboard.press('s')
    await line('2 assets starred').waitFor()
    await button('Starred').getByText('2', { exact: true }).waitFor()
  })

  it('are tagged together', async () => {
    await page.getByLabel('Add tags to all').fill('print')
    await page.keyboard.press('Enter')
    await line('Tags of 2 assets changed').waitFor()
    await page.getByText('print · 2', { exact: true }).waitFor()
  })

  it('are what their tag narrows the library to', async () => {
    await button('Tag').filter({ hasText: /^Tag$/ }).click()
    await page.getByRole('menu', { name: 'Filter by tag' }).getByRole('menuitem', { name: 'print · 2' }).click()
    await pictureCount(2)
    await button('Remove filter print').click()
    await pictureCount(13)
    await selectTwo('black-canyon', 'dust-bowl-home')
  })

  it('take a tag along that is typed and left by a click beside them', async () => {
    await page.getByLabel('Add tags to all').fill('archive')
    const box = (await library(page).boundingBox())!
    await page.mouse.click(box.x + 4, box.y + 4)
    await line('Tags of 2 assets changed').waitFor()
    await picture('dust-bowl-home').click()
    await button('Remove archive').waitFor()
  })

  it('are moved to the trash by a key, and come back by the line at the bottom', async () => {
    await selectTwo('black-canyon', 'dust-bowl-home')
    await page.keyboard.press('Delete')
    await line('2 assets moved to the trash').waitFor()
    await pictureCount(11)
    await page.getByText('Nothing selected').waitFor()
    await button(/^Undo/).click()
    await pictureCount(13)
    await line('Undone: 2 assets moved to the trash').waitFor()
  })
})

describe('the trash', () => {
  it('gives back one of two', async () => {
    await selectTwo('black-canyon', 'dust-bowl-home')
    await page.keyboard.press('Delete')
    await pictureCount(11)
    await page.getByTitle('Trash', { exact: true }).click()
    await screenTitle(page, 'Trash').waitFor()
    await pictureCount(2)
    await picture('black-canyon').click()
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Restore' }).click()
    await line('1 asset restored').waitFor()
    await pictureCount(1)
  })

  it('is emptied only when the count is typed', async () => {
    await button('Empty trash').click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: 'Delete 1 asset' })
    expect(await confirm.isDisabled()).toBe(true)
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await line('1 asset deleted for good').waitFor()
    await page.getByText('The trash is empty.').waitFor()
    await page.getByTitle('Trash', { exact: true }).click()
    await pictureCount(12)
  })
})

describe('the keyboard', () => {
  it('finds a picture by its title in the palette and opens it', async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('canyon')
    const found = page.getByRole('dialog').getByRole('option', { name: /black-canyon/ })
    await found.waitFor()
    await page.keyboard.press('Enter')
    await screenTitle(page, 'black-canyon').waitFor()
    await page.keyboard.press('Escape')
    await screenTitle(page, 'Assets').waitFor()
  })

  it('shows its own keys', async () => {
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.getByText('Move to trash').waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  })
})

describe('the theme', () => {
  const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['theme'])

  it('stays after a reload, also right after it was chosen', async () => {
    await show('Settings')
    await page.getByRole('radio', { name: 'Dark' }).or(button('Dark')).click()
    expect(await theme()).toBe('dark')
    await page.reload()
    await screenTitle(page, 'Settings').waitFor()
    expect(await theme()).toBe('dark')
    await page.getByRole('radio', { name: 'System' }).or(button('System')).click()
    expect(await theme()).toBeUndefined()
  })
})

describe('an export preset', () => {
  const chosen = (): Locator => page.locator('button[aria-pressed="true"]:has-text("×")')
  const allOf = (network: string): Locator => page.getByRole('checkbox', { name: `All placements of ${network}` })
  const preset = async (entry: string | RegExp): Promise<void> => {
    await button('Presets').click()
    await page.getByRole('menu', { name: 'Presets', exact: true }).getByRole('menuitem', { name: entry }).click()
  }

  it('keeps placements and settings under a name and brings them back', async () => {
    await show('Exports')
    for (let left = await chosen().count(); left > 0; left -= 1) await chosen().first().click()
    await allOf('Pinterest').click()
    await page.getByLabel('Format', { exact: true }).selectOption('webp')
    const kept = await chosen().count()
    await preset('Save as preset')
    await page.keyboard.type('Pins')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await allOf('Pinterest').click()
    await page.getByLabel('Format', { exact: true }).selectOption('auto')
    expect(await chosen().count()).toBe(0)
    await preset(/^Pins · \d+ placement/)
    expect(await chosen().count()).toBe(kept)
    expect(await page.getByLabel('Format', { exact: true }).inputValue()).toBe('webp')
  })

  it('is refused under a name that is empty, and is removed with a way back', async () => {
    await preset('Save as preset')
    expect(await button('Save preset').isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await preset('Remove Pins')
    await line('Preset Pins removed').waitFor()
    await button(/^Undo/).click()
    await button('Presets').click()
    await page.getByRole('menuitem', { name: /^Pins · / }).waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('an export that takes its time', () => {
  const progress = (): Locator => page.getByRole('region', { name: 'Progress of the export' })
  const summary = (): Locator => page.getByRole('region', { name: 'Summary' })
  const made = async (): Promise<number> => Number(await progress().getByRole('progressbar').getAttribute('aria-valuenow'))
  const moreThan = (count: number) =>
    page.waitForFunction((least) => Number(document.querySelector('main [role="progressbar"]')?.getAttribute('aria-valuenow')) > least, count, { timeout: 30_000 })

  it('pauses, makes nothing while paused, and stays paused over a reload', async () => {
    await show('Exports')
    for (const network of ['Facebook', 'LinkedIn']) await page.getByRole('checkbox', { name: `All placements of ${network}` }).click()
    await openContactSheet(page)
    await button(/^Export \d/).click()
    await progress().waitFor()
    await moreThan(2)
    await progress().getByRole('button', { name: 'Pause' }).click()
    await progress().getByText('Paused', { exact: true }).waitFor()
    await page.waitForTimeout(1500)
    const at = await made()
    await page.reload()
    await progress().getByText('Paused', { exact: true }).waitFor()
    await page.waitForTimeout(1000)
    expect(await made()).toBe(at)
  })

  it('goes on when resumed, also while the page is loaded again', async () => {
    const before = await made()
    await progress().getByRole('button', { name: 'Resume' }).click()
    await moreThan(before)
    await page.reload()
    await progress().getByText('Exporting', { exact: true }).waitFor()
    await moreThan(before + 1)
  })

  it('is seen from every screen and leads back to itself', async () => {
    await show('Networks')
    await page.getByRole('contentinfo', { name: 'Status' }).getByRole('button', { name: /^Exporting \d+ files/ }).click()
    await page.getByRole('dialog', { name: 'Jobs' }).getByRole('button', { name: /^Exporting \d+ files/ }).click()
    await progress().waitFor()
  })

  it('is cancelled, and its report says what was made until then', async () => {
    await progress().getByRole('button', { name: 'Cancel' }).click()
    await summary().getByText('Cancelled', { exact: true }).waitFor()
    await progress().waitFor({ state: 'hidden' })
    const rows = await page.getByRole('table', { name: 'Files of the export' }).getByRole('row').count()
    expect(rows).toBeGreaterThan(1)
  })
})

describe('an export of which some fails', () => {
  it('says what failed, and makes it when it is run again', async () => {
    const entries = await readdir(host.home, { recursive: true, withFileTypes: true })
    const original = entries.find((entry) => entry.isFile() && entry.parentPath.includes('originals'))
    const path = join(original!.parentPath, original!.name)
    await rename(path, `${path}.away`)
    await show('Exports')
    for (const network of ['Facebook', 'LinkedIn']) await page.getByRole('checkbox', { name: `All placements of ${network}` }).click()
    await openContactSheet(page)
    await button(/^Export \d/).click()
    const again = button(/^Run \d+ failed again/)
    await again.waitFor({ timeout: 90_000 })
    await rename(`${path}.away`, path)
    await again.click()
    await page.getByRole('region', { name: 'Summary' }).getByText('Done', { exact: true }).waitFor({ timeout: 60_000 })
    await again.waitFor({ state: 'hidden' })
  })

  it('leaves nothing to complain about in the console', () => {
    expect(complaints).toEqual([])
  })
})
