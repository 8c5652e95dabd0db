import { communityOfDemo, withoutCommunity } from './screenshot-community.mjs'
import { figuresOfDemo, withoutFigures } from './screenshot-measuring.mjs'

/**
 * The screens that pictures are taken of. `state` is what lies in the library; `path` is where the screen is; `act` brings it into
 * the state to be looked at, with keys and words as a person uses them.
 */

const press = (...keys) => async page => {
  for (const key of keys) await page.keyboard.press(key)
}

const inLibrary = (...keys) => async page => {
  await page.getByRole('listbox', { name: 'Assets' }).getByRole('option').first().click()
  for (const key of keys) await page.keyboard.press(key)
}

/** Opens a view of the calendar by its number. */
const inView = number => press(String(number))

const onChannel = async page => {
  await page.getByRole('tab').nth(1).click()
}

/** A plan in the layout of a spreadsheet, with what an import asks about. */
const droppedPlan = async page => {
  const rows = [
    'Day,Hour,Where,Caption,Image', '03/04/2027,09:00,Instagram,"A print that has not been shown for forty years",nagasaki-boats.jpg',
    '04/04/2027,12:30,Facebook,"How light was measured before there were meters",black-canyon.jpg', '31/04/2027,10:00,Instagram,"A day that is none",none.jpg',
    '06/04/2027,18:00,Newsletter,"Three questions to the woman who keeps the negatives",'
  ]
  const before = page.getByRole('button', { name: 'Start over' })
  if (await before.isVisible()) await before.click()
  await page.locator('input[type=file]').setInputFiles({ name: 'april.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await page.getByText('april.csv').first().waitFor()
}

const searchPalette = async page => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('plate')
}

const firstClient = [
  { state: 'fresh', name: 'today', path: '/today' },
  { state: 'fresh', name: 'clients', path: '/clients' },
  { state: 'fresh', name: 'new-client', path: '/clients', act: page => page.getByRole('button', { name: 'New client' }).first().click() },
  { state: 'fresh', name: 'networks', path: '/networks' },
  { state: 'fresh', name: 'settings', path: '/settings' }
]

const withoutAssets = [
  { state: 'empty', name: 'assets', path: '/clients/:client/assets' },
  { state: 'empty', name: 'exports', path: '/clients/:client/exports' },
  { state: 'empty', name: 'exports-history', path: '/clients/:client/exports/history' }
]

const ofDemo = [
  { state: 'demo', name: 'assets', path: '/clients/:client/assets' },
  { state: 'demo', name: 'assets-selected', path: '/clients/:client/assets', act: inLibrary() },
  { state: 'demo', name: 'quick-look', path: '/clients/:client/assets', act: inLibrary('Space') },
  { state: 'demo', name: 'asset', path: '/clients/:client/assets/:asset' },
  { state: 'demo', name: 'exports', path: '/clients/:client/exports' },
  { state: 'demo', name: 'contact-sheet', path: '/clients/:client/exports/sheet' },
  { state: 'demo', name: 'exports-history', path: '/clients/:client/exports/history' },
  { state: 'demo', name: 'export-report', path: '/clients/:client/exports/jobs/:job' },
  { state: 'demo', name: 'networks', path: '/networks' },
  { state: 'demo', name: 'clients', path: '/clients' },
  { state: 'demo', name: 'settings', path: '/settings' },
  { state: 'demo', name: 'palette', path: '/clients/:client/assets', act: press('Control+k') },
  { state: 'demo', name: 'shortcuts', path: '/clients/:client/assets', act: press('?') }
]

const whenFull = [
  { state: 'full', name: 'assets', path: '/clients/:client/assets' },
  { state: 'full', name: 'assets-all-selected', path: '/clients/:client/assets', act: inLibrary('Control+a') },
  { state: 'full', name: 'assets-scrolled', path: '/clients/:client/assets', act: inLibrary('End') },
  { state: 'full', name: 'assets-list', path: '/clients/:client/assets', act: page => page.getByLabel('List', { exact: true }).click() },
  { state: 'full', name: 'exports', path: '/clients/:client/exports' },
  { state: 'full', name: 'contact-sheet', path: '/clients/:client/exports/sheet' }
]

const inPlan = '/clients/:client'

const withoutPlan = ['calendar', 'posts', 'ideas', 'channels', 'campaigns', 'strategy', 'texts', 'imports', 'checks', 'packs'].map(name => ({
  state: 'empty', name, path: `${inPlan}/${name}`
}))

const planOfDemo = [
  { state: 'demo', name: 'calendar', path: `${inPlan}/calendar`, act: inView(1) },
  { state: 'demo', name: 'calendar-week', path: `${inPlan}/calendar`, act: inView(2) },
  { state: 'demo', name: 'calendar-day', path: `${inPlan}/calendar`, act: inView(3) },
  { state: 'demo', name: 'calendar-list', path: `${inPlan}/calendar`, act: inView(4) },
  { state: 'demo', name: 'calendar-board', path: `${inPlan}/calendar`, act: inView(5) },
  { state: 'demo', name: 'calendar-grid', path: `${inPlan}/calendar`, act: inView(6) },
  { state: 'demo', name: 'post', path: `${inPlan}/posts/:post` },
  { state: 'demo', name: 'post-channel', path: `${inPlan}/posts/:post`, act: onChannel },
  { state: 'demo', name: 'posts', path: `${inPlan}/posts` },
  { state: 'demo', name: 'ideas', path: `${inPlan}/ideas` },
  { state: 'demo', name: 'capture', path: `${inPlan}/calendar`, act: press('1', 'Shift+I') },
  { state: 'demo', name: 'channels', path: `${inPlan}/channels` },
  { state: 'demo', name: 'campaigns', path: `${inPlan}/campaigns` },
  { state: 'demo', name: 'campaign', path: `${inPlan}/campaigns/:campaign` },
  { state: 'demo', name: 'strategy', path: `${inPlan}/strategy` },
  { state: 'demo', name: 'texts', path: `${inPlan}/texts` },
  { state: 'demo', name: 'imports', path: `${inPlan}/imports`, act: droppedPlan },
  { state: 'demo', name: 'checks', path: `${inPlan}/checks` },
  { state: 'demo', name: 'hand-off', path: `${inPlan}/hand-off/:variant` },
  { state: 'demo', name: 'packs', path: `${inPlan}/packs` },
  { state: 'demo', name: 'pack', path: `${inPlan}/packs/:pack` },
  { state: 'demo', name: 'palette-search', path: `${inPlan}/posts`, act: searchPalette },
  { state: 'demo', name: 'today', path: '/today' }
]

const planWhenFull = [
  { state: 'full', name: 'calendar', path: `${inPlan}/calendar`, act: inView(1) },
  { state: 'full', name: 'calendar-week', path: `${inPlan}/calendar`, act: inView(2) },
  { state: 'full', name: 'calendar-day', path: `${inPlan}/calendar`, act: inView(3) },
  { state: 'full', name: 'calendar-list', path: `${inPlan}/calendar`, act: inView(4) },
  { state: 'full', name: 'calendar-board', path: `${inPlan}/calendar`, act: inView(5) },
  { state: 'full', name: 'posts', path: `${inPlan}/posts` },
  { state: 'full', name: 'campaigns', path: `${inPlan}/campaigns` },
  { state: 'full', name: 'checks', path: `${inPlan}/checks` }
]

export const screens = [...firstClient, ...withoutAssets, ...ofDemo, ...whenFull, ...withoutPlan, ...planOfDemo, ...planWhenFull, ...withoutFigures, ...figuresOfDemo, ...withoutCommunity, ...communityOfDemo]

/** The pictures in the README, what they are called there, and the width of the window. */
export const readmeScreens = [
  { screen: { state: 'demo', name: 'contact-sheet' }, file: 'greenroom.png', width: 1280 },
  { screen: { state: 'demo', name: 'calendar' }, file: 'calendar.png', width: 1920 },
  { screen: { state: 'demo', name: 'report' }, file: 'report.png', width: 1920 }
]
