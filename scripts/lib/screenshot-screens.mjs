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

const firstClient = [
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

export const screens = [...firstClient, ...withoutAssets, ...ofDemo, ...whenFull]

/** The picture in the README. */
export const readmeScreen = { state: 'demo', name: 'contact-sheet' }
