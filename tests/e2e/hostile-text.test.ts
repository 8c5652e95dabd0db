import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import JSZip from 'jszip'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '../../src/shared/contract'
import type { PostFormat } from '../../src/shared/features/posts/posts.schema'
import { launchChromium } from '../support/chromium'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { photograph } from '../support/images'
import { dropFiles } from '../support/journeys/drop-files'
import { planningScreens, showScreen, type ScreenIds } from '../support/journeys/planning-screens'
import { startLoopback, type TestHost } from '../support/loopback'
import { readPdf } from '../support/pdf'
import { clientOf } from './composer-stage'
import { communityScreens, plantCommunity, type CommunityIds } from './hostile-community-stage'

const markup = '<img src=x onerror="window.__pwned=1">'

/** Screens that show nothing that was planted. */
const withoutTexts = ['publish packs', 'texts, Hashtag sets', 'export of a plan']

let browser: Browser
let host: TestHost
let page: Page
let api: AppClient
let ids: ScreenIds
let community: CommunityIds
/** Requests to anyone but the host, dialogs, and violations of the page's policy. */
const escapes: string[] = []

function watch(one: Page, origin: string): void {
  one.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) escapes.push(`request ${url}`)
  })
  one.on('dialog', (dialog) => {
    escapes.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  one.on('popup', (popup) => escapes.push(`popup ${popup.url()}`))
  one.on('console', (message) => message.type() === 'error' && escapes.push(`console ${message.text()}`))
  one.on('pageerror', (error) => escapes.push(`error ${error.message}`))
}
const ran = (one: Page): Promise<unknown> => one.evaluate(() => (window as unknown as { __pwned?: number }).__pwned)

/** Texts on the screen, those in fields among them. */
const words = (one: Page): Promise<string> =>
  one.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)].join('\n'))

const today = new Date().toISOString().slice(0, 10)

/** Each text in every place of a client that holds texts. The half of the posts is planned today, the rest over the month. */
async function plant(): Promise<void> {
  // Without the word that is looked for on every screen: the client's name is on each of them.
  const { id: clientId } = await api.clients.create({ name: '<img src="https://evil.example/pixel.gif">', zone: 'UTC', languages: ['en-US'] })
  const name = (text: string, index: number, length: number): string => `${index} ${text}`.slice(0, length).trim()
  const channels: { id: string; format: PostFormat }[] = []
  for (const [index, network] of (['instagram', 'x', 'linkedin', 'bluesky', 'facebook', 'threads'] as const).entries()) {
    const { id } = await api.channels.create({ clientId, network, name: name(HOSTILE_TEXTS[index * 5] ?? '', index, 120), handle: 'nordlys', signature: HOSTILE_TEXTS[index] })
    channels.push({ id, format: 'feed' })
  }
  const variants = channels.map(({ id: channelId, format }) => ({ channelId, format }))
  const made: { postId: string; variantId: string; campaignId: string }[] = []
  for (const [index, text] of HOSTILE_TEXTS.entries()) {
    const { id: campaignId } = await api.campaigns.create({ clientId, name: name(text, index, 120), goal: text, audiences: [name(text, index, 200)], startsOn: today })
    const { id: pillarId } = await api.pillars.create({ clientId, name: name(text, index, 80), description: text })
    await api.texts.saveSnippet({ clientId, name: name(text, index, 120), text })
    await api.texts.saveTemplate({ clientId, name: name(text, index, 120), parts: [{ label: name(text, index, 80), text, locked: false }] })
    await api.texts.saveVariable({ clientId, name: `v${index}`, value: text })
    await api.posts.create({ clientId, stage: 'idea', title: text.slice(0, 300), text, link: text, labels: [name(text, index, 80)] })
    const date = index < 17 ? today : `${today.slice(0, 8)}${String(index - 15).padStart(2, '0')}`
    const planned = { date, time: `${String(6 + Math.floor(index / 4)).padStart(2, '0')}:${index % 4}0` }
    const post = await api.posts.create({
      clientId, title: text.slice(0, 300), text, link: text, firstComment: text, notes: text, sources: text, owner: name(text, index, 120),
      labels: [name(text, index, 80)], campaignId, pillarId, planned, variants
    })
    made.push({ postId: post.id, variantId: post.variants[0]?.id ?? '', campaignId })
  }
  const all = (await api.posts.list({ clientId, stage: 'post', limit: 200 })).posts.flatMap((post) => post.variants.map(({ id }) => id))
  await api.posts.setState({ clientId, variantIds: all, state: 'scheduled' })
  ids = { clientId, ...made[9]! }
}

/** A picture whose file, title and alternative text are markup, on the post that is opened. */
async function plantPicture(): Promise<void> {
  const { clientId, postId } = ids
  await page.goto(`${host.origin}/#/clients/${clientId}/assets`)
  await page.getByRole('heading', { level: 1, name: 'Assets' }).waitFor()
  await dropFiles(page, [{ name: `${markup}.jpg`, content: photograph('nagasaki-boats') }])
  await page.getByRole('listbox', { name: 'Assets' }).getByRole('option').waitFor({ timeout: 60_000 })
  const { assets } = await api.assets.list({ clientId })
  const assetId = assets[0]?.id ?? ''
  await api.assets.update({ clientId, assetId, title: markup, altText: markup })
  await api.posts.setMedia({ clientId, postId, media: [{ assetId, altText: markup }] })
}

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'UTC' })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  watch(page, host.origin)
  await page.goto(host.launchAddress)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  api = await clientOf(host, page)
  await plant()
  await plantPicture()
  community = await plantCommunity(api, ids.clientId)
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

/** Moves over what is shown and through it by Tab, so that handlers that wait for either would run. */
async function touch(one: Page): Promise<void> {
  for (const y of [150, 300, 450, 600]) await one.mouse.move(700, y)
  for (let tabs = 0; tabs < 4; tabs += 1) await one.keyboard.press('Tab')
}

describe('texts of strangers', () => {
  for (const screen of [...planningScreens.filter(({ name }) => !withoutTexts.includes(name)), ...communityScreens(() => community)]) {
    it(`are shown as the characters they are: ${screen.name}`, async () => {
      await showScreen(page, screen, ids)
      await expect.poll(() => words(page)).toContain('__pwned')
      await touch(page)
      expect(await ran(page)).toBeUndefined()
      expect(escapes).toEqual([])
    })
  }

  it('are found by the palette, and stay texts', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill('pwned')
    const hits = page.getByRole('dialog').getByRole('option').filter({ hasText: '__pwned' })
    await hits.first().waitFor()
    for (const group of ['Conversations', 'People']) await page.getByRole('dialog').getByText(group, { exact: true }).first().waitFor()
    expect(await ran(page)).toBeUndefined()
    expect(await page.getByRole('dialog').locator('img, iframe, script').count()).toBe(0)
    expect(escapes).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('come through the preview of an import, headers and all', async () => {
    await page.evaluate((id) => (location.hash = `#/clients/${id}/imports`), ids.clientId)
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor()
    const cell = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\uD800', '')}"`
    const header = ['Date', 'Time', 'Channel', 'Caption', 'Image', cell(markup)].join(',')
    const rows = HOSTILE_TEXTS.map((text) => [today, '09:00', cell(text.slice(0, 60)), cell(text), cell(text), cell(text)].join(','))
    await page.locator('input[type=file]').setInputFiles({ name: `${markup}.csv`, mimeType: 'text/csv', buffer: Buffer.from([header, ...rows].join('\n')) })
    await expect.poll(() => words(page)).toContain('__pwned')
    await page.getByText('New', { exact: true }).first().waitFor()
    await touch(page)
    expect(await ran(page)).toBeUndefined()
    expect(escapes).toEqual([])
  })

  it('stay texts in what is given to a person who asks for it, and in the log of an incident', async () => {
    const { clientId } = ids
    const done = (jobId: string) => expect.poll(async () => (await api.jobs.get({ clientId, jobId })).state, { timeout: 60_000 }).toMatch(/^(?:done|completed)/)
    const { jobId } = await api.people.export({ clientId, person: { personId: community.personId } })
    await done(jobId)
    const { path } = await api.people.exportReport({ clientId, jobId })
    const document = (await JSZip.loadAsync(await readFile(path ?? ''))).file('index.html')
    const opened = await browser.newPage()
    watch(opened, 'about:')
    await opened.setContent((await document?.async('string')) ?? '')
    expect(await words(opened)).toContain('__pwned')
    expect(await ran(opened)).toBeUndefined()
    expect(await opened.locator('img, iframe, object, embed, form, base, script').count()).toBe(0)
    await opened.close()
    const { jobId: printing } = await api.incidents.print({ clientId, incidentId: community.incidentId, formats: ['pdf', 'txt'] })
    await done(printing)
    const { files } = await api.incidents.printed({ clientId, jobId: printing })
    expect(await readFile(files.find(({ format }) => format === 'txt')?.path ?? '', 'utf8')).toContain('__pwned')
    const pdf = await readFile(files.find(({ format }) => format === 'pdf')?.path ?? '')
    expect((await readPdf(pdf)).pages.map(({ text }) => text).join('\n')).toContain('__pwned')
    expect(pdf.toString('latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|SubmitForm)\b/)
    expect(escapes).toEqual([])
  })

  it('stay texts in the sheet of a publish pack, opened from a disk', async () => {
    const { clientId } = ids
    const { jobId } = await api.handOff.pack({ clientId, scope: { kind: 'days', fromDay: today, toDay: today } })
    await expect.poll(async () => (await api.jobs.get({ clientId, jobId })).state, { timeout: 60_000 }).toMatch(/^(?:done|partial|failed|completed)/)
    const { sheet } = await api.handOff.packReport({ clientId, jobId })
    const address = pathToFileURL(sheet ?? '').href
    const opened = await browser.newPage()
    watch(opened, address)
    await opened.goto(address)
    expect(await words(opened)).toContain('__pwned')
    await touch(opened)
    expect(await ran(opened)).toBeUndefined()
    expect(await opened.locator('iframe, object, embed, form, base, script[src]').count()).toBe(0)
    expect(escapes).toEqual([])
    await opened.close()
  })
})
