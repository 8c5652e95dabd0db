import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { stageAnalytics, type AnalyticsStage } from './analytics-stage'

let stage: AnalyticsStage
beforeAll(async () => {
  stage = await stageAnalytics()
})
afterAll(() => stage.close())

describe('the figures of a client', () => {
  it('answer in words first, and name the channel whose export is due', async () => {
    const { page } = stage
    await stage.show('overview')
    const answer = page.getByRole('region', { name: 'In short' })
    await expect.poll(() => answer.textContent()).toMatch(/\d+ posts were published/)
    await expect.poll(() => page.getByRole('region', { name: 'Days without figures' }).textContent()).toContain('Museum on instagram: nothing after Sep 18, 2026; the next export is due.')
  })

  it('show where a figure comes from', async () => {
    const { page } = stage
    await stage.show('overview')
    await page.getByRole('button', { name: /^Interactions [\d,]+/ }).first().click()
    await page.getByRole('complementary', { name: /source|comes from/i }).getByText(/instagram-post\.csv/).first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('are walked over by the keyboard, gaps said as gaps', async () => {
    const { page } = stage
    await stage.show('overview')
    const chart = page.getByRole('application', { name: /^Views by channel/ })
    await chart.focus()
    await page.keyboard.press('End')
    await expect.poll(() => chart.getByRole('status').textContent()).toContain('Wed, Sep 30, 2026, Museum on facebook: ')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => chart.getByRole('status').textContent()).toContain('Museum on instagram: no data')
  })

  it('take an event at a point, which can be undone', async () => {
    const { page } = stage
    await stage.show('overview')
    const chart = page.getByRole('application', { name: /^Views by channel/ })
    await chart.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Wed, Jul 1, 2026' })
    await dialog.getByLabel('What happened').fill('Ferry strike')
    await dialog.getByRole('button', { name: 'Add event' }).click()
    await dialog.getByText('Ferry strike', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await chart.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => chart.getByRole('status').textContent()).toContain('Ferry strike')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Home')
      return chart.getByRole('status').textContent()
    }).not.toContain('Ferry strike')
  })

  it('keep the days and the chips from tab to tab and in the address', async () => {
    const { page } = stage
    await stage.show('overview')
    await page.getByRole('tab', { name: 'Ads' }).click()
    await page.getByRole('heading', { name: 'In NOK' }).waitFor()
    expect(page.url()).toContain('/analytics/ads?from=2026-07-01&to=2026-09-30&compare=previous')
  })

  it.each(['light', 'dark'] as const)('can be read by everybody in %s', async (colorScheme) => {
    const { page } = stage
    await page.emulateMedia({ colorScheme })
    for (const tab of ['overview', 'channels', 'campaigns', 'followers', 'ads', 'traffic']) {
      await stage.show(tab)
      expect([tab, ...(await seriousIssues(page))]).toEqual([tab])
    }
  })

  it('of all clients stand in one table, each with the age of its data', async () => {
    const { page, host } = stage
    await page.goto(`${host.origin}/#/analytics`)
    await page.getByRole('button', { name: 'Nordlys Museum' }).last().waitFor()
    await page.getByRole('cell', { name: 'None yet' }).waitFor()
    expect(await seriousIssues(page)).toEqual([])
  })

  it('of all clients lie side by side as bars, and the name of each leads to its client', async () => {
    const { page, host, clientId } = stage
    await page.goto(`${host.origin}/#/analytics`)
    await page.getByLabel('Choose the days').selectOption('own')
    await page.getByLabel('First day').fill('2026-07-01')
    await page.getByLabel('Last day').fill('2026-09-30')
    await page.getByLabel('Figure of the chart').selectOption('posts')
    const chart = page.getByRole('application', { name: /^Posts by client.*Jul.*Sep.* 2 points each/ })
    const { height = 0 } = (await chart.boundingBox()) ?? {}
    // The upper of two, at its name beside the bar.
    await chart.click({ position: { x: 20, y: height / 4 } })
    await expect.poll(() => page.url()).toContain(`/clients/${clientId}/analytics/overview?`)
  })

  it('complain of nothing', () => {
    expect(stage.complaints).toEqual([])
  })
})
