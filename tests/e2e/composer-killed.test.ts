import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium'
import { startLoopback } from '../support/loopback'
import { isAlive } from '../support/processes'
import { clientOf, openPage, setComposerStage } from './composer-stage'

let browser: Browser
let home: string

beforeAll(async () => {
  ;[browser, home] = await Promise.all([launchChromium(), mkdtemp(join(tmpdir(), 'greenroom-composer-'))])
})
afterAll(async () => {
  await browser.close()
  await rm(home, { recursive: true, force: true })
})

const typed = 'Boats in the harbor of Nagasaki, around 1870, colored by hand. '

describe('words that were being typed', () => {
  it('are there again when the host was killed, and the person is led back to them', async () => {
    const { host, page, client, clientId, show } = await setComposerStage(browser, home)
    const { id: postId } = await client.posts.create({ clientId })
    await show(postId)
    const text = page.getByLabel('Text', { exact: true })
    await text.pressSequentially(typed, { delay: 25 })
    // A second after the last key everything is stored; what comes in the last second may be lost.
    await page.waitForTimeout(1000)
    await text.pressSequentially('Lost', { delay: 10 })
    process.kill(host.pid, 'SIGKILL')
    while (isAlive(host.pid)) await new Promise((wake) => setTimeout(wake, 20))
    await page.context().close()

    const again = await startLoopback({ home })
    const back = await openPage(browser, again.launchAddress, [])
    expect(await back.getByLabel('Text', { exact: true }).inputValue()).toMatch(new RegExp(`^${typed.trim()}`))
    await again.stop()
  })

  it('are there again in the tab that stayed open while the host was away, once the new address is entered in it', async () => {
    const own = await mkdtemp(join(tmpdir(), 'greenroom-composer-'))
    const { host, page, client, clientId, show } = await setComposerStage(browser, own)
    const { id: postId } = await client.posts.create({ clientId })
    await show(postId)
    page.on('dialog', (dialog) => void dialog.accept())
    process.kill(host.pid, 'SIGKILL')
    while (isAlive(host.pid)) await new Promise((wake) => setTimeout(wake, 20))
    await page.getByLabel('Text', { exact: true }).fill('Typed while nobody answered')

    const again = await startLoopback({ home: own })
    expect(again.port).toBe(host.port)
    const over = await page.evaluate(() => sessionStorage.getItem('greenroom.session'))
    await page.goto(again.launchAddress)
    await page.waitForFunction((old) => (sessionStorage.getItem('greenroom.session') ?? old) !== old, over)
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
    const next = await clientOf(again, page)
    await page.goto(`${again.origin}/#/clients/${clientId}/posts/${postId}`)
    await expect.poll(async () => (await next.posts.get({ clientId, postId })).text).toBe('Typed while nobody answered')
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Typed while nobody answered')
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('words')))).toEqual([])
    await again.stop()
    await rm(own, { recursive: true, force: true })
  })

  it('are there again when the page was closed without a word', async () => {
    const { host, page, client, clientId, show } = await setComposerStage(browser)
    const { id: postId } = await client.posts.create({ clientId })
    await show(postId)
    await page.getByLabel('Text', { exact: true }).pressSequentially(typed, { delay: 5 })
    await page.close({ runBeforeUnload: false })
    await expect.poll(async () => (await client.posts.get({ clientId, postId })).text.trim()).toBe(typed.trim())
    await host.stop()
  })

  it('stay on the page while the host is away, and are stored when it answers again', async () => {
    const { host, page, client, clientId, show } = await setComposerStage(browser)
    const { id: postId } = await client.posts.create({ clientId })
    await show(postId)
    await page.route('**/rpc/posts/update', (route) => route.abort())
    await page.getByLabel('Text', { exact: true }).fill('Kept')
    await page.getByText('The last words are not saved yet.').waitFor()
    expect((await client.posts.get({ clientId, postId })).text).toBe('')
    await page.unroute('**/rpc/posts/update')
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.getByText('The last words are not saved yet.').waitFor({ state: 'hidden' })
    expect((await client.posts.get({ clientId, postId })).text).toBe('Kept')
    await host.stop()
  })
})
