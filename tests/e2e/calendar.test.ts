import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousIssues } from '../support/axe'
import { day, drag, goToDay, line, stageCalendar, tile, type CalendarStage } from './calendar-stage'

let stage: CalendarStage
let page: Page

beforeAll(async () => {
  stage = await stageCalendar()
  page = stage.page
})
afterAll(() => stage.close())

// A dialog that a failed test leaves open hides the page from the tests after it.
afterEach(async ({ task }) => {
  for (let tries = 0; task.result?.state === 'fail' && tries < 3; tries += 1) await page.keyboard.press('Escape')
})

const view = (name: string) => page.getByRole('radio', { name, exact: true }).or(page.getByRole('button', { name, exact: true })).first()
const plannedOf = async (title: string): Promise<string> => {
  const { posts } = await stage.api.posts.list({ clientId: stage.clientId, search: title })
  const { date = '', time = '', instant = '' } = posts.find((post) => post.title === title)?.planned ?? {}
  return `${date} ${time} ${instant}`
}
/** Titles of the posts that are shown, each once. */
async function shown(): Promise<string[]> {
  const ids = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-post]')].map((one) => one.dataset.post))
  const { posts } = await stage.api.posts.list({ clientId: stage.clientId })
  return posts.filter((post) => ids.includes(post.id)).map((post) => post.title).toSorted()
}
const october = async (): Promise<void> => {
  await goToDay(page, '2030-10-25')
  await page.getByRole('heading', { name: 'October 2030' }).waitFor()
}

async function undo(): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z')
  await line(page, /^Undone/).waitFor()
}

describe('a post in the month', () => {
  it('is moved by days and weeks with Alt and the arrow keys, and comes back by undo', async () => {
    await october()
    await tile(page, 'Harbor').click()
    await page.keyboard.press('Alt+ArrowRight')
    await line(page, '“Harbor” moved to Sat, Oct 26, 9:00 AM').waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await line(page, '“Harbor” moved to Sat, Nov 2, 9:00 AM').waitFor()
    expect(await plannedOf('Harbor')).toBe('2030-11-02 09:00 2030-11-02T08:00:00.000Z')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Harbor')
    await undo()
    await expect.poll(() => plannedOf('Harbor')).toContain('2030-10-26 09:00')
    await undo()
    await expect.poll(() => plannedOf('Harbor')).toContain('2030-10-25 09:00')
    await october()
  })

  it('keeps its clock time when it is dragged across the October clock change', async () => {
    expect(await plannedOf('Harbor')).toBe('2030-10-25 09:00 2030-10-25T07:00:00.000Z')
    await drag(page, tile(page, 'Harbor'), day(page, '2030-10-28'))
    await line(page, '“Harbor” moved to Mon, Oct 28, 9:00 AM').waitFor()
    expect(await plannedOf('Harbor')).toBe('2030-10-28 09:00 2030-10-28T08:00:00.000Z')
    await day(page, '2030-10-28').locator('[data-tile]').filter({ hasText: 'Harbor' }).waitFor()
    await undo()
    await day(page, '2030-10-25').locator('[data-tile]').filter({ hasText: 'Harbor' }).waitFor()
  })

  it('is copied when Alt is held', async () => {
    await drag(page, tile(page, 'Boats'), day(page, '2030-10-23'), { key: 'Alt' })
    await line(page, '1 post duplicated').waitFor()
    await day(page, '2030-10-23').locator('[data-tile]').filter({ hasText: 'Boats' }).waitFor()
    await day(page, '2030-10-21').locator('[data-tile]').filter({ hasText: 'Boats' }).waitFor()
    await undo()
    await day(page, '2030-10-23').locator('[data-tile]').waitFor({ state: 'detached' })
  })

  it('stays where it is once it is published, and that is said', async () => {
    await drag(page, tile(page, 'Already out'), day(page, '2030-10-24'))
    await line(page, /“Already out” is handed over, published or done with/).waitFor()
    expect(await plannedOf('Already out')).toContain('2030-10-22')
  })
})

describe('the views', () => {
  it('show the same posts as month, week, day and list', async () => {
    await october()
    const month = await shown()
    await view('List').click()
    await page.getByRole('group', { name: 'List' }).waitFor()
    expect(await shown()).toEqual(month)
    await view('Week').click()
    await page.getByRole('heading', { name: 'Week 43' }).or(page.getByText('Week 43')).first().waitFor()
    expect(await shown()).toEqual(['Already out', 'Boats', 'Gulls', 'Harbor'])
    await view('Day').click()
    await page.getByRole('heading', { name: 'Friday, October 25, 2030' }).waitFor()
    expect(await shown()).toEqual(['Gulls', 'Harbor'])
    await view('Board').click()
    await page.getByRole('region', { name: /^Draft/ }).waitFor()
    expect(await shown()).toEqual(month)
    await view('Month').click()
  })

  it('are narrowed by a chip and by words, also after a reload', async () => {
    await page.getByRole('button', { name: 'Pillar', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Collection' }).click()
    await expect.poll(shown).toEqual(['Boats', 'Gulls'])
    await page.getByRole('searchbox', { name: 'Search posts' }).fill('gul')
    await expect.poll(shown).toEqual(['Gulls'])
    await page.waitForTimeout(600)
    await page.reload()
    await page.getByRole('heading', { name: 'October 2030' }).waitFor()
    await expect.poll(shown).toEqual(['Gulls'])
    await page.getByRole('searchbox', { name: 'Search posts' }).fill('')
    await page.getByRole('button', { name: 'Remove filter Collection' }).click()
    await expect.poll(shown).toContain('Harbor')
  })

  it('let a post go by a quarter of an hour in the week', async () => {
    await view('Week').click()
    await tile(page, 'Gulls').click()
    await page.keyboard.press('Alt+ArrowDown')
    await line(page, '“Gulls” moved to Fri, Oct 25, 11:45 AM').waitFor()
    await undo()
    await view('Month').click()
  })
})

describe('several posts', () => {
  it('are chosen by Ctrl and shifted as one step', async () => {
    await tile(page, 'Harbor').click()
    await tile(page, 'Late ferry').click({ modifiers: ['ControlOrMeta'] })
    await page.getByRole('toolbar', { name: 'Selection' }).getByText('2 selected').waitFor()
    await page.getByRole('button', { name: 'Shift', exact: true }).click()
    await page.getByLabel('By days').fill('7')
    await page.keyboard.press('Enter')
    await line(page, '2 posts moved 7 days later').waitFor()
    expect(await plannedOf('Late ferry')).toContain('2030-11-07 18:00')
    expect(await plannedOf('Harbor')).toContain('2030-11-01 09:00')
    await page.keyboard.press('Escape')
    await undo()
    await expect.poll(() => plannedOf('Late ferry')).toContain('2030-10-31 18:00')
    await expect.poll(() => plannedOf('Harbor')).toContain('2030-10-25 09:00')
  })
})

describe('what has no time yet', () => {
  it('is dragged from the side onto a day', async () => {
    await october()
    await page.keyboard.press('b')
    const card = page.getByRole('complementary', { name: 'To be planned' }).getByRole('button', { name: 'No time yet' })
    await drag(page, card, day(page, '2030-10-29'))
    await line(page, '1 post planned').waitFor()
    expect(await plannedOf('No time yet')).toContain('2030-10-29 09:00')
    await undo()
    await card.waitFor()
    await page.keyboard.press('b')
  })

  it('is written down as an idea from any screen, and planned by a drag', async () => {
    await page.keyboard.press('Shift+I')
    await page.getByRole('textbox', { name: 'New idea for Nordlys Museum' }).fill('A day in the archive')
    await page.keyboard.press('Enter')
    await line(page, 'Idea written down').waitFor()
    await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Ideas' }).click()
    const card = page.locator('[data-idea]').filter({ hasText: 'A day in the archive' })
    await drag(page, card, page.getByRole('region', { name: /^Ready/ }))
    await line(page, 'Idea moved to Ready').waitFor()
    await page.getByRole('region', { name: 'Ready: 1 idea' }).waitFor()
    await drag(page, card, page.locator('[data-drop="day"]').nth(3))
    await line(page, '1 post planned').waitFor()
    await undo()
    await page.getByRole('region', { name: 'Ready: 1 idea' }).waitFor()
  })
})

describe('the screens of planning', () => {
  const screens = ['calendar', 'posts', 'ideas'] as const

  it('have no serious accessibility issues, in light and dark', async () => {
    const found: string[] = []
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      for (const screen of screens) {
        await page.evaluate((path) => { location.hash = path }, `#/clients/${stage.clientId}/${screen}`)
        await page.waitForTimeout(400)
        found.push(...(await seriousIssues(page)).map((issue) => `${screen} ${theme}: ${issue}`))
      }
      await page.evaluate(() => { location.hash = '#/today' })
      await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
      found.push(...(await seriousIssues(page)).map((issue) => `today ${theme}: ${issue}`))
    }
    expect(found).toEqual([])
  })

  it('have none in the other views of the calendar', async () => {
    const found: string[] = []
    await page.evaluate((id) => { location.hash = `#/clients/${id}/calendar` }, stage.clientId)
    for (const name of ['Week', 'Day', 'List', 'Board', 'Instagram grid', 'Month']) {
      await view(name).click()
      await page.waitForTimeout(300)
      found.push(...(await seriousIssues(page)).map((issue) => `${name}: ${issue}`))
    }
    expect(found).toEqual([])
  })

  it('break no rule of the page', () => {
    expect(stage.complaints).toEqual([])
  })
})
