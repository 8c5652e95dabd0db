import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium'
import { setComposerStage, type ComposerStage } from './composer-stage'

let browser: Browser
let stage: ComposerStage

beforeAll(async () => {
  browser = await launchChromium()
  stage = await setComposerStage(browser)
})
afterAll(async () => {
  await browser.close()
  await stage.host.stop()
})

it('the post written last is offered once after the app is started again, and leads back', async () => {
  const { page, client, clientId } = stage
  const post = await client.posts.create({ clientId, title: 'Harbor', variants: [] })
  const posts = `${stage.host.origin}/#/clients/${clientId}/posts`
  await stage.show(post.id)
  await page.getByLabel('Text', { exact: true }).fill('Boats at dawn')
  await expect.poll(async () => (await client.posts.get({ clientId, postId: post.id })).text).toBe('Boats at dawn')
  const line = page.getByRole('status').filter({ hasText: 'Harbor' })
  await page.goto(posts)
  await page.getByRole('button', { name: 'New post' }).first().waitFor()
  expect(await line.count()).toBe(0)
  await page.reload()
  await line.getByRole('button').first().click()
  await page.waitForURL(new RegExp(post.id))
  await page.goto(posts)
  await page.getByRole('button', { name: 'New post' }).first().waitFor()
  expect(await line.count()).toBe(0)
})

it('the palette lists a new post once, on the calendar too', async () => {
  const { page, clientId } = stage
  for (const place of ['calendar', 'posts']) {
    await page.goto(`${stage.host.origin}/#/clients/${clientId}/${place}`)
    await page.getByRole('button', { name: 'New post' }).first().waitFor()
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('New post')
    const found = page.getByRole('option', { name: /^New post/ })
    await found.first().waitFor()
    expect(await found.count()).toBe(1)
    await page.keyboard.press('Escape')
  }
})
