import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Browser, Page } from 'playwright-core'
import type { NetworkId } from '../../src/shared/channels/catalog.schema'
import type { AppClient } from '../../src/shared/contract'
import { startLoopback, type TestHost } from '../support/loopback'

/** The built host with a client that has channels, and a page on it. */
export interface ComposerStage {
  host: TestHost
  page: Page
  client: AppClient
  clientId: string
  channels: Readonly<Record<string, string>>
  /** What the page complained of: errors, and violations of its policy. */
  complaints: string[]
  /** Opens a post, on a channel's tab when one is named. */
  show(postId: string, variantId?: string): Promise<void>
}

const networks = ['instagram', 'x', 'linkedin', 'bluesky'] as const satisfies readonly NetworkId[]

const sessionOf = (page: Page): Promise<string> => page.evaluate(() => sessionStorage.getItem('greenroom.session') ?? '')

/** The host's operations, by the session of a page. */
export async function clientOf(host: TestHost, page: Page): Promise<AppClient> {
  const token = await sessionOf(page)
  const client: AppClient = createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers: { 'x-greenroom-token': token } }))
  return client
}

export async function openPage(browser: Browser, address: string, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: 'Europe/London' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(address)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  return page
}

export async function setComposerStage(browser: Browser, home?: string): Promise<ComposerStage> {
  const host = await startLoopback({ home })
  const complaints: string[] = []
  const page = await openPage(browser, host.launchAddress, complaints)
  const client = await clientOf(host, page)
  const { id: clientId } = await client.clients.create({ name: 'Nordlys Museum', zone: 'Europe/Oslo', languages: ['en'] })
  const channels: Record<string, string> = {}
  for (const network of networks) {
    channels[network] = (await client.channels.create({ clientId, network, name: `Nordlys ${network}`, handle: 'nordlysfoto' })).id
  }
  return {
    host, page, client, clientId, channels, complaints,
    async show(postId, variantId) {
      await page.goto(`${host.origin}/#/clients/${clientId}/posts/${postId}${variantId === undefined ? '' : `?channel=${variantId}`}`)
      await page.getByRole('tabpanel').waitFor()
    }
  }
}
