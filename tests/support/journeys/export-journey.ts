import type { Locator, Page } from 'playwright-core'
import { photograph } from '../images'
import { dropFiles, type DroppedFile } from './drop-files'

/**
 * The main journey, step by step, as a person walks it: new client, photographs, focal point, placements, contact sheet, a crop
 * mended, export, undo, redo. Each step waits for what the person sees. Works on any page that shows the app, whichever host is behind it.
 */

const PHOTOGRAPHS = [
  'acanthus-mollis', 'airplane-from-above', 'allium-oreophilum', 'black-canyon', 'dust-bowl-home',
  'french-alpine-landscape', 'locomotion-house-cat', 'march-pastoral', 'nagasaki-boats'
] as const

/** A JPEG comment makes another file of the same photograph, as a second export from a camera would be. */
function withComment(content: Buffer, text: string): Buffer {
  const comment = Buffer.from(text, 'latin1')
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
  return Buffer.concat([content.subarray(0, 2), head, comment, content.subarray(2)])
}

/** Twelve files that the library takes for twelve pictures. */
export function twelvePhotographs(): DroppedFile[] {
  const nine = PHOTOGRAPHS.map((name) => ({ name: `${name}.jpg`, content: photograph(name) }))
  const three = nine.slice(0, 3).map(({ name, content }) => ({ name: `second-${name}`, content: withComment(content, 'second print') }))
  return [...nine, ...three]
}

export const screenTitle = (page: Page, title: string): Locator => page.getByRole('heading', { level: 1, name: title })
export const library = (page: Page): Locator => page.getByRole('listbox', { name: 'Assets' })
export const contactSheet = (page: Page): Locator => page.getByRole('listbox', { name: 'Contact sheet' })

const inNavigation = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true })

export async function addClient(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New client' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create client' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await inNavigation(page, 'Assets').click()
  await screenTitle(page, 'Assets').waitFor()
}

/** Answers with what the drop target said and what the report says. */
export async function addPhotographs(page: Page, files: readonly DroppedFile[]): Promise<{ target: string; report: string }> {
  const target = await dropFiles(page, files)
  const report = page.getByRole('region', { name: 'Files being added' }).getByRole('status')
  await report.waitFor({ timeout: 60_000 })
  return { target, report: await report.innerText() }
}

/** Opens a picture and moves its focal point with the arrow keys; answers with where it is in words. */
export async function setFocalPoint(page: Page, title: string): Promise<string> {
  await library(page).getByRole('option', { name: title }).first().dblclick()
  await screenTitle(page, title).waitFor()
  const ring = page.getByRole('slider', { name: 'Focal point' })
  await ring.focus()
  for (const key of ['Shift+ArrowLeft', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Reset focal point' }).waitFor()
  const words = (await ring.getAttribute('aria-valuetext')) ?? ''
  await page.keyboard.press('Escape')
  await screenTitle(page, 'Assets').waitFor()
  return words
}

/** Leaves just these placements chosen. */
export async function choosePlacements(page: Page, placements: readonly { network: string; name: string }[]): Promise<void> {
  await inNavigation(page, 'Exports').click()
  await screenTitle(page, 'Exports').waitFor()
  const chosen = page.locator('button[aria-pressed="true"]:has-text("×")')
  while ((await chosen.count()) > 0) await chosen.first().click()
  for (const { network, name } of placements) {
    const group = page.locator('section').filter({ has: page.getByRole('heading', { name: network, exact: true }) })
    await group.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  }
}

/** Goes to the contact sheet; answers with the primary button's words. */
export async function openContactSheet(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Contact sheet ·/ }).click()
  await contactSheet(page).getByRole('option').first().waitFor()
  return page.getByRole('button', { name: /^Export \d/ }).innerText()
}

const cropWindow = (page: Page): Locator => page.getByRole('slider', { name: /^Crop for/ })

/** What the crop that is opened on the contact sheet shows of its picture, in words. */
export const openedCrop = async (page: Page): Promise<string> => (await cropWindow(page).getAttribute('aria-valuetext')) ?? ''

/** Mends the first risky crop by hand with the keyboard; answers with what its picture shows in words, before and after. */
export async function mendFirstCrop(page: Page): Promise<{ before: string; after: string }> {
  await contactSheet(page).getByRole('option').first().click()
  const before = await openedCrop(page)
  await cropWindow(page).focus()
  for (const key of ['+', '+', '+', 'ArrowDown']) await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Reset crop', disabled: false }).waitFor()
  return { before, after: await openedCrop(page) }
}

/** Starts the export and waits for its report; answers with the state and the rows of its table. */
export async function exportAll(page: Page): Promise<{ state: string; files: number; folder: string }> {
  await page.getByRole('button', { name: /^Export \d/ }).click()
  const summary = page.getByRole('region', { name: 'Summary' })
  await summary.getByText('Done', { exact: true }).waitFor({ timeout: 120_000 })
  const rows = page.getByRole('table', { name: 'Files of the export' }).getByRole('row')
  return { state: 'Done', files: (await rows.count()) - 1, folder: await summary.locator('code').innerText() }
}

type Direction = 'undo' | 'redo'

async function pressKeys(page: Page, direction: Direction): Promise<void> {
  await page.locator('main').focus()
  await page.keyboard.press(direction === 'undo' ? 'ControlOrMeta+z' : 'ControlOrMeta+Shift+z')
}

/** Undoes or redoes the last command, by the keyboard unless `ask` does it otherwise; answers with the line at the bottom. */
export async function replay(page: Page, direction: Direction, ask: (direction: Direction) => unknown = () => pressKeys(page, direction)): Promise<string> {
  await ask(direction)
  const line = page.getByText(direction === 'undo' ? /^Undone:/ : /^Done again:/).last()
  await line.waitFor()
  return line.innerText()
}
