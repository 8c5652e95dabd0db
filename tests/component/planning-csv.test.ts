import { reactive, ref } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { provideConnection, type Connection } from '../../src/renderer/api'
import { defineFeature, useClientShell, useCommands } from '../../src/renderer/app'
import { assetsFeature } from '../../src/renderer/features/assets'
import { useAssetList } from '../../src/renderer/features/assets/asset-list.store'
import AssetsPage from '../../src/renderer/features/assets/AssetsPage.vue'
import { campaignsFeature } from '../../src/renderer/features/campaigns'
import CampaignsPage from '../../src/renderer/features/campaigns/CampaignsPage.vue'
import { ideasFeature } from '../../src/renderer/features/ideas'
import IdeasPage from '../../src/renderer/features/ideas/IdeasPage.vue'
import { useIdeas } from '../../src/renderer/features/ideas/ideas.store'
import type { Asset } from '../../src/shared/features/assets/assets.contract'
import { NO_RIGHTS } from '../../src/shared/features/assets/rights'
import type { CampaignSummary } from '../../src/shared/features/campaigns/campaigns.contract'
import type { PostSummary } from '../../src/shared/features/posts/posts.schema'
import { client, screen } from './app-stage'
import { freshPinia, stage } from './ui-support'

type Input = Record<string, unknown>
type Answers = Record<string, (input: Input) => unknown>
const settle = () => new Promise((wake) => setTimeout(wake, 40))

/** A core that answers these operations, and all others with lists of nothing. */
function connect(answers: Answers): { name: string; input: Input }[] {
  const asked: { name: string; input: Input }[] = []
  const nothing = { total: 0, channels: [], pillars: [], campaigns: [], posts: [], assets: [], jobs: [], tags: [], labels: [], statuses: {}, settings: {}, capabilities: [] }
  const operations = (feature: string) => new Proxy({}, { get: (_, operation: string) => async (input: Input) => {
    asked.push({ name: `${feature}.${operation}`, input })
    return answers[`${feature}.${operation}`]?.(input) ?? nothing
  } })
  const core = new Proxy({}, { get: (_, feature: string) => operations(feature) })
  provideConnection({ mode: 'browser', client: core as Connection['client'], state: ref({ kind: 'open' }), uploadFile: () => Promise.reject(new Error('no host')), subscribe: () => () => undefined, subscribeToHost: () => () => undefined, tellHost: () => undefined })
  return asked
}

const home = defineFeature({ id: 'clients', routes: [{ path: '/', name: 'clients', component: screen('Clients') }] })
async function show(page: Parameters<typeof stage>[0], name: 'assets' | 'campaigns' | 'ideas') {
  const pinia = freshPinia()
  useClientShell(pinia).provide(reactive({ clients: [client('a', 'Museum')], loaded: true, open: async () => undefined, create: () => undefined, showAll: () => undefined }))
  const staged = await stage(page, { pinia, doors: [home, assetsFeature, campaignsFeature, ideasFeature], path: `/clients/a/${name}` })
  await settle()
  return staged
}

/** The file that is saved from the screen by its command: its name and its lines. */
async function savedFile(): Promise<{ name: string; lines: string[] }> {
  let content: Blob | undefined
  let name = ''
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => ((content = blob as Blob), 'blob:file'))
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download
  })
  useCommands().run('records.csv')
  await vi.waitFor(() => expect(content).toBeDefined(), { timeout: 10_000 })
  const text = (await content?.text()) ?? ''
  return { name, lines: text.replace(/^\uFEFF/, '').trimEnd().split('\r\n') }
}

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

const campaign = (name: string, more: Partial<CampaignSummary> = {}): CampaignSummary => ({
  id: name, name, goal: '', startsOn: null, endsOn: null, budgetMinor: null, currency: '', color: '#1d5c44', archivedAt: null, createdAt: '2026-01-01T00:00:00.000Z', posts: 0, ads: 0, ...more
})

describe('campaigns as a file', () => {
  it('are those in the table, in its order, with days as ISO and money to calculate with', async () => {
    connect({
      'campaigns.list': () => ({
        campaigns: [
          campaign('Autumn', { startsOn: '2026-09-01', endsOn: '2026-11-30', goal: '=SUM(A1)', budgetMinor: 1_250_050, currency: 'NOK', posts: 12, ads: 2 }),
          campaign('Winter', { startsOn: '2026-12-01', budgetMinor: 90_000, currency: 'JPY', posts: 3 }),
          campaign('Past', { archivedAt: '2026-02-01T10:00:00.000Z' })
        ]
      })
    })
    const { wrapper } = await show(CampaignsPage, 'campaigns')
    await wrapper.findAll('th button').find((one) => one.text() === 'Posts')?.trigger('click')
    const { name, lines } = await savedFile()
    expect(name).toBe('museum-campaigns.csv')
    expect(lines).toEqual([
      'Name,First day,Last day,Goal,Budget planned,Currency,Posts,Ads,Archived',
      'Winter,2026-12-01,,,90000,JPY,3,0,',
      "Autumn,2026-09-01,2026-11-30,'=SUM(A1),12500.5,NOK,12,2,"
    ])
    await wrapper.get('[role=switch]').trigger('click')
    expect((await savedFile()).lines.filter((line) => line.startsWith('Past'))).toEqual(['Past,,,,,,0,0,2026-02-01T10:00:00.000Z'])
  })
})

const idea = (id: string, more: Partial<PostSummary> = {}): PostSummary => ({
  id, stage: 'idea', ideaColumn: 'inbox', title: id, excerpt: '', link: '', campaignId: null, pillarId: null, owner: '', labels: [], planned: null, thumbnailUrl: null, mediaCount: 0, seriesId: null, variants: [], position: 0, updatedAt: '2026-11-20T08:00:00.000Z', trashedAt: null, ...more
})

describe('ideas as a file', () => {
  it('are all that the search finds, column by column, with all of their words', async () => {
    const long = 'Boats come in. '.repeat(30)
    const all = [
      idea('Harbor', { ideaColumn: 'ready', excerpt: long.slice(0, 280), pillarId: 'p', campaignId: 'c', labels: ['blue', 'sea'], mediaCount: 2, owner: 'Kim' }),
      ...Array.from({ length: 1_100 }, (_, index) => idea(`Idea ${index}`)),
      idea('@film', { ideaColumn: 'shaping', link: 'https://example.org', variants: [{ id: 'v', channelId: 'ch', network: 'instagram', format: 'feed', state: 'draft', planned: null, permalink: '' }] })
    ]
    const asked = connect({
      // The board itself asks without a place to begin at; a few are enough for it.
      'posts.list': ({ offset, limit }) => ({ total: all.length, posts: offset === undefined ? all.slice(0, 3) : all.slice(Number(offset), Number(offset) + Number(limit)) }),
      'posts.get': () => ({ text: long }),
      'posts.counts': () => ({ ideas: 0, unplanned: 0, trashed: 0, statuses: {}, labels: [] }),
      'channels.list': () => ({ channels: [{ id: 'ch', name: 'Museum', archivedAt: null }] }),
      'pillars.list': () => ({ pillars: [{ id: 'p', name: 'Craft', color: '#1d5c44' }] }),
      'campaigns.list': () => ({ campaigns: [campaign('Autumn', { id: 'c' })] })
    })
    await show(IdeasPage, 'ideas')
    useIdeas().search = ' boat '
    await settle()
    asked.length = 0
    const { name, lines } = await savedFile()
    expect(name).toBe('museum-ideas.csv')
    expect(lines).toHaveLength(1_103)
    expect([lines[0], lines[1], ...lines.slice(-2)]).toEqual([
      'Column,Title,Text,Link,Pillar,Campaign,Channels,Labels,Owner,Pictures,Changed',
      'Inbox,Idea 0,,,,,,,,0,2026-11-20T08:00:00.000Z',
      "Shaping,'@film,,https://example.org,,,Museum,,,0,2026-11-20T08:00:00.000Z",
      `Ready,Harbor,${long},,Craft,Autumn,,blue; sea,Kim,2,2026-11-20T08:00:00.000Z`
    ])
    expect(asked.filter((one) => one.name === 'posts.get')).toHaveLength(1)
    expect(asked.filter((one) => one.name === 'posts.list' && one.input.offset !== undefined).map(({ input }) => input)).toMatchObject([{ stage: 'idea', search: 'boat', offset: 0 }, { stage: 'idea', search: 'boat', offset: 1000 }])
  })
})

const asset = (title: string, more: Partial<Asset> = {}): Asset => ({
  id: title, sha256: title, fileName: `${title}.jpg`, title, altText: '', tags: [], starred: false, format: 'jpg', width: 1200, height: 800, bytes: 2048, frames: 1, hasAlpha: false, colorSpace: 'srgb', placeholder: '#888888',
  focal: { x: 0.5, y: 0.5 }, focalSource: 'attention', thumbnailUrl: '', video: null, rights: null, addedAt: '2026-11-01T09:30:00.000Z', trashedAt: null, exportCount: 0, ...more
})
const unread = { read: false, seconds: null, framesPerSecond: null, codec: null, audioCodec: null, hasAudio: null, bitsPerSecond: null, coverSeconds: null }

describe('the library as a file', () => {
  it('is what the filter shows, in its order, with what may be done with each', async () => {
    const rights = { ...NO_RIGHTS, license: 'CC BY 4.0', credit: 'Photo: Ada', source: '-archive', endsOn: '2020-01-31', people: 'Bo', consentOn: '2019-12-24' }
    const all = [asset('Pier', { altText: 'A pier, at dawn', tags: ['sea', 'blue'], rights }), asset('Film', { fileName: 'film.mp4', format: 'mp4', video: unread })]
    const asked = connect({
      'assets.list': () => ({ total: all.length, assets: all }),
      'assets.counts': () => ({ all: 2, starred: 0, missingAltText: 1, videos: 1, unreadVideos: 1, rights: 1, trashed: 0, tags: [] })
    })
    await show(AssetsPage, 'assets')
    useAssetList().setFilter({ search: 'pier', tag: 'sea', starred: true, sort: 'name', descending: false })
    await settle()
    asked.length = 0
    const { name, lines } = await savedFile()
    expect(name).toBe('museum-assets.csv')
    expect(lines).toEqual([
      'Title,File name,Format,Width,Height,Size in bytes,Tags,Alt text,Rights,License,Credit line,Source,Last day of use,People shown,Consent given on,"Use it anyway, because",Added',
      `Pier,Pier.jpg,JPG,1200,800,2048,sea; blue,"A pier, at dawn",Ended 2020-01-31,CC BY 4.0,Photo: Ada,'-archive,2020-01-31,Bo,2019-12-24,,2026-11-01T09:30:00.000Z`,
      'Film,film.mp4,MP4,,,2048,,,,,,,,,,,2026-11-01T09:30:00.000Z'
    ])
    expect(asked.filter((one) => one.name === 'assets.list' && one.input.limit === 1000).map(({ input }) => input)).toMatchObject([{ search: 'pier', tag: 'sea', starred: true, sort: 'name', descending: false, offset: 0 }])
  })
})
