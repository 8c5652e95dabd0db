import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { type ContentStage, openTab, stageContent } from './content-stage'

let stage: ContentStage

/** The line at the bottom, not what screen readers hear of it. */
const line = (text: string | RegExp) => stage.page.locator('.bg-inverse').getByText(text)

beforeAll(async () => {
  stage = await stageContent()
}, 120_000)
afterAll(async () => {
  await stage.close()
})

describe('figures of posts', () => {
  it('are sorted by a click, and every one of them leads to its file and line', async () => {
    const { page } = stage
    await openTab(stage, 'posts')
    await page.getByRole('button', { name: 'Reach', exact: true }).click()
    await page.getByRole('button', { name: 'Reach, sorted descending' }).waitFor()
    await expect.poll(() => page.locator('[data-index="0"]').innerText()).toContain('3,825')
    await page.locator('[data-index="0"]').click()
    await page.getByRole('complementary').getByRole('heading', { name: 'Figures' }).waitFor()
    await page.getByRole('button', { name: 'Reach: 3,825. Show the source' }).click()
    const panel = page.getByRole('complementary', { name: 'Source of a figure' })
    await panel.getByText('1 value counts').waitFor()
    expect(await panel.getByRole('list', { name: 'Values with their source' }).innerText()).toMatch(/instagram-post\.csv\s+line \d+/)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
  })

  it('show another rate when the formula is changed, with the formula beside it', async () => {
    const { page } = stage
    await openTab(stage, 'posts')
    await page.getByText('Engagement rate by reach = (likes + comments + shares + saves) / reach').waitFor()
    await page.getByRole('button', { name: 'Engagement rate by reach' }).click()
    await page.getByRole('menuitem', { name: 'Engagement rate by views' }).or(page.getByRole('menuitemcheckbox', { name: 'Engagement rate by views' })).first().click()
    await page.getByText('Engagement rate by views = (likes + comments + shares + saves) / views').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Engagement rate by reach = (likes + comments + shares + saves) / reach').waitFor()
  })

  it('have best times that are walked by keyboard and become a posting slot', async () => {
    const { page, api, clientId } = stage
    await openTab(stage, 'times')
    const best = page.getByRole('button', { name: /Wednesday, 6:00.*7:00.PM: median/ })
    await best.click()
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Wednesday, 7:00.*no posts/)
    await page.getByRole('button', { name: 'Use as posting slot' }).click()
    await page.getByText('Nordlys Museum (Instagram)').last().click()
    await line(/added to the slots/).waitFor()
    const { channels } = await api.channels.list({ clientId })
    expect(channels.find(({ network }) => network === 'instagram')?.slots).toMatchObject([{ weekday: 3, time: '18:00' }])
  })

  it('stand in groups with their interval and how many posts they rest on', async () => {
    const { page } = stage
    await openTab(stage, 'groups')
    const row = page.getByRole('row', { name: /^Reel/ })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/2,025\s+1,164 to 3,304\s+14/)
    expect(await page.getByRole('row', { name: /^Document/ }).innerText()).toContain('Not in the files')
  })

  it('are told in sentences that can be kept as learnings', async () => {
    const { page, api, clientId } = stage
    await openTab(stage, 'learnings')
    const first = page.getByRole('listitem').filter({ hasText: '95% interval' }).first()
    const sentence = await first.getByRole('paragraph').innerText()
    expect(sentence).toMatch(/had [\d.]+ times that of .* \(95% interval [\d.]+ to [\d.]+, n = \d+ and \d+\)\.$/)
    await first.getByRole('button', { name: 'Keep as learning' }).click()
    await first.getByRole('button', { name: 'Kept' }).waitFor()
    const { learnings } = await api.learnings.list({ clientId })
    expect(learnings).toMatchObject([{ observation: sentence, state: 'open' }])
    await page.keyboard.press('Control+z')
    await first.getByRole('button', { name: 'Keep as learning' }).waitFor()
  })
})

describe('matches', () => {
  it('are answered by one key each, and undone', async () => {
    const { page } = stage
    await openTab(stage, 'matches')
    const tab = page.getByRole('tab', { name: /^Matches/ })
    await expect.poll(() => tab.innerText()).toMatch(/4$/)
    const list = page.getByLabel('Doubtful', { exact: true }).last()
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await line('1 match confirmed').waitFor()
    await expect.poll(() => tab.innerText()).toMatch(/3$/)
    await page.keyboard.press('Delete')
    await line('Set aside as not planned here').waitFor()
    await expect.poll(() => tab.innerText()).toMatch(/2$/)
    await page.keyboard.press('Control+z')
    await expect.poll(() => tab.innerText()).toMatch(/3$/)
  })

  it('hand unplanned posts over to the plan', async () => {
    const { page, api, clientId } = stage
    await openTab(stage, 'matches')
    await page.getByText('Not in the plan').click()
    const before = (await api.matches.counts({ clientId })).unplanned
    await page.getByRole('button', { name: 'Add to the plan as published' }).click()
    await line('1 published post added to the plan').waitFor()
    await expect.poll(async () => (await api.matches.counts({ clientId })).unplanned).toBe(before - 1)
  })
})

describe('goals', () => {
  it('are set on the screen of the strategy, with what they lack', async () => {
    const { page, host, clientId } = stage
    await page.goto(`${host.origin}/#/clients/${clientId}/strategy`)
    await page.getByRole('button', { name: 'New goal' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Goal', { exact: true }).fill('More reach for the museum')
    await dialog.getByLabel('Figure').selectOption({ label: 'Engagement rate' })
    await dialog.getByLabel('From').fill('2026-07-01')
    await dialog.getByLabel('Until').fill('2026-12-31')
    await dialog.getByLabel('Target').fill('7.5')
    await dialog.getByRole('button', { name: 'Add goal' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const goal = page.getByRole('article').filter({ hasText: 'More reach for the museum' })
    expect(await goal.innerText()).toMatch(/of 7\.5%/)
    expect(await goal.innerText()).toContain('without a baseline')
  })
})

describe('the screens of figures of posts', () => {
  it.each(['light', 'dark'] as const)('have no serious findings in %s, and nothing complains', async (colorScheme) => {
    const { page, host, clientId } = stage
    await page.emulateMedia({ colorScheme })
    for (const tab of ['posts', 'times', 'groups', 'learnings', 'matches']) {
      await openTab(stage, tab)
      await page.locator('[aria-busy="true"]').waitFor({ state: 'hidden' }).catch(() => undefined)
      await page.waitForTimeout(300)
      expect([tab, ...(await seriousIssues(page))]).toEqual([tab])
    }
    await page.goto(`${host.origin}/#/clients/${clientId}/strategy`)
    await page.getByRole('heading', { name: 'Goals' }).waitFor()
    expect(await seriousIssues(page)).toEqual([])
    expect(stage.complaints).toEqual([])
  })
})
