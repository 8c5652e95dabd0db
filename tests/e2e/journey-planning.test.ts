import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Post } from '../../src/shared/features/posts/posts.schema'
import { launchChromium } from '../support/chromium'
import { photograph } from '../support/images'
import { dropFiles } from '../support/journeys/drop-files'
import {
  addChannels, addPicture, captureIdea, checks, confirmPublished, copyAll, dragToDay, fix, line, makePostOf, openHandOff, openMonth, schedule, tab,
  textField, tileOn, write
} from '../support/journeys/planning-journey'
import { startLoopback, type TestHost } from '../support/loopback'
import { clientOf } from './composer-stage'

const idea = 'A night in the archive'
const sentences = [
  'The lamps go out at ten, and the archive belongs to those who keep it.',
  'Four thousand glass plates stand in the dark, each in its paper sleeve.',
  'Tonight two of them come up to the light table for the first time since 1911.',
  'Come by on Sunday between noon and four: Ada shows what a plate can tell that no print does.'
]
const tags = Array.from({ length: 9 }, (_, index) => `#plate${index + 1}`)
const words = `${sentences.join(' ')} ${tags.join(' ')}`

let browser: Browser
let host: TestHost
let page: Page
let stored: () => Promise<Post>
const complaints: string[] = []
const requests: string[] = []

/** A museum in Oslo that counts weeks from Sunday: its October of 2027 shows the days after the clock change too. */
async function furnish(): Promise<void> {
  const client = await clientOf(host, page)
  const { id: clientId } = await client.clients.create({ name: 'Nordlys Museum', zone: 'Europe/Oslo', languages: ['en-US'], weekStart: 'sunday' })
  for (const network of ['instagram', 'x', 'linkedin'] as const) await client.channels.create({ clientId, network, name: `Nordlys ${network}`, handle: 'nordlysfoto' })
  stored = async () => {
    const { posts } = await client.posts.list({ clientId, search: idea })
    return client.posts.get({ clientId, postId: posts[0]?.id ?? '' })
  }
  await page.goto(`${host.origin}/#/clients/${clientId}/assets`)
  await page.getByRole('heading', { level: 1, name: 'Assets' }).waitFor()
  await dropFiles(page, [{ name: 'nagasaki-boats.jpg', content: photograph('nagasaki-boats') }])
  await page.getByRole('listbox', { name: 'Assets' }).getByRole('option').waitFor({ timeout: 60_000 })
}

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Oslo', permissions: ['clipboard-read', 'clipboard-write']
  })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(host.launchAddress)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  await furnish()
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

const plannedNow = async (): Promise<string> => {
  const { date, time, instant } = (await stored()).planned ?? {}
  return `${date} ${time} ${instant}`
}
const before = '2027-10-28 09:00 2027-10-28T07:00:00.000Z'
const after = '2027-11-04 09:00 2027-11-04T08:00:00.000Z'

describe('from an idea to a published post', () => {
  it('writes an idea down in two keys, from any screen, and makes it a post', async () => {
    await captureIdea(page, idea)
    await makePostOf(page, idea)
    expect(await stored()).toMatchObject({ stage: 'post', variants: [] })
  })

  it('writes it once for three networks', async () => {
    await addChannels(page, ['Nordlys instagram', 'Nordlys x', 'Nordlys linkedin'])
    await addPicture(page, 'nagasaki-boats')
    await write(page, words)
    expect((await stored()).variants.map(({ network, text }) => ({ network, text }))).toEqual([
      { network: 'instagram', text: null }, { network: 'x', text: null }, { network: 'linkedin', text: null }
    ])
  })

  it('mends what Instagram would refuse by one press', async () => {
    await tab(page, 'Nordlys instagram').getByText('1 error').waitFor({ state: 'attached' })
    await fix(page, 'Nordlys instagram', /^9 hashtags, limit 5/, 'Move the rest to the first comment')
    expect(await textField(page).inputValue()).toBe(`${sentences.join(' ')} ${tags.slice(0, 5).join(' ')}`)
    expect(await page.getByLabel('First comment', { exact: true }).inputValue()).toBe(tags.slice(5).join(' '))
  })

  it('mends what X would refuse by another', async () => {
    await fix(page, 'Nordlys x', /of 280/, 'Split into a thread')
    await page.getByText(/^Thread of \d parts$/).waitFor()
    await tab(page, 'All channels').click()
    await expect.poll(() => checks(page).getByRole('heading', { name: /error/ }).count()).toBe(0)
    expect((await stored()).variants.map(({ network, format }) => ({ network, format }))).toContainEqual({ network: 'x', format: 'thread' })
  })

  it('schedules all three for a morning before the clocks go back', async () => {
    await schedule(page, '2027-10-28', '09:00')
    const post = await stored()
    expect(await plannedNow()).toBe(before)
    expect(post.variants.map(({ state }) => state)).toEqual(['scheduled', 'scheduled', 'scheduled'])
  })

  it('drags it to the week after the clock change, at the same hour of the clock', async () => {
    await openMonth(page, '2027-10-28', 'October 2027')
    await dragToDay(page, tileOn(page, '2027-10-28', idea), '2027-11-04')
    await line(page, `“${idea}” moved to Thu, Nov 4, 9:00 AM`).waitFor()
    await tileOn(page, '2027-11-04', idea).waitFor()
    expect(await plannedNow()).toBe(after)
  })

  it('takes the drag back with Ctrl+Z and does it again', async () => {
    await page.keyboard.press('ControlOrMeta+z')
    await tileOn(page, '2027-10-28', idea).waitFor()
    expect(await plannedNow()).toBe(before)
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await tileOn(page, '2027-11-04', idea).waitFor()
    expect(await plannedNow()).toBe(after)
  })

  it('hands each channel over text by text and confirms where it can be seen', async () => {
    await tileOn(page, '2027-11-04', idea).focus()
    await page.keyboard.press('Enter')
    const outgoing: Record<string, string[]> = {}
    const links = { instagram: 'https://www.instagram.com/p/DabcDEF123/', x: 'https://x.com/nordlysfoto/status/1850000000000000000', linkedin: 'https://www.linkedin.com/feed/update/urn:li:activity:7250000000000000000/' }
    for (const [network, link] of Object.entries(links)) {
      await openHandOff(page, `Nordlys ${network}`)
      outgoing[network] = await copyAll(page)
      await confirmPublished(page, link)
      await page.keyboard.press('Escape')
    }
    expect(outgoing.instagram).toContain(tags.slice(5).join(' '))
    expect(outgoing.x).toHaveLength(2)
    expect(outgoing.x?.every((part) => part.length <= 280)).toBe(true)
    expect(outgoing.linkedin?.[0]).toBe(words)
    const post = await stored()
    expect(post.variants.map(({ state }) => state)).toEqual(['published', 'published', 'published'])
    expect(post.variants.every(({ permalink, publishedAt }) => permalink !== '' && publishedAt !== null)).toBe(true)
  })

  it('shows it in the calendar as published', async () => {
    await openMonth(page, '2027-11-04', 'November 2027')
    await tileOn(page, '2027-11-04', idea).getByRole('img', { name: 'Published' }).waitFor()
  })

  it('asked nobody but its own host and complained of nothing', () => {
    expect(complaints).toEqual([])
    expect(requests.filter((address) => /^https?:/.test(address) && new URL(address).origin !== host.origin)).toEqual([])
  })
})
