import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plain, RED } from '../support/images'
import { entriesIn } from '../support/planning'
import { day, drag, goToDay, line, stageCalendar, tile, type CalendarStage } from './calendar-stage'

let stage: CalendarStage
let page: Page

beforeAll(async () => {
  stage = await stageCalendar()
  page = stage.page
  await goToDay(page, '2030-10-25')
})
afterAll(() => stage.close())
// A dialog that a failed test leaves open hides the page from the tests after it.
afterEach(async ({ task }) => {
  for (let tries = 0; task.result?.state === 'fail' && tries < 3; tries += 1) await page.keyboard.press('Escape')
})

const year = { from: '2030-01-01T00:00:00.000Z', to: '2031-12-31T00:00:00.000Z' }
/** Days and hours of the posts of a name, each once, in order of time. */
async function daysOf(title: string): Promise<string[]> {
  const entries = await entriesIn(stage.api, { clientId: stage.clientId, ...year })
  return [...new Set(entries.filter((entry) => entry.title === title).map(({ planned }) => `${planned.date} ${planned.time}`))]
}
async function undo(): Promise<void> {
  await page.keyboard.press('ControlOrMeta+z')
  await line(page, /^Undone/).waitFor()
}

describe('a month', () => {
  it('lets a post be dragged to the next one: the clock time stays', async () => {
    await drag(page, tile(page, 'Late ferry'), page.getByRole('button', { name: 'Next', exact: true }).first(), { at: { x: 10, y: 10 } })
    await expect.poll(() => daysOf('Late ferry')).toEqual(['2030-11-30 18:00'])
    await undo()
    await expect.poll(() => daysOf('Late ferry')).toEqual(['2030-10-31 18:00'])
  })

  it('copies two posts by drag, each as far from its own day, as one step to undo', async () => {
    await goToDay(page, '2030-10-25')
    await tile(page, 'Boats').click()
    await tile(page, 'Harbor').click({ modifiers: ['ControlOrMeta'] })
    await drag(page, tile(page, 'Harbor'), day(page, '2030-10-26'), { key: 'Alt' })
    await expect.poll(() => daysOf('Harbor')).toEqual(['2030-10-25 09:00', '2030-10-26 09:00'])
    await expect.poll(() => daysOf('Boats')).toEqual(['2030-10-21 09:00', '2030-10-22 09:00'])
    await page.keyboard.press('Escape')
    await undo()
    expect([await daysOf('Harbor'), await daysOf('Boats')]).toEqual([['2030-10-25 09:00'], ['2030-10-21 09:00']])
  })

  it('takes a picture of the library onto a day as a post', async () => {
    const assetId = await addPicture()
    await page.getByRole('button', { name: 'Ideas, posts without a time, assets' }).click()
    await page.getByRole('radio', { name: 'Assets' }).or(page.getByRole('button', { name: 'Assets', exact: true })).first().click()
    // The calendar makes room for the tray, and its pictures come in.
    await page.locator('[data-tray] img').first().waitFor()
    await day(page, '2030-10-29').scrollIntoViewIfNeeded()
    await drag(page, page.locator('[data-tray]').first(), day(page, '2030-10-29'))
    await expect.poll(async () => (await stage.api.posts.list({ clientId: stage.clientId, assetId })).posts.map(({ planned }) => planned?.date)).toEqual(['2030-10-29'])
    await page.keyboard.press('b')
    await undo()
  })
})

async function addPicture(): Promise<string> {
  const body = await plain(640, 480, RED).jpeg().toBuffer()
  const token = await page.evaluate(() => sessionStorage.getItem('greenroom.session') ?? '')
  const answer = await fetch(`${stage.host.origin}/upload`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-greenroom-token': token, 'x-file-name': 'harbor.jpg' },
    body: new Uint8Array(body)
  })
  const { token: file } = (await answer.json()) as { token: string }
  await stage.api.assets.add({ clientId: stage.clientId, files: [file] })
  await expect.poll(async () => (await stage.api.assets.list({ clientId: stage.clientId })).total).toBeGreaterThan(0)
  const { assets } = await stage.api.assets.list({ clientId: stage.clientId })
  return assets[0]?.id ?? ''
}

describe('a series', () => {
  it('is made by a rule, changed in one post, in this and those after it, and ended as a whole', async () => {
    await goToDay(page, '2030-10-25')
    await tile(page, 'Gulls').click()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Ends').selectOption({ label: 'After a number of times' })
    await dialog.getByLabel('Times', { exact: true }).fill('4')
    await dialog.getByText('4 times in all').waitFor()
    await dialog.getByRole('button', { name: 'Make repeats' }).click()
    await expect.poll(() => daysOf('Gulls')).toEqual(['2030-10-25 11:30', '2030-11-01 11:30', '2030-11-08 11:30', '2030-11-15 11:30'])

    // One alone: dragged to another day, it leaves the others where they are.
    await drag(page, page.locator('[data-within="2030-11-01"] [data-tile]').filter({ hasText: 'Gulls' }), day(page, '2030-11-02'))
    await expect.poll(() => daysOf('Gulls')).toEqual(['2030-10-25 11:30', '2030-11-02 11:30', '2030-11-08 11:30', '2030-11-15 11:30'])

    await goToDay(page, '2030-11-08')
    await tile(page, 'Gulls').waitFor()
    const third = page.locator('[data-within="2030-11-08"] [data-tile]').filter({ hasText: 'Gulls' })
    await third.click()
    await page.keyboard.press('r')
    await dialog.getByLabel('Time').fill('16:00')
    await dialog.getByRole('button', { name: 'Change them' }).click()
    await expect.poll(() => daysOf('Gulls')).toEqual(['2030-10-25 11:30', '2030-11-02 11:30', '2030-11-08 16:00', '2030-11-15 16:00'])
    await dialog.waitFor({ state: 'hidden' })

    // Where it stands by then: in a day, tiles are in the order of their times.
    await expect.poll(() => third.innerText()).toMatch(/4:00|4.PM|16:00/)
    await third.click()
    await page.keyboard.press('r')
    await dialog.getByRole('radio', { name: 'All', exact: true }).or(dialog.getByRole('button', { name: 'All', exact: true })).click()
    await dialog.getByRole('button', { name: 'End the series' }).click()
    await line(page, /Series ended/).waitFor()
    await expect.poll(() => daysOf('Gulls')).not.toContain('2030-11-15 16:00')
    await undo()
    await expect.poll(async () => (await daysOf('Gulls')).length).toBe(4)
  })

  it('says before it is made on which day the clock skips its time', async () => {
    await stage.api.posts.create({ clientId: stage.clientId, title: 'Night walk', planned: { date: '2030-03-29', time: '02:30' } })
    await goToDay(page, '2030-03-29')
    await tile(page, 'Night walk').click()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('How often').selectOption({ label: 'Daily' })
    await dialog.getByText(/On Sunday, March 31, 2030 the clock skips 2:30.AM; the post of that day is planned for 1:30.AM/).waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('evergreen posts', () => {
  it('fill the free slots of a month with drafts, with the text for repeats, as one step', async () => {
    const { api, clientId } = stage
    const { channels } = await api.channels.list({ clientId })
    const channelId = channels.find(({ name }) => name === 'Museum')?.id ?? ''
    await api.channels.setSlots({ clientId, channelId, slots: [{ weekday: 3, time: '12:00' }] })
    const { id: postId } = await api.posts.create({ clientId, title: 'Opening hours', text: 'Open daily', planned: { date: '2030-06-05', time: '12:00' }, variants: [{ channelId, format: 'feed', voiceId: null }] })
    await api.calendar.setEvergreen({ clientId, postId, evergreen: { cooldownDays: 30, maxRepeats: 1, texts: ['Still open daily'], active: true } })
    await goToDay(page, '2030-08-14')
    await page.getByRole('button', { name: 'More actions' }).first().click()
    await page.getByRole('menuitem', { name: 'Fill free slots with evergreen posts' }).click()
    await line(page, '1 evergreen post planned as draft').waitFor()
    const [, again] = await daysOf('Opening hours')
    expect(again).toMatch(/^2030-0[78]-\d\d 12:00$/)
    const { posts } = await api.posts.list({ clientId, search: 'Still open' })
    expect(posts.map(({ excerpt, variants }) => [excerpt, variants[0]?.state])).toEqual([['Still open daily', 'draft']])
    await undo()
    await expect.poll(() => daysOf('Opening hours')).toHaveLength(1)
  })
})

describe('the list of posts', () => {
  it('hands one over by its menu, and gives several another clock time as one step', async () => {
    await page.goto(`${stage.host.origin}/#/clients/${stage.clientId}/posts`)
    const row = (title: string) => page.getByRole('option').filter({ hasText: title })
    await row('Late ferry').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Hand over' }).click()
    await page.getByRole('heading', { level: 1, name: 'Late ferry' }).waitFor()
    await page.goBack()
    await row('Harbor').click()
    await row('Boats').click({ modifiers: ['ControlOrMeta'] })
    await row('Harbor').click({ modifiers: ['ControlOrMeta'] })
    await page.getByRole('button', { name: 'Reschedule' }).click()
    await page.getByLabel('Time', { exact: true }).fill('16:45')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await line(page, '2 posts rescheduled').waitFor()
    await expect.poll(async () => [await daysOf('Harbor'), await daysOf('Boats')]).toEqual([['2030-10-25 16:45'], ['2030-10-21 16:45']])
    await undo()
    await expect.poll(() => daysOf('Harbor')).toEqual(['2030-10-25 09:00'])
    await page.goto(`${stage.host.origin}/#/clients/${stage.clientId}/calendar`)
  })
})

describe('the profile grid', () => {
  it('lets two planned posts change places by drag, as one step', async () => {
    const { api, clientId } = stage
    const { channels } = await api.channels.list({ clientId })
    const variants = [{ channelId: channels.find(({ name }) => name === 'Museum')?.id ?? '', format: 'feed' as const, voiceId: null }]
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    for (const [title, days] of [['Left', 4], ['Right', 8]] as const) await api.posts.create({ clientId, title, text: title, planned: { date: at(days), time: '10:00' }, variants })
    const dates = async () => {
      const { posts } = await api.posts.list({ clientId, limit: 100 })
      return ['Left', 'Right'].map((title) => posts.find((post) => post.title === title)?.planned?.date)
    }
    await page.getByRole('radio', { name: 'Instagram grid' }).or(page.getByRole('button', { name: 'Instagram grid' })).first().click()
    await drag(page, tile(page, 'Left'), tile(page, 'Right'))
    await expect.poll(dates).toEqual([at(8), at(4)])
    await undo()
    await expect.poll(dates).toEqual([at(4), at(8)])
    expect(stage.complaints).toEqual([])
  })
})
