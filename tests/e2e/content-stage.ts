import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Browser, Page } from 'playwright-core'
import { openLoggedDatabase } from '../../src/main/core/db/logged-database'
import { workspaceSchema } from '../../src/main/core/db/schemas'
import type { AppClient } from '../../src/shared/contract'
import { launchChromium } from '../support/chromium'
import { insertFigures, seedFigures } from '../support/figures'
import { startLoopback, type TestHost } from '../support/loopback'

/** A museum with a quarter of figures of four networks, a plan that some of the posts belong to, and two doubtful matches. */
export interface ContentStage {
  host: TestHost
  browser: Browser
  page: Page
  api: AppClient
  clientId: string
  /** What the page complained of; nothing is the goal. */
  complaints: string[]
  close(): Promise<void>
}

const apiOf = (host: TestHost, token: string): AppClient => createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers: { 'x-greenroom-token': token } }))

/** Channels, pillars and posts, as a person would make them. */
async function plan(api: AppClient): Promise<{ clientId: string; channels: Record<string, string>; variants: string[] }> {
  const { id: clientId } = await api.clients.create({ name: 'Nordlys Museum', zone: 'Europe/Oslo', languages: ['en-US'] })
  const channels: Record<string, string> = {}
  for (const network of ['instagram', 'facebook', 'linkedin', 'tiktok'] as const) channels[network] = (await api.channels.create({ clientId, network, name: 'Nordlys Museum' })).id
  const pillars = [
    await api.pillars.create({ clientId, name: 'Collection', targetShare: 50 }),
    await api.pillars.create({ clientId, name: 'Behind the scenes', targetShare: 30 }),
    await api.pillars.create({ clientId, name: 'Visit', targetShare: 20 })
  ]
  const titles = ['Harbor light', 'Behind the lens', 'Which print', 'Summer hours']
  const variants: string[] = []
  for (let index = 0; index < 12; index += 1) {
    const post = await api.posts.create({
      clientId, title: `${titles[index % 4]} ${Math.floor(index / 4) + 1}`, text: 'Harbor light before the museum opens', pillarId: pillars[index % 3]?.id ?? null,
      planned: { date: `2026-07-${String(index + 1).padStart(2, '0')}`, time: '09:00' }, variants: [{ channelId: channels['instagram'] ?? '' }]
    })
    variants.push(post.variants[0]?.id ?? '')
  }
  return { clientId, channels, variants }
}

async function seed(home: string, { clientId, channels, variants }: Awaited<ReturnType<typeof plan>>): Promise<void> {
  const folder = join(home, 'workspaces', clientId)
  const database = await openLoggedDatabase({
    path: join(folder, 'workspace.sqlite'), schema: workspaceSchema, exists: true, backup: (from) => join(folder, 'backups', `before-${from + 1}.sqlite`),
    now: () => new Date().toISOString(), actor: 'person'
  })
  await database.command('figureImports.commit', async (tx) => {
    const { subjects } = await seedFigures(tx, channels)
    const followers = Array.from({ length: 30 }, (_, day) => ({ startsOn: `2026-09-${String(day + 1).padStart(2, '0')}`, values: { followers: 4800 + day * 9 } }))
    await insertFigures(tx, [{ kind: 'account', network: 'instagram', channelId: channels['instagram'] ?? '', key: 'account-2', rows: followers }])
    for (const [index, variantId] of variants.entries()) {
      const state = index < 8 ? 'sure' : 'doubtful'
      await tx('figure_match').insert({
        id: `match-${index}`, subject_id: subjects.get(`post instagram instagram-${index + 1}`) ?? 0, variant_id: variantId, state, score: state === 'sure' ? 1 : 0.5 + index / 30,
        reasons_json: JSON.stringify([{ kind: 'time', minutes: 35 + index }, { kind: 'text', share: 0.62 }])
      })
    }
  })
  await database.close()
}

/** Where the built host lies is said by `startLoopback`; the home is filled before the host that the page sees is started. */
export async function stageContent(viewport = { width: 1280, height: 800 }): Promise<ContentStage> {
  const home = await mkdtemp(join(tmpdir(), 'greenroom-content-'))
  const maker = await startLoopback({ home })
  const made = await plan(apiOf(maker, await maker.openSession()))
  await maker.stop()
  await seed(home, made)
  const [browser, host] = await Promise.all([launchChromium(), startLoopback({ home })])
  const complaints: string[] = []
  const context = await browser.newContext({ viewport, locale: 'en-US', timezoneId: 'Europe/Oslo', acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(host.launchAddress)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  const token = await page.evaluate(() => sessionStorage.getItem('greenroom.session') ?? '')
  const close = async () => {
    await Promise.all([browser.close(), host.stop()])
    await rm(home, { recursive: true, force: true })
  }
  return { host, browser, page, api: apiOf(host, token), clientId: made.clientId, complaints, close }
}

/** Opens a tab of the analytics for the seeded quarter. */
export async function openTab({ page, host, clientId }: ContentStage, tab: string): Promise<void> {
  await page.goto(`${host.origin}/#/clients/${clientId}/analytics/${tab}?from=2026-07-01&to=2026-09-30&compare=none`)
  await page.locator(`#analytics-panel-${tab}`).waitFor()
}
