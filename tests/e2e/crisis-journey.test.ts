import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppClient } from '../../src/shared/contract'
import { seriousIssues } from '../support/axe'
import { launchChromium } from '../support/chromium'
import { startLoopback, type TestHost } from '../support/loopback'
import { clientOf, openPage } from './composer-stage'

const DAY = 24 * 3_600_000
const ANGRY = 'Locked out in the rain with two children. Shame on you, never again.'
const complaints: string[] = []
const outside: string[] = []
let browser: Browser
let host: TestHost
let page: Page
let api: AppClient
let clientId: string
let channelId: string
let conversationId: string
const variants: string[] = []

const button = (name: RegExp | string) => page.getByRole('button', { name })
const banner = () => page.getByRole('region', { name: 'Open incident' })
const go = (path: string) => page.evaluate((to) => (window.location.hash = to), `/clients/${clientId}/${path}`)
const frozenRows = () => page.getByRole('list', { name: 'Frozen posts' }).getByRole('listitem')
const incidentId = (): string => /crisis\/([^/?]+)/.exec(page.url())?.[1] ?? ''
const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

async function scheduled(title: string, days: number): Promise<void> {
  const { variants: made } = await api.posts.create({ clientId, title, text: `${title} is on show until spring.`, planned: { date: dayFromNow(days), time: '09:00' }, variants: [{ channelId }] })
  const variantIds = made.map(({ id }) => id)
  await api.posts.setState({ clientId, variantIds, state: 'scheduled' })
  variants.push(...variantIds)
}

beforeAll(async () => {
  ;[browser, host] = await Promise.all([launchChromium(), startLoopback()])
  page = await openPage(browser, host.launchAddress, complaints)
  page.on('request', (request) => {
    if (!request.url().startsWith(host.origin) && !/^(?:data|blob):/.test(request.url())) outside.push(request.url())
  })
  api = await clientOf(host, page)
  clientId = (await api.clients.create({ name: 'Nordlys Museum', zone: 'Europe/Oslo', languages: ['en'] })).id
  channelId = (await api.channels.create({ clientId, network: 'instagram', name: 'Nordlys Museum' })).id
  await scheduled('Harbor light', 2)
  await scheduled('Which print', 3)
  ;({ conversationId } = await api.inbox.capture({ clientId, network: 'instagram', channelId, text: ANGRY, author: 'Zoe Larsen', sentAt: new Date(Date.now() - 600_000).toISOString() }))
  await api.inbox.classify({ clientId, conversationIds: [conversationId], type: 'complaint', sentiment: 'negative' })
})
afterAll(async () => {
  await browser.close()
  await host.stop()
})

describe('first angry comment to review of the incident', () => {
  it('prepares a policy, a contact and first lines from what is offered', async () => {
    await page.goto(`${host.origin}/#/clients/${clientId}/crisis`)
    await page.getByText('0 of 3 ready').waitFor()
    await button('Begin with this text').click()
    await page.getByText('1 of 3 ready').waitFor()
    await page.getByRole('tab', { name: /^Contacts/ }).click()
    await page.getByLabel('New contact').fill('Ada Berg')
    await page.keyboard.press('Enter')
    await page.getByText('2 of 3 ready').waitFor()
    await page.getByRole('tab', { name: /^Holding lines/ }).click()
    await button('Begin with lines for every level').click()
    await page.getByText('3 of 3 ready').waitFor()
    expect(await seriousIssues(page)).toEqual([])
  })

  it('opens an incident from the thread, beside the policy, and freezes everything planned with it', async () => {
    await go(`inbox/${conversationId}`)
    const policy = page.getByRole('region', { name: 'Policy for negative posts' })
    await policy.getByText('Criticism is answered, not deleted.').waitFor()
    await policy.getByRole('button', { name: 'Open an incident' }).click()
    const dialog = page.getByRole('dialog', { name: 'Open an incident' })
    await dialog.getByLabel('What burns').fill('Visitors locked out in the rain')
    await dialog.getByText('Level 3', { exact: true }).click()
    await button(/^Open and freeze/).click()
    await banner().getByText('Everything planned is frozen: 2 posts').waitFor()
    await page.getByText('Incident opened at level 3').waitFor()
    await page.getByText('1 piece of evidence kept').waitFor()
    expect(await seriousIssues(page)).toEqual([])
  })

  it('says so on every screen of the client, and hands nothing over as if nothing had happened', async () => {
    await go('calendar')
    await banner().getByText('Visitors locked out in the rain').waitFor()
    await page.getByTitle('Frozen').first().waitFor()
    await go(`hand-off/${variants[0]}`)
    await page.getByRole('heading', { name: 'This post is frozen' }).waitFor()
    expect(await button(/^Copy next/).count()).toBe(0)
    await page.evaluate(() => (window.location.hash = '/today'))
    await page.getByRole('region', { name: /^Clients in crisis/ }).getByText('2 posts wait for a decision').waitFor()
  })

  it('answers with a holding line, and notes who was called', async () => {
    await go(`inbox/${conversationId}`)
    await button('Holding lines').press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: /We have seen what is being said about Nordlys Museum/ }).click()
    await expect.poll(() => page.locator('textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value).join(' '))).toContain('said about Nordlys Museum')
    await banner().getByRole('button', { name: 'Open incident' }).click()
    await page.getByLabel('New entry').fill('Called the director, who speaks from now on')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await api.incidents.get({ clientId, incidentId: incidentId() })).timeline.at(-1)?.text).toBe('Called the director, who speaks from now on')
  })

  it('ends the freeze post by post, by keyboard', async () => {
    await banner().getByRole('button', { name: 'Decide post by post' }).click()
    await expect.poll(() => frozenRows().count()).toBe(2)
    expect(await seriousIssues(page)).toEqual([])
    await page.keyboard.press('j')
    await page.keyboard.press('3')
    await expect.poll(() => frozenRows().filter({ hasText: 'Which print' }).count()).toBe(0)
    await page.keyboard.press('1')
    await page.getByText('Every post is decided on').waitFor()
    await button('End the freeze').click()
    await banner().getByText('Everything planned is frozen').waitFor({ state: 'hidden' })
    const states = await Promise.all(variants.map(async (variantId) => (await api.handOff.get({ clientId, variantId })).state))
    expect(states).toEqual(['scheduled', 'draft'])
  })

  it('closes with a review that becomes a learning, and prints the log without a request to anywhere', async () => {
    await button('Review and close').click()
    await page.getByLabel('What happened?').fill('The gate stayed locked until half past ten.')
    await page.getByLabel('What will be done differently?').fill('Two people check the gate at nine.')
    await button('Close incident').click()
    await banner().waitFor({ state: 'hidden' })
    await button('Write into learnings').click()
    await button('Update the learning').waitFor()
    expect((await api.learnings.list({ clientId })).learnings).toMatchObject([{ decision: 'Two people check the gate at nine.' }])
    await button(/^Print log/).click()
    await page.getByRole('region', { name: 'Log' }).getByText(/^Nordlys Museum_incident_.*\.pdf$/).waitFor()
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] })
  })
})
