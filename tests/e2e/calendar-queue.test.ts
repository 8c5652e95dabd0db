import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { entriesIn } from '../support/planning'
import { drag, goToDay, line, stageCalendar, tile, type CalendarStage } from './calendar-stage'

let stage: CalendarStage
let page: Page

beforeAll(async () => {
  stage = await stageCalendar()
  page = stage.page
  await goToDay(page, '2030-10-25')
  await page.getByRole('radio', { name: 'List', exact: true }).or(page.getByRole('button', { name: 'List', exact: true })).first().click()
  await page.getByRole('button', { name: 'Channel', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Museum\b(?! on)/ }).click()
  await page.getByText(/What is to come on Museum/).waitFor()
})
afterAll(() => stage.close())

/** Titles of what goes out on the channel, in order of time. */
async function order(): Promise<string[]> {
  const { channels } = await stage.api.channels.list({ clientId: stage.clientId })
  const channelIds = channels.filter(({ name }) => name === 'Museum').map(({ id }) => id)
  const entries = await entriesIn(stage.api, { clientId: stage.clientId, channelIds, from: '2030-10-01T00:00:00.000Z', to: '2030-12-01T00:00:00.000Z' })
  return entries.map(({ title }) => title)
}
const before = ['Boats', 'Already out', 'Harbor', 'Gulls', 'Late ferry']

/** Titles as the page shows them: it is told of a change after the core has made it. */
const shown = async (): Promise<string[]> => (await page.locator('[data-tile]').allInnerTexts()).flatMap((text) => before.filter((title) => text.includes(title)))

async function undo(): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z')
  await line(page, /^Undone/).waitFor()
  await expect.poll(order).toEqual(before)
  await expect.poll(shown).toEqual(before)
}

it('moves a post of one channel by keys within the times of its queue, past what is published, as one step', async () => {
  await tile(page, 'Harbor').click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await line(page, '“Harbor” moved to Mon, Oct 21, 9:00 AM').waitFor()
  await expect.poll(order).toEqual(['Harbor', 'Already out', 'Boats', 'Gulls', 'Late ferry'])
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Harbor')
  await undo()
})

it('puts a post into the place of another by dragging, the last one too', async () => {
  await drag(page, tile(page, 'Boats'), tile(page, 'Late ferry'))
  await expect.poll(order).toEqual(['Harbor', 'Already out', 'Gulls', 'Late ferry', 'Boats'])
  await undo()
})

it('leaves what is published where it is, and says so', async () => {
  await tile(page, 'Already out').click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await line(page, /“Already out” is handed over, published or done with/).waitFor()
  expect(await order()).toEqual(before)
  expect(stage.complaints).toEqual([])
})
