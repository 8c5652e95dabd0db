import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { readPdf } from '../support/pdf'
import { type AnalyticsStage, stageAnalytics } from './analytics-stage'

let stage: AnalyticsStage

beforeAll(async () => {
  stage = await stageAnalytics()
}, 120_000)
afterAll(async () => {
  await stage.close()
})

const sectionList = () => stage.page.getByRole('list', { name: 'Sections of the report' })
const section = (name: string) => sectionList().getByRole('button', { name: new RegExp(`^${name}\\b`) }).first()
const firstPage = () => stage.page.locator('[data-page="1"] img').getAttribute('src')
const side = (name: string) => stage.page.getByRole('group', { name: 'What is edited' }).getByText(name)

/** Waits until the pages that are shown are others than these, and none are being set. */
async function nextPages(before: string | null): Promise<void> {
  await expect.poll(firstPage, { timeout: 30_000 }).not.toBe(before)
  await stage.page.getByText('Setting pages').first().waitFor({ state: 'hidden' })
}

/** All PDFs below the folder of exports, by name. */
async function madePdfs(): Promise<string[]> {
  const found = await readdir(join(stage.host.home, 'exports'), { recursive: true })
  return found.filter((name) => name.endsWith('.pdf')).map((name) => join(stage.host.home, 'exports', name))
}
const textOf = async (path: string): Promise<string> => (await readPdf(await readFile(path))).pages.map(({ text }) => text).join('\n')

describe('a report', () => {
  it('is made from a template, for days and in a language', async () => {
    const { page, host, clientId } = stage
    await page.goto(`${host.origin}/#/clients/${clientId}/reports`)
    await page.getByText('No reports yet').waitFor()
    expect(await seriousIssues(page)).toEqual([])
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: 'New report' })
    await dialog.getByLabel('Template').selectOption({ label: 'Short report' })
    await dialog.getByLabel('Month').selectOption('2026-09')
    expect(await seriousIssues(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Create report' }).click()
    await page.getByRole('heading', { name: /Nordlys Museum – September 2026/ }).waitFor()
    await page.getByText(/Page 1 of \d/).waitFor({ timeout: 30_000 })
    expect(await sectionList().locator('[data-section]').count()).toBe(6)
  })

  it('is put in another order by keyboard, and written in, with the pages beside it', async () => {
    const { page } = stage
    const before = await firstPage()
    await section('Posts').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => sectionList().locator('[data-section]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-section')))).toEqual(['cover', 'summary', 'posts', 'kpis', 'next-steps', 'sources'])
    await nextPages(before)
    const moved = await firstPage()
    await section('Next steps').click()
    await page.getByLabel('Text', { exact: true }).fill('Show the harbor again, **at dawn**.\n\n- Two reels a week')
    await nextPages(moved)
    // What had nothing to say has a page now.
    expect(await section('Next steps').innerText()).toMatch(/\d$/)
    await page.getByLabel('Text', { exact: true }).blur()
    expect(await seriousIssues(page)).toEqual([])
  })

  it('takes back what was written as one step', async () => {
    const { page } = stage
    await section('Sources').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => section('Next steps').innerText(), { timeout: 30_000 }).toContain('nothing to show')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => section('Next steps').innerText(), { timeout: 30_000 }).toMatch(/\d$/)
  })

  it('speaks another language than the app, and stays as it is once frozen', async () => {
    const { page } = stage
    const before = await firstPage()
    await side('Settings').click()
    await page.getByLabel('Language of the report').selectOption('nb')
    await nextPages(before)
    expect(await seriousIssues(page)).toEqual([])
    await page.getByRole('button', { name: 'Freeze' }).click()
    const dialog = page.getByRole('dialog', { name: 'Freeze this report' })
    await dialog.getByText('it is the same next year').waitFor()
    await dialog.getByRole('button', { name: 'Freeze' }).click()
    await page.getByRole('button', { name: 'Duplicate to change' }).waitFor({ timeout: 30_000 })
    await page.getByText(/\d+ kept files, all unchanged since/).waitFor()
    expect(await page.getByLabel('Language of the report').isDisabled()).toBe(true)
    expect(await seriousIssues(page)).toEqual([])
  })

  it('becomes a PDF in the folder of the client, in that language and order', async () => {
    const { page } = stage
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('button', { name: 'Make 1 file' }).click()
    await dialog.getByRole('link', { name: /Download .*2026-09_nb_report\.pdf/ }).waitFor({ timeout: 60_000 })
    expect(await seriousIssues(page)).toEqual([])
    const [path = ''] = await madePdfs()
    const text = await textOf(path)
    expect(text).toContain('Nøkkeltall')
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(/Show the harbor again, ?at dawn ?\..*Two reels a week/)
    expect(text.lastIndexOf('Innlegg')).toBeLessThan(text.lastIndexOf('Nøkkeltall'))
    await page.keyboard.press('Escape')
  })
})

describe('reports of all clients', () => {
  it('are made in one go, with what each lacks said first', async () => {
    const { page, host } = stage
    await page.goto(`${host.origin}/#/reports`)
    await page.getByLabel('Month').selectOption('2026-09')
    const clients = page.getByRole('region', { name: 'Clients' }).getByRole('listitem')
    await clients.filter({ hasText: 'There are no figures between' }).first().waitFor()
    await page.getByText('The frozen report is made as it was kept.').waitFor()
    await page.getByRole('button', { name: 'Make 2 reports' }).click()
    await expect.poll(() => page.getByRole('link', { name: /^Download/ }).count(), { timeout: 60_000 }).toBe(2)
    const names = (await madePdfs()).map((path) => basename(path)).sort()
    expect(names).toEqual([expect.stringMatching(/^Nordlys Museum_2026-09_nb/), expect.stringMatching(/^Trattoria_2026-09_en/)])
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`are read and worked by anybody (${colorScheme})`, async () => {
      const { page, host, clientId } = stage
      await page.emulateMedia({ colorScheme })
      expect(await seriousIssues(page)).toEqual([])
      await page.goto(`${host.origin}/#/clients/${clientId}/reports`)
      await page.getByRole('table', { name: 'Reports' }).waitFor()
      expect(await seriousIssues(page)).toEqual([])
      await page.getByRole('button', { name: /Nordlys Museum – September 2026/ }).first().click()
      await page.getByText(/Page 1 of \d/).waitFor({ timeout: 30_000 })
      expect(await seriousIssues(page)).toEqual([])
      await page.goto(`${host.origin}/#/settings`)
      await page.getByRole('heading', { name: 'Agency' }).waitFor()
      expect(await seriousIssues(page)).toEqual([])
      await page.goto(`${host.origin}/#/reports`)
      await page.getByRole('region', { name: 'Clients' }).waitFor()
    })
  }

  it('leaves nothing to complain of in the console', () => {
    expect(stage.complaints).toEqual([])
  })
})
