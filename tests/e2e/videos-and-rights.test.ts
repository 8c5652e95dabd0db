import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { dropPaths } from '../support/journeys/bring-pictures'
import { addClient, addPhotographs, library, screenTitle, twelvePhotographs } from '../support/journeys/export-journey'
import { startLoopback, type TestHost } from '../support/loopback'
import { fakeFfprobe, portraitFacts, tinyVideo } from '../support/videos'

let browser: Browser
let host: TestHost
let page: Page
let folder: string
const complaints: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greenroom-videos-'))
  // Looked in before the search path, so that the machine's own programs have no say.
  process.env['GREENROOM_FFMPEG'] = await fakeFfprobe(folder, portraitFacts)
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(host.launchAddress)
  await addClient(page, 'Nordlys Museum')
})
afterAll(async () => {
  delete process.env['GREENROOM_FFMPEG']
  await browser.close()
  await host.stop()
  await rm(folder, { recursive: true, force: true })
})

const asset = (name: string | RegExp): Locator => library(page).getByRole('option', { name }).first()
const fact = (name: string): Locator => page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]')
const rights = (): Locator => page.getByRole('region', { name: 'Rights' })
const chip = (name: RegExp): Locator => page.getByRole('button', { name })

describe('a video in the library', () => {
  it('comes in by a drop, and its card and details say its length, size and codec', async () => {
    const path = join(folder, 'Opening night.mp4')
    await writeFile(path, tinyVideo())
    await dropPaths(page, [path])
    await page.getByRole('region', { name: 'Files being added' }).getByText('1 file added').waitFor()
    await asset(/^Opening night, Video, 0:13/).click()
    expect(await fact('Length').innerText()).toBe('0:13')
    expect(await fact('Codec').innerText()).toBe('H264')
    expect(await fact('Sound').innerText()).toBe('AAC')
    expect(await fact('Dimensions').innerText()).toMatch(/^1,?080 × 1,?920$/)
  })

  it('opens to be played, and says so where this browser cannot', async () => {
    await page.getByRole('button', { name: 'Play and cover' }).click()
    await screenTitle(page, 'Opening night').waitFor()
    // There is no picture in it that any browser could play.
    await page.getByText('This video cannot be played here').waitFor()
    expect(await seriousIssues(page)).toEqual([])
    await page.keyboard.press('Escape')
    await screenTitle(page, 'Assets').waitFor()
  })
})

describe('rights in the library', () => {
  it('are set for two pictures at once, marked on both, and taken back by one undo', async () => {
    await addPhotographs(page, twelvePhotographs().slice(3, 5))
    await asset('black-canyon').click()
    await asset('dust-bowl-home').click({ modifiers: ['ControlOrMeta'] })
    await rights().getByLabel('Last day of use').fill('2020-01-31')
    const ended = () => library(page).getByRole('option', { name: /Ended .*2020/ })
    await ended().nth(1).waitFor()
    await chip(/Rights to see to/).waitFor()
    expect(await seriousIssues(page)).toEqual([])
    // Out of the field, whose own undo comes first.
    await page.getByRole('toolbar', { name: 'Selection' }).getByText('2 selected').click()
    await page.keyboard.press('ControlOrMeta+z')
    await ended().first().waitFor({ state: 'detached' })
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await ended().nth(1).waitFor()
  })

  it('keep them out of an export until a reason is given', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).first().click()
    await screenTitle(page, 'Exports').waitFor()
    await page.getByRole('button', { name: /^Contact sheet ·/ }).click()
    await page.getByText('Rights keep 2 files out of this export.').waitFor()
    await page.getByRole('button', { name: 'Use anyway' }).click()
    await page.getByLabel('Reason').fill('License extended by mail')
    await page.getByRole('dialog').getByRole('button', { name: 'Use anyway' }).click()
    await page.getByText('Rights keep 2 files out of this export.').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Export \d/ }).waitFor()
    expect(complaints).toEqual([])
  })
})
