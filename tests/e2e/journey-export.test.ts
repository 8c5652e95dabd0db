import { stat } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { filesUnder } from '../support/files-on-disk'
import {
  addClient, addPhotographs, choosePlacements, exportAll, library, mendFirstCrop, openContactSheet, replay, screenTitle, setFocalPoint,
  twelvePhotographs
} from '../support/journeys/export-journey'
import { startLoopback, type TestHost } from '../support/loopback'

let browser: Browser
let host: TestHost
let page: Page
/** Every address that the page asked for, and everything that it complained about. */
const requests: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective, event.blockedURI))
  })
  await page.goto(host.launchAddress)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

/** The screens of the journey, each left as a person leaves it. */
const screens: readonly { name: string; show: () => Promise<void> }[] = [
  {
    name: 'the library with a selection',
    show: async () => {
      await page.getByRole('link', { name: 'Assets', exact: true }).click()
      await library(page).getByRole('option').nth(2).click()
    }
  },
  { name: 'the library as a list', show: () => page.getByRole('radio', { name: 'List' }).or(page.getByRole('button', { name: 'List' })).click() },
  {
    name: 'one picture with its crops',
    show: async () => {
      await library(page).getByRole('option', { name: 'black-canyon' }).first().dblclick()
      await page.getByRole('button', { name: /^Adjust the crop/ }).first().click()
    }
  },
  { name: 'the choice of placements', show: () => page.getByRole('link', { name: 'Exports', exact: true }).click() },
  {
    name: 'the contact sheet',
    show: async () => {
      await openContactSheet(page)
    }
  },
  {
    name: 'the report',
    show: async () => {
      await page.getByRole('navigation', { name: 'Steps of an export' }).getByRole('link', { name: 'Results' }).click()
      await page.getByRole('list', { name: 'Exports made' }).getByRole('link').first().click()
      await page.getByRole('table', { name: 'Files of the export' }).waitFor()
    }
  }
]

async function issuesOn(theme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme })
  const found: string[] = []
  for (const { name, show } of screens) {
    await show()
    found.push(...(await seriousIssues(page)).map((issue) => `${name}: ${issue}`))
  }
  await page.getByRole('link', { name: 'Assets', exact: true }).click()
  await page.getByRole('radio', { name: 'Grid' }).or(page.getByRole('button', { name: 'Grid' })).click()
  return found
}

describe('photographs in, every size out', () => {
  it('takes twelve photographs that are dropped on a new client', async () => {
    await addClient(page, 'Nordlys Museum')
    const { target, report } = await addPhotographs(page, twelvePhotographs())
    expect(target).toBe('Drop to add 12 items to Nordlys Museum')
    expect(report).toBe('12 files added')
    await expect.poll(() => library(page).getByRole('option').count()).toBe(12)
  })

  it('says of a file that was here already, and of one that is no picture, what became of it', async () => {
    const [known] = twelvePhotographs()
    const { report } = await addPhotographs(page, [known!, { name: 'notes.jpg', content: Buffer.from('not a picture at all') }])
    expect(report).toContain('1 file was here already')
    expect(report).toContain('1 file could not be read')
    expect(await page.getByText('notes.jpg', { exact: true }).count()).toBe(1)
    await page.getByRole('region', { name: 'Files being added' }).getByRole('button', { name: 'Dismiss' }).click()
  })

  it('moves a focal point by the keyboard', async () => {
    expect(await setFocalPoint(page, 'black-canyon')).toMatch(/^\d+% from the left, \d+% from the top$/)
  })

  it('shows every crop on the contact sheet before anything is made', async () => {
    await choosePlacements(page, [
      { network: 'Instagram', name: 'Feed photo 4:5' },
      { network: 'Facebook', name: 'Story, image' },
      { network: 'X (Twitter)', name: 'Post image 16:9' }
    ])
    expect(await openContactSheet(page)).toMatch(/^Export 36 files · about [\d.,]+ [kM]B · \d+ sec/)
    await page.getByText('To look at first').waitFor()
  })

  it('mends one crop in place', async () => {
    const { before, after } = await mendFirstCrop(page)
    expect(after).not.toBe(before)
  })

  it('leaves one crop out and says so on the button', async () => {
    await page.getByRole('button', { name: /^Leave out/ }).click()
    await page.getByRole('button', { name: /^Export 35 files/ }).waitFor()
    await page.getByRole('button', { name: /^Put back/ }).click()
    await page.getByRole('button', { name: /^Export 36 files/ }).waitFor()
  })

  it('exports and reports every file', async () => {
    const { files, folder } = await exportAll(page)
    expect(files).toBe(36)
    const made = await filesUnder(folder)
    expect(made.filter((path) => path.endsWith('.jpg'))).toHaveLength(36)
    expect(made.filter((path) => path.endsWith('manifest.json'))).toHaveLength(1)
    for (const path of made) expect((await stat(path)).size).toBeGreaterThan(0)
  })

  it('undoes the mended crop and does it again', async () => {
    expect(await replay(page, 'undo')).toBe('Undone: crop changed')
    expect(await replay(page, 'redo')).toBe('Done again: crop changed')
  })

  it('remembers the chosen placements after a reload', async () => {
    await page.getByRole('link', { name: 'Choose' }).click()
    await screenTitle(page, 'Exports').waitFor()
    await page.waitForTimeout(600)
    await page.reload()
    await page.getByRole('button', { name: /^Contact sheet · 36 crops/ }).waitFor()
  })

  it('holds nothing serious against those who do not see it, in the light theme', async () => {
    expect(await issuesOn('light')).toEqual([])
  })

  it('holds nothing serious against those who do not see it, in the dark theme', async () => {
    expect(await issuesOn('dark')).toEqual([])
  })

  it('asked nobody but its own host and broke no policy', () => {
    expect(complaints).toEqual([])
    expect(requests.filter((address) => new URL(address).origin !== host.origin)).toEqual([])
  })
})
