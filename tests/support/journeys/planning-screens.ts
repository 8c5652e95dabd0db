import type { Page } from 'playwright-core'

/** What the addresses of a client's screens are made of. */
export interface ScreenIds {
  clientId: string
  /** A post with a channel of its own. */
  postId: string
  variantId: string
  campaignId: string
}

export interface PlanningScreen {
  name: string
  path: (ids: ScreenIds) => string
  /** Brings it into the state to be looked at, with keys and words as a person uses them. */
  act?: (page: Page) => Promise<void>
}

const ofClient = (rest: string) => ({ clientId }: ScreenIds): string => `/clients/${clientId}/${rest}`
const press = (key: string) => (page: Page): Promise<void> => page.keyboard.press(key)

const views = ['month', 'week', 'day', 'list', 'board', 'grid'].map((view, index): PlanningScreen => ({
  name: `calendar, ${view}`, path: ofClient('calendar'), act: press(String(index + 1))
}))

const tabsOfTexts = ['Hashtag sets', 'Snippets', 'Variables', 'Templates'].map((tab): PlanningScreen => ({
  name: `texts, ${tab}`, path: ofClient('texts'), act: (page) => page.getByRole('tab', { name: tab }).click()
}))

/** Every screen of planning, and imports before anything is dropped. */
export const planningScreens: readonly PlanningScreen[] = [
  { name: 'today', path: () => '/today' },
  ...views,
  { name: 'posts', path: ofClient('posts') },
  { name: 'post, all channels', path: ({ clientId, postId }) => `/clients/${clientId}/posts/${postId}` },
  { name: 'post, one channel', path: ({ clientId, postId, variantId }) => `/clients/${clientId}/posts/${postId}?channel=${variantId}` },
  { name: 'hand-over', path: ({ clientId, variantId }) => `/clients/${clientId}/hand-off/${variantId}` },
  { name: 'ideas', path: ofClient('ideas') },
  { name: 'campaigns', path: ofClient('campaigns') },
  { name: 'campaign', path: ({ clientId, campaignId }) => `/clients/${clientId}/campaigns/${campaignId}` },
  { name: 'channels', path: ofClient('channels') },
  { name: 'imports', path: ofClient('imports') },
  { name: 'channels, exports of figures', path: ofClient('channels'), act: (page) => page.getByRole('tab', { name: 'Exports of figures' }).click() },
  { name: 'strategy', path: ofClient('strategy') },
  ...tabsOfTexts,
  { name: 'checks', path: ofClient('checks') },
  { name: 'publish packs', path: ofClient('packs') },
  { name: 'export of a plan', path: ofClient('plan-export') }
]

/** By way of nowhere, so that the screen is entered anew and nothing of the last stays open. */
export async function showScreen(page: Page, screen: PlanningScreen, ids: ScreenIds): Promise<void> {
  const nowhere = page.getByText('This address leads nowhere.')
  await page.evaluate(() => (location.hash = '#/nowhere'))
  await nowhere.waitFor()
  await page.evaluate((path) => (location.hash = `#${path}`), screen.path(ids))
  await nowhere.waitFor({ state: 'hidden' })
  await screen.act?.(page)
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}
