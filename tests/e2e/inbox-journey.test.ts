import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '../../src/shared/contract'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'
import { clientOf, openPage } from './composer-stage'

const REPLY = 'Hello Zoe, the café is open from ten to five.'
const NOTE = 'Liv says the coffee machine is broken.'
const HOUR = 3_600_000
const complaints: string[] = []
let browser: Browser
let host: TestHost
let page: Page
let api: AppClient
let clientId: string

const button = (name: RegExp | string) => page.getByRole('button', { name })
const thread = () => page.locator('[data-thread]')
const row = (words: string) => page.getByRole('option').filter({ hasText: words })
const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
const unanswered = async () => (await api.inbox.counts({ clientId })).counts.unanswered

/** A notification of a comment, as it lies in a folder of mails, and two hours old. */
function commentMail(): Buffer {
  const at = new Date(Date.now() - 2 * HOUR).toUTCString().replace('GMT', '+0000')
  const text = 'Is the <b>shop</b> open too?'.replace('<b>', '&lt;b&gt;').replace('</b>', '&lt;/b&gt;')
  return Buffer.from(
    `Date: ${at}\nTo: team@example.org\nSubject: Ola Nordmann commented on your post\nFrom: Facebook <notification@facebookmail.com>\nMessage-ID: <71@facebook.com>\nContent-Type: text/html; charset=UTF-8\n\n` +
      `<p>Ola Nordmann commented on your post.</p><p>&ldquo;${text}&rdquo;</p><a href="https://www.facebook.com/nordlys/posts/1?comment_id=71">View</a><img src="http://tracker.example/x.gif">\n`
  )
}

/** A screenshot on the clipboard, as the system puts it there. */
async function copyScreenshot(): Promise<void> {
  await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 90 })
    const pen = canvas.getContext('2d')
    pen?.fillRect(0, 0, 320, 90)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (blob) await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  })
}

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  page = await openPage(browser, host.launchAddress, complaints)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  api = await clientOf(host, page)
  clientId = (await api.clients.create({ name: 'Nordlys Museum', zone: 'Europe/Oslo', languages: ['en'] })).id
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

describe('mail and screenshot to answered in time', () => {
  it('takes in the mail of a comment, whose clock runs from the time that is on it', async () => {
    await page.goto(`${host.origin}/#/clients/${clientId}/inbox`)
    await page.getByText('No messages yet').waitFor()
    expect(await seriousIssues(page)).toEqual([])
    await button('Import messages').first().click()
    await page.locator('input[type=file]').setInputFiles([{ name: 'comment.eml', mimeType: 'message/rfc822', buffer: commentMail() }])
    await page.getByText('Notification mails').first().waitFor()
    await button(/^Import 1 message/).click()
    await row('Ola Nordmann').getByText(/^2[12] h left$/).waitFor({ timeout: 30_000 })
    await row('Is the <b>shop</b> open too?').waitFor()
  })

  it('takes down a screenshot by keyboard alone', async () => {
    await copyScreenshot()
    await page.keyboard.press('Shift+M')
    await page.getByRole('dialog', { name: /^Capture a message/ }).waitFor()
    await page.keyboard.press('Control+V')
    await page.getByRole('list', { name: 'Pictures' }).getByRole('img').waitFor()
    await page.keyboard.type('Is the café open today?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Zoe Larsen')
    await page.keyboard.press('Tab')
    await page.keyboard.type('30 min')
    await page.keyboard.press('Control+Enter')
    // The screenshot goes through the media process first, which has to start.
    await thread().getByText('Is the café open today?').waitFor({ timeout: 60_000 })
    await thread().getByRole('img', { name: 'Picture without description' }).waitFor()
    await row('Zoe Larsen').getByText(/^23 h left$/).waitFor()
    expect(await unanswered()).toBe(2)
  })

  it('keeps the draft through a reload, and copies it without the note', async () => {
    await page.keyboard.press('r')
    await page.keyboard.type(REPLY)
    await page.reload()
    await thread().waitFor({ timeout: 30_000 })
    const reply = thread().getByRole('textbox', { name: 'Reply' })
    await expect.poll(() => reply.inputValue(), { timeout: 10_000 }).toBe(REPLY)
    await page.keyboard.press('n')
    await thread().getByRole('textbox', { name: 'Text of the internal note' }).waitFor()
    await page.keyboard.type(NOTE)
    // The key of a reply does nothing here.
    await page.keyboard.press('Control+Enter')
    expect(await thread().locator('[data-internal-note]').count()).toBe(0)
    await page.keyboard.press('Alt+Enter')
    await thread().locator('[data-internal-note]').getByText(NOTE).waitFor()
    await page.keyboard.press('r')
    await page.keyboard.press('Control+Enter')
    await thread().getByText(/^Copied\./).waitFor()
    expect(await clipboard()).toBe(REPLY)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await seriousIssues(page)).toEqual([])
    }
  })

  it('counts as answered in time once it is confirmed, until that is undone', async () => {
    await page.keyboard.press('Control+Shift+Enter')
    const dialog = page.getByRole('dialog', { name: 'Confirm what was sent' })
    await dialog.getByLabel('Sent by').fill('Ada')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await thread().getByText('Confirmed as sent').waitFor()
    expect(await unanswered()).toBe(1)
    const { rows } = await api.inbox.list({ clientId, view: 'all', search: 'café' })
    expect(rows).toMatchObject([{ clock: { state: 'answered' }, waitingSince: null, hasDraft: false }])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Z')
    await expect.poll(unanswered, { timeout: 10_000 }).toBe(2)
    await expect.poll(() => thread().getByRole('textbox', { name: 'Reply' }).inputValue(), { timeout: 10_000 }).toBe(REPLY)
    expect(complaints).toEqual([])
  })
})
