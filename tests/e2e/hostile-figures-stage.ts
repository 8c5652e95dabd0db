import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { AppClient, AppInputs } from '../../src/shared/contract'
import { launchChromium } from '../support/chromium'
import { almostAlike, formula, hostileExports, markup } from '../support/hostile-exports'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import type { ExportFile } from '../support/network-exports'
import { startLoopback, type TestHost } from '../support/loopback'
import { clientOf } from './composer-stage'

/** The built host with a client whose names, texts and goals are those of strangers, and a page that is watched. */
export interface HostileStage {
  host: TestHost
  page: Page
  api: AppClient
  clientId: string
  channels: Readonly<Record<string, string>>
  /** Requests to anyone but the host, dialogs, popups, errors, and violations of the page's policy. */
  escapes: string[]
  close(): Promise<void>
}

/** The name of the client: on every screen, so that it lacks the word that is looked for. */
export const CLIENT = '<img src="https://evil.example/pixel.gif">'

/** What only a text that was taken for markup can have made. */
const MADE =
  '[onerror], [onload], [onfocus], [onmouseover], [ontoggle], [onclick], [srcdoc], [src*="evil.example"], [href*="evil.example"], [href^="java"], [href^="data:text"], iframe, object, embed, base, math, video, form[action], script:not([src]), meta[http-equiv="refresh"], foreignObject'

function watch(page: Page, origin: string, escapes: string[]): void {
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) escapes.push(`request ${url}`)
  })
  page.on('dialog', (dialog) => {
    escapes.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => escapes.push(`popup ${popup.url()}`))
  page.on('console', (message) => message.type() === 'error' && escapes.push(`console ${message.text()}`))
  page.on('pageerror', (error) => escapes.push(`error ${error.message}`))
}

/** A post of the plan and whatever else a person names: a campaign, a pillar, a goal, a learning, an event. */
async function plant(api: AppClient): Promise<Pick<HostileStage, 'clientId' | 'channels'>> {
  const { id: clientId } = await api.clients.create({ name: CLIENT, zone: 'Europe/Oslo', languages: ['en-US'] })
  const channels: Record<string, string> = {}
  for (const network of ['instagram', 'x', 'facebook'] as const) channels[network] = (await api.channels.create({ clientId, network, name: markup, handle: 'northgallery' })).id
  const { id: campaignId } = await api.campaigns.create({ clientId, name: `C ${markup}`, startsOn: '2026-10-01', endsOn: '2026-10-31', budgetMinor: 90_000, currency: 'EUR' })
  const { id: pillarId } = await api.pillars.create({ clientId, name: `P ${markup}`, targetShare: 50 })
  const post = await api.posts.create({
    clientId, title: markup, text: almostAlike.planned, campaignId, pillarId, labels: [markup], planned: { date: '2026-10-06', time: '12:00' }, variants: [{ channelId: channels['instagram'] ?? '', format: 'feed' }]
  })
  await api.posts.setState({ clientId, variantIds: post.variants.map(({ id }) => id), state: 'scheduled' })
  for (const [index, text] of [...HOSTILE_TEXTS, formula].entries()) {
    await api.annotations.create({ clientId, startsOn: `2026-10-${String(1 + (index % 30)).padStart(2, '0')}`, endsOn: `2026-10-${String(1 + (index % 30)).padStart(2, '0')}`, text: `${index} ${text}` })
    await api.learnings.create({ clientId, observation: `${index} ${text}`, decision: text, experiment: text, observedOn: '2026-10-12' })
    await api.goals.create({ clientId, name: `${index} ${text}`.slice(0, 200).trim(), metric: 'followers', target: 100, startsOn: '2026-10-01', endsOn: '2026-10-31', notes: text })
  }
  await api.reports.putAgency({ name: markup, color: null, contact: HOSTILE_TEXTS.slice(0, 5).join('\n') })
  return { clientId, channels }
}

export async function stageHostile(): Promise<HostileStage> {
  const [browser, host]: [Browser, TestHost] = await Promise.all([launchChromium(), startLoopback()])
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Oslo' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const escapes: string[] = []
  watch(page, host.origin, escapes)
  await page.goto(host.launchAddress)
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  const api = await clientOf(host, page)
  const close = async (): Promise<void> => {
    await browser.close()
    await host.stop()
  }
  return { host, page, api, escapes, close, ...(await plant(api)) }
}

async function upload({ host, page }: HostileStage, { name, content }: ExportFile): Promise<string> {
  const token = await page.evaluate(() => sessionStorage.getItem('greenroom.session') ?? '')
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), 'x-greenroom-token': token }
  const response = await fetch(`${host.origin}/upload`, { method: 'POST', headers, body: new Uint8Array(content) })
  return ((await response.json()) as { token: string }).token
}

export async function jobDone({ api, clientId }: HostileStage, jobId: string): Promise<void> {
  await expect.poll(async () => (await api.jobs.get({ clientId, jobId })).state, { timeout: 60_000 }).toMatch(/^(?:done|partial|completed)/)
}

/** Reads the exports, answers whose accounts they are of, and lets them count. */
export async function importExports(stage: HostileStage): Promise<{ rows: number; kinds: string[]; unknown: number }> {
  const { api, clientId, channels } = stage
  const read = async (answers?: AppInputs['figureImports']['read']['answers']) => {
    const files = await Promise.all(hostileExports().map((one) => upload(stage, one)))
    const { jobId, draftId } = await api.figureImports.read({ clientId, files, ...(answers && { answers }) })
    await jobDone(stage, jobId)
    return api.figureImports.draft({ clientId, draftId })
  }
  const asked = await read()
  const answers = asked.questions.flatMap((question) => (question.kind === 'channel' ? [{ source: question.source, channelId: channels[question.network] ?? null }] : []))
  const draft = answers.length === 0 ? asked : await read({ channels: answers })
  const { added, changed, unchanged, rows } = draft.totals
  await api.figureImports.commit({ clientId, draftId: draft.draftId, expect: { added, changed, unchanged } })
  return { rows, kinds: draft.tables.map(({ subject }) => subject ?? '').sort(), unknown: draft.unknown.length }
}

/** Texts on the screen, those in fields among them. */
const words = (page: Page): Promise<string> =>
  page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)].join('\n'))

/** Waits for a stranger's text, goes over the screen by mouse and Tab, and finds that it was text all along. */
export async function expectTexts({ page, escapes }: HostileStage, text = '__pwned'): Promise<void> {
  await expect.poll(() => words(page), { timeout: 15_000 }).toContain(text)
  for (const y of [150, 300, 450, 600, 750]) await page.mouse.move(700, y)
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => (window as unknown as { __pwned?: number }).__pwned)).toBeUndefined()
  expect(await page.locator(MADE).evaluateAll((all) => all.map(({ tagName, attributes }) => [tagName, ...[...attributes].map(({ name, value }) => `${name}=${value}`)].join(' ')))).toEqual([])
  expect(escapes).toEqual([])
}

/** The bytes of a file that the client's report became. */
export async function reportFile(stage: HostileStage, reportId: string, format: 'pdf' | 'xlsx' | 'csv' | 'pptx'): Promise<Buffer> {
  const { api, clientId } = stage
  const { jobId } = await api.reports.make({ clientId, reportId, formats: [format] })
  await jobDone(stage, jobId)
  const [file] = (await api.reports.made({ clientId, jobId })).files
  return readFile(file?.path ?? '')
}
