import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DesktopUnderTest, Records } from '../support/electron-stand-in'
import { useDesktop } from '../support/electron-stand-in/desktop-fixture'
import { photograph } from '../support/images'
import { addClient, choosePlacements, exportAll, library, openContactSheet, screenTitle } from '../support/journeys/export-journey'
import { isAlive } from '../support/processes'

const fixture = useDesktop()
let desktop: DesktopUnderTest
let page: Page

beforeAll(async () => {
  desktop = await fixture.start()
  page = await desktop.page()
})
afterAll(() => desktop.dispose())

describe('A first day with the desktop app', () => {
  it('takes a photograph from a file field into the library of a new client', async () => {
    await addClient(page, 'Nordlys Museum')
    await page.locator('input[type=file]').first().setInputFiles({ name: 'crocus.jpg', mimeType: 'image/jpeg', buffer: photograph('allium-oreophilum') })
    await page.getByText('1 file added').waitFor({ timeout: 60_000 })
    await library(page).getByRole('option').waitFor()
    const picture = library(page).locator('img').first()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  })

  it('exports it, and shows the folder in the file manager', async () => {
    await choosePlacements(page, [{ network: 'Instagram', name: 'Feed photo 4:5' }])
    await openContactSheet(page)
    const { files, folder } = await exportAll(page)
    expect(files).toBe(1)
    await page.getByRole('button', { name: 'Show in folder' }).first().click()
    await expect.poll(async () => (await desktop.records()).revealed).toEqual([folder])
    expect(folder.startsWith(desktop.home)).toBe(true)
  })

  it('takes back and does again by the menu', async () => {
    await page.getByRole('link', { name: 'Assets', exact: true }).click()
    await library(page).getByRole('option').click()
    await page.keyboard.press('Delete')
    await library(page).getByRole('option').waitFor({ state: 'detached' })
    desktop.clickMenu('undo')
    await page.getByText(/^Undone:/).last().waitFor()
    await library(page).getByRole('option').waitFor()
    desktop.clickMenu('redo')
    await library(page).getByRole('option').waitFor({ state: 'detached' })
  })

  it('leaves undo to a text field that has the focus', async () => {
    desktop.clickMenu('palette')
    const dialog = page.getByRole('dialog')
    const field = dialog.locator('input')
    await field.pressSequentially('mist')
    desktop.clickMenu('undo')
    await expect.poll(() => field.inputValue()).not.toBe('mist')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await library(page).getByRole('option').count()).toBe(0)
  })

  it('opens screens and dialogs by the menu', async () => {
    desktop.clickMenu('settings')
    await screenTitle(page, 'Settings').waitFor()
    desktop.clickMenu('palette')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
  })

  it('asks nobody else for anything, and complains of nothing', () => {
    expect(desktop.pageErrors).toEqual([])
    expect(desktop.foreignRequests).toEqual([])
  })

  it('is told to keep hostile formats out of its child processes, and leaves none of them behind', async () => {
    const { children }: Records = await desktop.records()
    expect(children.length).toBeGreaterThan(0)
    for (const { env, execArgv } of children) {
      expect(env.VIPS_BLOCK_UNTRUSTED).toBe('1')
      expect(env).not.toHaveProperty('GREENROOM_HOME')
      expect(execArgv).toEqual(['--disable-proto=delete'])
    }
    expect(await desktop.quit()).toBe(0)
    expect(children.filter(({ pid }) => isAlive(pid!))).toEqual([])
  })
})
