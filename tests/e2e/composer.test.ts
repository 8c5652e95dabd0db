import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Post } from '../../src/shared/features/posts/posts.schema'
import { seriousIssues } from '../support/axe'
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

const text = (): Locator => stage.page.getByLabel('Text', { exact: true })
const comment = (): Locator => stage.page.getByLabel('First comment', { exact: true })
const tab = (name: string): Locator => stage.page.getByRole('tab', { name })
const checks = (): Locator => stage.page.getByRole('region', { name: 'Checks' })
const saved = (): Promise<void> => stage.page.getByRole('contentinfo').getByText('Saved', { exact: true }).waitFor()
const stored = (post: Post): Promise<Post> => stage.client.posts.get({ clientId: stage.clientId, postId: post.id })
const idOf = (post: Post, network: string): string => post.variants.find((variant) => variant.network === network)!.id

async function newPost(words: Partial<Pick<Post, 'title' | 'text' | 'link' | 'firstComment'>>, networks: readonly string[] = ['instagram', 'x']): Promise<Post> {
  const variants = networks.map((network) => ({ channelId: stage.channels[network]! }))
  return stage.client.posts.create({ clientId: stage.clientId, ...words, variants })
}

describe('a post on several channels', () => {
  it('is counted by each network’s own rule, a link as 23 on X', async () => {
    const post = await newPost({ text: 'https://example.com/a/long/way/to/the/winter/exhibition?of=photographs' })
    await stage.show(post.id, idOf(post, 'x'))
    await stage.page.getByText('23 / 280', { exact: true }).waitFor()
    await tab('Nordlys instagram').click()
    await stage.page.getByText('70 / 2,200', { exact: true }).waitFor()
  })

  it('shows where a text is too long, in the text itself', async () => {
    const post = await newPost({ text: `${'word '.repeat(60)}end` })
    await stage.show(post.id, idOf(post, 'x'))
    await stage.page.getByText('303 / 280').waitFor()
    expect(await stage.page.locator('mark').first().innerText()).toMatch(/word end$/)
  })

  it('has its words on a channel until the channel has its own, and again after one press', async () => {
    const post = await newPost({ text: 'For everyone' })
    await stage.show(post.id, idOf(post, 'x'))
    await stage.page.getByText('from the post').first().waitFor()
    await text().fill('For X alone')
    await stage.page.getByText('own', { exact: true }).waitFor()
    await saved()
    expect((await stored(post)).text).toBe('For everyone')
    await stage.page.getByRole('button', { name: 'Reset Text to what the post has' }).click()
    expect(await text().inputValue()).toBe('For everyone')
    await expect.poll(async () => (await stored(post)).variants.map((variant) => variant.text)).toEqual([null, null])
  })

  it('is read by keys alone: channels by Alt and a digit, the next step by Ctrl and Enter', async () => {
    const post = await newPost({ text: 'By keys' })
    await stage.show(post.id)
    await text().focus()
    await stage.page.keyboard.press('Alt+3')
    expect(await tab('Nordlys x').getAttribute('aria-selected')).toBe('true')
    await stage.page.keyboard.press('Alt+1')
    await stage.page.keyboard.press('ControlOrMeta+Enter')
    await stage.page.getByRole('region', { name: 'State and time' }).getByText('In review').waitFor()
    expect((await stored(post)).variants.map(({ state }) => state)).toEqual(['in-review', 'in-review'])
  })
})

describe('what a network would refuse', () => {
  const tags = Array.from({ length: 9 }, (_, index) => `#tag${index + 1}`).join(' ')

  it('is mended by one press, and that by one undo', async () => {
    const post = await newPost({ text: `Boats ${tags}` }, ['instagram'])
    await stage.show(post.id, idOf(post, 'instagram'))
    const row = checks().locator('li').filter({ hasText: '9 hashtags' })
    await row.getByRole('button').last().click()
    await row.waitFor({ state: 'detached' })
    expect(await text().inputValue()).toBe('Boats #tag1 #tag2 #tag3 #tag4 #tag5')
    expect(await comment().inputValue()).toBe('#tag6 #tag7 #tag8 #tag9')
    await saved()
    await tab('Nordlys instagram').focus()
    await stage.page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => text().inputValue()).toBe(`Boats ${tags}`)
    expect(await comment().inputValue()).toBe('')
  })

  it('is counted on the tab of its channel', async () => {
    const post = await newPost({ text: `Boats ${tags}` }, ['instagram', 'linkedin'])
    await stage.show(post.id)
    await stage.page.getByRole('tab', { name: /Nordlys instagram.*2 errors/ }).waitFor()
  })
})

describe('a time that the clock does not show, or shows twice', () => {
  it('is asked about where it stands', async () => {
    const post = await newPost({ text: 'Early' }, ['instagram'])
    await stage.show(post.id)
    await stage.page.getByLabel('Day', { exact: true }).fill('2027-03-28')
    await stage.page.getByLabel('Time', { exact: true }).fill('02:30')
    await stage.page.getByText('The clock skips 02:30 on that day.').waitFor()
    await stage.page.getByRole('button', { name: '03:30 (UTC+2)' }).click()
    await expect.poll(async () => (await stored(post)).planned).toMatchObject({ date: '2027-03-28', time: '03:30', zone: 'Europe/Oslo' })
    await stage.page.getByText('on this computer').waitFor()
  })
})

describe('a day and a time that are typed one after the other', () => {
  it('are both kept, while the day is still being saved', async () => {
    const post = await newPost({ text: 'Quick hands' }, ['instagram'])
    await stage.client.posts.schedule({ clientId: stage.clientId, items: [{ postId: post.id, planned: { date: '2027-03-01', time: '09:00' } }] })
    await stage.show(post.id)
    const time = stage.page.getByLabel('Time', { exact: true })
    await stage.page.getByLabel('Day', { exact: true }).fill('2027-03-04')
    await time.focus()
    await time.fill('11:45')
    await expect.poll(async () => (await stored(post)).planned).toMatchObject({ date: '2027-03-04', time: '11:45' })
  })
})

describe('an earlier version', () => {
  it('is told apart by words, and comes back by one press', async () => {
    const post = await newPost({ title: 'Hours', text: 'Open from ten' }, ['instagram'])
    await stage.show(post.id)
    await text().fill('Open from eleven')
    await saved()
    await stage.page.getByRole('button', { name: 'Versions' }).click()
    const list = stage.page.getByRole('list', { name: 'Versions' })
    await list.getByRole('button', { expanded: false }).nth(1).click()
    expect(await list.locator('del').innerText()).toBe('ten')
    expect(await list.locator('ins').innerText()).toBe('eleven')
    await list.getByRole('button', { name: 'Restore these words' }).click()
    await expect.poll(() => text().inputValue()).toBe('Open from ten')
  })
})

describe('the page', () => {
  it('shows markup in a caption as the characters it is', async () => {
    const evil = '<img src=x onerror="window.__pwned = 1"><script>window.__pwned = 1</script> javascript:alert(1)'
    const post = await newPost({ title: evil, text: evil, firstComment: evil }, ['instagram', 'x', 'linkedin', 'bluesky'])
    await stage.show(post.id)
    await stage.page.locator('[data-preview="linkedin"]').getByText('<img src=x').first().waitFor()
    expect(await stage.page.evaluate(() => (window as unknown as { __pwned?: number }).__pwned)).toBeUndefined()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is free of serious faults of accessibility, ${colorScheme}`, async () => {
      const post = await newPost({ title: 'Boats', text: 'Boats in the harbor #museum '.repeat(14), link: 'https://example.com' }, ['instagram', 'x', 'linkedin', 'bluesky'])
      await stage.page.emulateMedia({ colorScheme })
      for (const network of [undefined, 'instagram', 'x']) {
        await stage.show(post.id, network && idOf(post, network))
        await checks().getByRole('listitem').first().waitFor()
        expect(await seriousIssues(stage.page)).toEqual([])
      }
    })
  }

  it('complained of nothing', () => {
    expect(stage.complaints).toEqual([])
  })
})
