import { readFile } from 'node:fs/promises'
import type { AppInputs, AppOutputs } from '../../src/shared/contract'
import { seedFigures } from './figures'
import { tempFolder } from './temp-folder'
import { addFiles, photographPaths, startTestCore, waitForJob, type TestCore } from './test-core'

type Report = AppOutputs['reports']['get']
type Made = AppOutputs['reports']['made']

/** A client with a quarter of figures (July to September 2026), pillars, and posts of the plan with photographs behind some of them. */
export interface ReportPlace {
  core: TestCore
  client: TestCore['client']
  clientId: string
  channels: Record<string, string>
  /** Moves the clock on. */
  wait(ms: number): void
}

const networks = ['instagram', 'facebook', 'linkedin', 'tiktok'] as const

interface Subject {
  id: number
  channel_id: string
}

/** Posts of the plan with a photograph each, as the imported posts of September that people did most with. */
async function planPosts({ core, client, clientId }: ReportPlace, count: number): Promise<void> {
  await addFiles(core, clientId, photographPaths(Math.min(count, 9)))
  const { assets } = await client.assets.list({ clientId })
  const pillars = await Promise.all(['Behind the lens', 'From the collection', 'Visit'].map((name) => client.pillars.create({ clientId, name })))
  const workspace = await core.services.workspaces.open(clientId)
  const subjects = (await workspace.reader('figure_subject AS s').join('figure AS f', 'f.subject_id', 's.id')
    .where({ 's.kind': 'post', 'f.starts_on': '' }).where('s.published_at', '>=', '2026-09-01')
    .orderBy('f.engagements', 'desc').limit(count).select('s.id', 's.channel_id')) as Subject[]
  for (const [index, subject] of subjects.entries()) {
    const asset = assets[index % assets.length]
    const post = await client.posts.create({
      clientId, title: `Photograph ${index + 1} of the harbor`, text: 'Boats at dawn', pillarId: pillars[index % pillars.length]?.id ?? null,
      media: asset ? [{ assetId: asset.id, altText: 'Boats at a quay' }] : [], variants: [{ channelId: subject.channel_id }]
    })
    await workspace.command('matches.confirm', (tx) =>
      tx('figure_match').insert({ id: `match-${index}`, subject_id: subject.id, variant_id: post.variants[0]?.id ?? '', state: 'sure', score: 1, reasons_json: '[]' }))
  }
}

/** @param pictures how many of the posts have a photograph; none makes a place much faster */
export async function startReports({ pictures = 0, name = 'North Gallery', home }: { pictures?: number; name?: string; home?: string } = {}): Promise<ReportPlace> {
  let time = Date.parse('2026-10-05T08:00:00.000Z')
  const core = await startTestCore({ now: () => new Date(time), ...(home && { home }) })
  const { client } = core
  const { id: clientId } = await client.clients.create({ name, zone: 'Europe/Oslo', color: '#14507a', languages: ['en'] })
  const channels: Record<string, string> = {}
  for (const network of networks) channels[network] = (await client.channels.create({ clientId, network, name: `Gallery on ${network}` })).id
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('figureImports.commit', (tx) => seedFigures(tx, channels))
  const place = { core, client, clientId, channels, wait: (ms: number) => void (time += ms) }
  if (pictures > 0) await planPosts(place, pictures)
  return place
}

export const september = (place: ReportPlace, more: Partial<AppInputs['reports']['create']> = {}): Promise<Report> =>
  place.client.reports.create({ clientId: place.clientId, month: '2026-09', ...more })

/** Makes files of a report. @returns what the job says of them */
export async function makeFiles({ core, client, clientId }: ReportPlace, reportId: string, formats: AppInputs['reports']['make']['formats']): Promise<Made> {
  const folder = await tempFolder()
  const { jobId } = await client.reports.make({ clientId, reportId, formats, destination: { kind: 'folder', token: core.registerPath(folder) } })
  await waitForJob(core, clientId, jobId)
  return client.reports.made({ clientId, jobId })
}

/** The bytes of the one file that was asked for. */
export async function makeOne(place: ReportPlace, reportId: string, format: 'pdf' | 'xlsx' | 'csv' | 'pptx'): Promise<Buffer> {
  const { files } = await makeFiles(place, reportId, [format])
  const [file] = files
  if (!file?.path) throw new Error(JSON.stringify(file?.error))
  return readFile(file.path)
}
