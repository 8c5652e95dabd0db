import { stat } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DesktopUnderTest } from '../support/electron-stand-in'
import { useDesktop } from '../support/electron-stand-in/desktop-fixture'
import { filesUnder } from '../support/files-on-disk'
import {
  addClient, addPhotographs, choosePlacements, contactSheet, exportAll, library, mendFirstCrop, openContactSheet, openedCrop, replay,
  setFocalPoint, twelvePhotographs
} from '../support/journeys/export-journey'
import { isAlive } from '../support/processes'

const fixture = useDesktop()
let desktop: DesktopUnderTest
let page: Page
let crop: { before: string; after: string }

beforeAll(async () => {
  desktop = await fixture.start()
  page = await desktop.page()
})
afterAll(() => desktop.dispose())

describe('photographs in, every size out, in the desktop app', () => {
  it('takes twelve photographs that are dropped on a new client', async () => {
    await addClient(page, 'Nordlys Museum')
    const { target, report } = await addPhotographs(page, twelvePhotographs())
    expect(target).toBe('Drop to add 12 items to Nordlys Museum')
    expect(report).toBe('12 files added')
    // The list is read again after the report.
    await expect.poll(() => library(page).getByRole('option').count()).toBe(12)
  })

  it('moves a focal point by the keyboard', async () => {
    expect(await setFocalPoint(page, 'black-canyon')).toMatch(/^\d+% from the left, \d+% from the top$/)
  })

  it('shows every crop on the contact sheet and mends one in place', async () => {
    await choosePlacements(page, [
      { network: 'Instagram', name: 'Feed photo 4:5' },
      { network: 'Facebook', name: 'Story, image' },
      { network: 'X (Twitter)', name: 'Post image 16:9' }
    ])
    expect(await openContactSheet(page)).toMatch(/^Export 36 files/)
    crop = await mendFirstCrop(page)
    expect(crop.after).not.toBe(crop.before)
  })

  it('writes every file into the folder of the app', async () => {
    const { files, folder } = await exportAll(page)
    expect(files).toBe(36)
    expect(folder.startsWith(desktop.home)).toBe(true)
    const made = await filesUnder(folder)
    expect(made.filter((path) => path.endsWith('.jpg'))).toHaveLength(36)
    expect(made.filter((path) => path.endsWith('manifest.json'))).toHaveLength(1)
    for (const path of made) expect((await stat(path)).size).toBeGreaterThan(0)
  })

  it('undoes the mended crop and does it again by the keyboard', async () => {
    expect(await replay(page, 'undo')).toBe('Undone: crop changed')
    expect(await replay(page, 'redo')).toBe('Done again: crop changed')
  })

  it('undoes the mended crop and does it again by the menu, as the contact sheet shows', async () => {
    await page.getByRole('link', { name: 'Exports', exact: true }).click()
    await openContactSheet(page)
    await contactSheet(page).getByRole('option').first().click()
    await expect.poll(() => openedCrop(page)).toBe(crop.after)
    const byMenu = (direction: 'undo' | 'redo') => desktop.clickMenu(direction)
    expect(await replay(page, 'undo', byMenu)).toBe('Undone: crop changed')
    // Each key was a step of its own: the last one is taken back.
    await expect.poll(() => openedCrop(page)).not.toBe(crop.after)
    expect(await replay(page, 'redo', byMenu)).toBe('Done again: crop changed')
    await expect.poll(() => openedCrop(page)).toBe(crop.after)
  })

  it('asks nobody else for anything, and complains of nothing', () => {
    expect(desktop.pageErrors).toEqual([])
    expect(desktop.foreignRequests).toEqual([])
    expect(desktop.main.errors()).toBe('')
  })

  it('leaves no child process behind when it quits', async () => {
    const { children } = await desktop.records()
    expect(children.length).toBeGreaterThan(0)
    expect(await desktop.quit()).toBe(0)
    expect(children.filter(({ pid }) => isAlive(pid!))).toEqual([])
  })
})
