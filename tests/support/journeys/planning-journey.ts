import type { Locator, Page } from 'playwright-core'

/**
 * From an idea to a published post, step by step, as a person walks it. Each step waits for what the person sees.
 */

const inNavigation = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true })
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name })

/** The line at the bottom, not what screen readers hear of it. */
export const line = (page: Page, text: string | RegExp): Locator => page.locator('.bg-inverse').getByText(text).last()
export const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name })
export const checks = (page: Page): Locator => page.getByRole('region', { name: 'Checks' })
export const textField = (page: Page): Locator => page.getByLabel('Text', { exact: true })
const state = (page: Page): Locator => page.getByRole('region', { name: 'State and time' })
const saved = (page: Page): Promise<void> => page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor()

/** A key opens the field, another keeps what was typed. */
export async function captureIdea(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Shift+I')
  await page.getByRole('textbox', { name: /^New idea for/ }).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await line(page, 'Idea written down').waitFor()
}

/** Opens the idea from the board and takes it off the board. */
export async function makePostOf(page: Page, words: string): Promise<void> {
  await inNavigation(page, 'Ideas').click()
  await heading(page, 'Ideas').waitFor()
  await page.locator('[data-idea]').filter({ hasText: words }).focus()
  await page.keyboard.press('Enter')
  await state(page).getByText('Idea', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Make it a post' }).click()
  await state(page).getByText('Idea', { exact: true }).waitFor({ state: 'detached' })
}

export async function addChannels(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('button', { name: 'Channel', exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name }).or(page.getByRole('menuitem', { name })).first().click()
    await tab(page, name).and(page.locator('[aria-selected="true"]')).waitFor()
  }
  await tab(page, 'All channels').click()
}

/** Takes a picture from the library. */
export async function addPicture(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('group', { name: 'Library' }).getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Add to the post' }).click()
  await page.getByRole('list', { name: 'Media' }).getByRole('listitem').waitFor()
}

export async function write(page: Page, text: string): Promise<void> {
  await textField(page).fill(text)
  await saved(page)
}

/** Presses the fix of a finding and waits until nobody speaks of it any more. */
export async function fix(page: Page, channel: string, finding: RegExp, label: string): Promise<void> {
  await tab(page, channel).click()
  const row = checks(page).getByRole('listitem').filter({ hasText: finding })
  await row.getByRole('button', { name: label }).click()
  await row.waitFor({ state: 'detached' })
  await saved(page)
}

/** Sets a time on the post and schedules all its channels. */
export async function schedule(page: Page, date: string, time: string): Promise<void> {
  await tab(page, 'All channels').click()
  await page.getByLabel('Day', { exact: true }).fill(date)
  await page.getByLabel('Time', { exact: true }).fill(time)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Take the time away' }).waitFor()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Schedule/ }).click()
  await line(page, 'Done: Schedule').waitFor()
}

/** Opens the month of a day. */
export async function openMonth(page: Page, date: string, title: string): Promise<void> {
  await inNavigation(page, 'Calendar').click()
  await heading(page, 'Calendar').waitFor()
  await page.keyboard.press('1')
  await page.keyboard.press('Shift+G')
  await page.getByLabel('Go to a day', { exact: true }).last().fill(date)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('heading', { name: title }).waitFor()
}

export const tileOn = (page: Page, date: string, title: string): Locator =>
  page.locator(`[data-within="${date}"]`).first().locator('[data-tile]').filter({ hasText: title }).first()

/** With the pointer, in steps, as a hand does it. */
export async function dragToDay(page: Page, tile: Locator, date: string): Promise<void> {
  const start = (await tile.boundingBox())!
  await page.mouse.move(start.x + 20, start.y + 8)
  await page.mouse.down()
  await page.mouse.move(start.x + 32, start.y + 20, { steps: 3 })
  const end = (await page.locator(`[data-within="${date}"]`).first().boundingBox())!
  await page.mouse.move(end.x + end.width / 2, end.y + end.height - 8, { steps: 8 })
  await page.mouse.up()
}

/** Opens the post from its tile, and the hand-over page of one channel from there. */
export async function openHandOff(page: Page, channel: string): Promise<void> {
  await tab(page, channel).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Hand over field by field' }).click()
  await page.getByRole('heading', { name: 'Texts, in posting order' }).waitFor()
}

/** Copies one text after another by its key; answers with what the clipboard held each time. */
export async function copyAll(page: Page): Promise<string[]> {
  const copied: string[] = []
  const fields = page.locator('main ol > li')
  for (let index = 0; index < (await fields.count()); index += 1) {
    await page.keyboard.press('c')
    await fields.nth(index).getByText('Copied', { exact: true }).waitFor()
    copied.push(await page.evaluate(() => navigator.clipboard.readText()))
  }
  await page.getByText('All copied').waitFor()
  return copied
}

/** Hands the post over and says where it can be seen. */
export async function confirmPublished(page: Page, permalink: string): Promise<void> {
  await page.keyboard.press('h')
  await page.getByRole('heading', { name: 'Handed over' }).waitFor()
  await page.getByLabel('Link to the post').fill(permalink)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Published', exact: true }).waitFor()
}
