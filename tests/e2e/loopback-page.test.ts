import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumOptions } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'

/** One tab of one host for the whole file; each start of a host takes as long as all the checks. */
let profile: string
let browser: BrowserContext
let host: TestHost
let page: Page
/** Every address that the page asked for. */
const requests: string[] = []
/** Console errors, refused loads and uncaught errors. */
const complaints: string[] = []

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'greenroom-profile-'))
  ;[browser, host] = await Promise.all([chromium.launchPersistentContext(profile, chromiumOptions()), startLoopback()])
  page = await browser.newPage()
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective, event.blockedURI))
  })
  await page.goto(host.origin)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
  await rm(profile, { recursive: true, force: true })
})

const shellOf = (tab: Page) => tab.getByRole('navigation', { name: 'Main navigation' })
const titleOf = (tab: Page, text: string) => tab.getByRole('heading', { name: text })

/** Files of the browser's profile that hold a text, as bytes or as UTF-16. */
async function profileFilesWith(text: string): Promise<string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const holds = async (path: string) => {
    const content = await readFile(path)
    return content.includes(text, 0, 'utf8') || content.includes(text, 0, 'utf16le')
  }
  const held = await Promise.all(paths.map(holds))
  return paths.filter((_, at) => held[at])
}

describe('the app in a browser', () => {
  it('asks a tab without a launch address for one, and opens when that is entered in the same tab', async () => {
    await titleOf(page, 'This tab has no session.').waitFor()
    // The same page but for the fragment: the browser loads nothing.
    await page.goto(host.launchAddress)
    await shellOf(page).waitFor()
  })

  it('opens without breaking its policy or leaving the machine', async () => {
    await shellOf(page).waitFor()
    await page.waitForLoadState('load')
    expect(complaints).toEqual([])
    expect(requests.length).toBeGreaterThan(2)
    expect(requests.filter((address) => new URL(address).origin !== host.origin)).toEqual([])
  })

  it('takes the code out of the address and the history, and survives a reload', async () => {
    expect(page.url()).not.toContain('code')
    await page.reload()
    await shellOf(page).waitFor()
    expect(await page.evaluate(() => [document.cookie, JSON.stringify(localStorage)])).toEqual(['', expect.not.stringContaining('session')])
  })

  it('opens one tab only from a launch address', async () => {
    const another = await browser.newPage()
    await another.goto(host.launchAddress)
    await titleOf(another, 'This launch address was used already.').waitFor()
    expect(await another.getByText('npm start').isVisible()).toBe(true)
    await another.close()
  })

  it('cannot be framed by another page', async () => {
    const stranger = await browser.newPage()
    await stranger.setContent(`<iframe src="${host.origin}"></iframe>`)
    expect(await stranger.frames()[1]?.content()).not.toContain('id="app"')
    await stranger.close()
  })

  it('says that the program is not running once it was closed', async () => {
    await host.stop()
    await titleOf(page, 'Greenroom is not running.').waitFor({ timeout: 30_000 })
  })

  it('leaves its token in the storage of the tab alone, not in history, cache or cookies', async () => {
    const token = await page.evaluate(() => sessionStorage.getItem('greenroom.session') ?? '')
    expect(token).toHaveLength(43)
    await browser.close()
    const files = await profileFilesWith(token)
    expect(files.filter((path) => !path.includes('Session Storage'))).toEqual([])
  })
})
