import { readFile } from 'node:fs/promises'
import { read as readWorkbook } from '@e965/xlsx'
import JSZip from 'jszip'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { almostAlike, hostileExports, markup } from '../support/hostile-exports'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { readPdf } from '../support/pdf'
import { CLIENT, expectTexts, type HostileStage, importExports, reportFile, stageHostile } from './hostile-figures-stage'

const TIMEOUT = 120_000
const PERIOD = 'from=2026-10-01&to=2026-10-31&compare=previous'
/** A cell that a spreadsheet would reckon with. */
const FORMULA = /(?:^|[\n,])\uFEFF?"?[=+@\t]/g
let stage: HostileStage
let reportId = ''

async function show(path: string): Promise<void> {
  await stage.page.goto(`${stage.host.origin}/#/${path}`)
  await stage.page.getByRole('main').waitFor()
}
const showTab = (tab: string): Promise<void> => show(`clients/${stage.clientId}/analytics/${tab}?${PERIOD}`)

/** Names of the elements and text of an XML part. @throws where it is no XML */
function parseXml(xml: string): { text: string; names: Set<string> } {
  const parser = new SaxesParser()
  const names = new Set<string>()
  let text = ''
  parser.on('opentag', ({ name }) => names.add(name))
  parser.on('text', (part) => (text += part))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return { text, names }
}

async function partsOf(archive: Buffer, pattern: RegExp): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(archive)
  const found = new Map<string, string>()
  for (const name of Object.keys(zip.files).filter((one) => pattern.test(one))) found.set(name, (await zip.file(name)?.async('string')) ?? '')
  return found
}

beforeAll(async () => {
  stage = await stageHostile()
}, TIMEOUT)
afterAll(() => stage.close())

describe('texts of strangers in exports of networks', { timeout: TIMEOUT }, () => {
  it('are texts in the preview: files, accounts, headers, samples and what a layout is mapped from', async () => {
    const { page, clientId } = stage
    await show(`clients/${clientId}/imports`)
    await page.locator('input[type=file]').setInputFiles(hostileExports().map(({ name, content }) => ({ name, mimeType: 'text/csv', buffer: content })))
    const rows = page.locator('[data-row]')
    await rows.first().waitFor({ timeout: 60_000 })
    await expectTexts(stage)
    for (let index = 0; index < (await rows.count()); index += 1) {
      await rows.nth(index).click()
      await expectTexts(stage)
    }
    await page.getByRole('button', { name: 'Map columns' }).first().click()
    await page.getByRole('dialog').waitFor()
    await expectTexts(stage)
    await page.keyboard.press('Escape')
  })

  it('are counted as any other, and texts in the history of imports', async () => {
    const { page, clientId } = stage
    const { kinds, unknown } = await importExports(stage)
    expect(kinds).toEqual(['account', 'ad', 'post', 'post', 'traffic'])
    expect(unknown).toBe(1)
    await show(`clients/${clientId}/imports`)
    await page.reload()
    await page.locator('button.history-row').first().click()
    await expectTexts(stage)
  })

  it('are texts on the card of a post that a doubtful one may be', async () => {
    const { page, api, clientId } = stage
    const { rows } = await api.matches.list({ clientId, list: 'doubtful' })
    const at = rows.findIndex(({ text }) => text === almostAlike.published)
    await showTab('matches')
    const panel = page.locator('#analytics-panel-matches')
    await panel.getByText(almostAlike.published).first().click()
    await panel.getByText(almostAlike.planned).first().waitFor()
    await expectTexts(stage)
    // An address that is no web address leads nowhere.
    expect(await panel.getByRole('link').count()).toBe(0)
    await api.matches.confirm({ clientId, pairs: [{ subjectId: rows[at]?.subjectId ?? 0, variantId: rows[at]?.candidates[0]?.variantId ?? '' }] })
    await page.getByText('Not in the plan').first().click()
    await expectTexts(stage)
  })

  for (const tab of ['overview', 'posts', 'campaigns', 'ads', 'traffic', 'learnings']) {
    it(`are texts among the figures: ${tab}`, async () => {
      await showTab(tab)
      await stage.page.locator(`#analytics-panel-${tab}`).waitFor()
      await expectTexts(stage)
    })
  }

  it('are texts among the figures of groups, by the names of pillars', async () => {
    const { page } = stage
    await showTab('groups')
    await page.locator('#analytics-panel-groups').getByText('Pillar', { exact: true }).first().click()
    await expectTexts(stage, 'P <img src=x onerror=')
  })

  it('are texts among the figures of channels, by their names', async () => {
    await showTab('channels')
    await stage.page.getByText('Side by side', { exact: true }).click()
    await expectTexts(stage)
  })

  it('are texts among best times, by the channels that a time is added to', async () => {
    await showTab('times')
    await stage.page.getByRole('combobox', { name: 'Figure', exact: true }).selectOption('interactions')
    await stage.page.getByRole('button', { name: 'Use as posting slot' }).click()
    await expectTexts(stage)
    await stage.page.keyboard.press('Escape')
  })

  it('are texts among followers, by the channels of a chart', async () => {
    await showTab('followers')
    await stage.page.getByRole('button', { name: /table/i }).first().click()
    await expectTexts(stage)
  })

  it('are texts in the table of posts that is saved', async () => {
    await showTab('posts')
    const [saved] = await Promise.all([stage.page.waitForEvent('download'), stage.page.getByRole('button', { name: 'CSV' }).first().click()])
    const csv = await readFile(await saved.path(), 'utf8')
    expect(csv).toContain('=HYPERLINK(')
    expect(csv.match(FORMULA) ?? []).toEqual([])
  })

  it('are texts in the table of a chart with events on it, and beside the pointer', async () => {
    const { page } = stage
    await showTab('overview')
    const chart = page.getByRole('application').first()
    await chart.hover()
    await chart.focus()
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
    await expectTexts(stage)
    await page.getByRole('button', { name: /table/i }).first().click()
    await page.getByRole('table').first().getByText('window.__pwned=1').first().waitFor()
    await expectTexts(stage)
  })

  it('are texts in the panel of a post and in the source of a figure', async () => {
    const { page } = stage
    await showTab('posts')
    for (const index of [0, 1, 2, 3, 4, 5]) {
      await page.locator(`[data-index="${index}"]`).click()
      await page.getByRole('complementary').getByRole('heading', { name: 'Figures' }).waitFor()
      await expectTexts(stage)
    }
    await page.getByRole('button', { name: /Show the source/ }).first().click()
    await page.getByRole('complementary', { name: 'Source of a figure' }).getByRole('list', { name: 'Values with their source' }).waitFor()
    await expectTexts(stage)
  })

  it('are texts among goals and on the boards of all clients', async () => {
    const { clientId } = stage
    await show(`clients/${clientId}/strategy`)
    await expectTexts(stage)
    await show('analytics')
    await expectTexts(stage, CLIENT)
    await show('reports')
    await expectTexts(stage, CLIENT)
  })

  it('are texts in the list of reports and beside the pages of one', async () => {
    const { page, api, clientId } = stage
    reportId = (await api.reports.create({ clientId, month: '2026-10', title: markup })).id
    await api.reports.update({ clientId, reportId, change: { section: { id: 'summary', title: markup, text: HOSTILE_TEXTS.join('\n\n') } } })
    await show(`clients/${clientId}/reports`)
    await expectTexts(stage)
    await show(`clients/${clientId}/reports/${reportId}`)
    await page.getByText(/Page 1 of \d/).first().waitFor({ timeout: 60_000 })
    await expectTexts(stage)
  })
})

describe('files of a report with texts of strangers', { timeout: TIMEOUT }, () => {
  it('are pages that run nothing and hold every word', async () => {
    const bytes = await reportFile(stage, reportId, 'pdf')
    const text = (await readPdf(bytes)).pages.map((one) => one.text).join(' ')
    expect(text).toContain('<script>window.__pwned=1</script>')
    expect(bytes.toString('latin1')).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile|evil\.example\/?\)/)
  })

  it('are a workbook and tables in which no cell is a formula', async () => {
    const workbook = readWorkbook(await reportFile(stage, reportId, 'xlsx'), { cellFormula: true })
    const cells = workbook.SheetNames.flatMap((name) => Object.values(workbook.Sheets[name] ?? {}) as { f?: string; v?: unknown; l?: unknown }[])
    expect(cells.filter(({ f, l }) => f !== undefined || l !== undefined)).toEqual([])
    expect(cells.some(({ v }) => typeof v === 'string' && v.includes('=HYPERLINK('))).toBe(true)
    const tables = await partsOf(await reportFile(stage, reportId, 'csv'), /\.csv$/)
    expect([...tables.values()].join('\n')).toContain('=HYPERLINK(')
    for (const [name, csv] of tables) {
      expect(name).not.toMatch(/[/\\<>]|\.\./)
      expect(csv.match(FORMULA) ?? []).toEqual([])
    }
  })

  it('are slides whose XML is whole, and which fetch nothing', async () => {
    const parts = await partsOf(await reportFile(stage, reportId, 'pptx'), /\.(?:xml|rels)$/)
    for (const xml of parts.values()) expect([...parseXml(xml).names].filter((name) => /^(?:script|img|svg|iframe)$/.test(name))).toEqual([])
    const slides = [...parts].filter(([name]) => /^ppt\/slides\/slide/.test(name)).map(([, xml]) => parseXml(xml).text).join('\n')
    expect(slides).toContain('<script>window.__pwned=1</script>')
    expect([...parts].filter(([name, xml]) => name.endsWith('.rels') && xml.includes('TargetMode="External"'))).toEqual([])
  })
})
