import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { AppInputs, AppOutputs } from '../../src/shared/contract'
import type { JobSummary } from '../../src/shared/features/jobs/jobs.contract'
import { tempFolder } from './temp-folder'
import { addFiles, photographPaths, startTestCore, waitForJob, type TestCore } from './test-core'

export const PHOTOGRAPHS = ['acanthus', 'airplane', 'allium', 'canyon', 'house', 'alps', 'cat', 'pastoral', 'boats'] as const
type Plan = AppInputs['renditions']['plan']
export type Wish = Partial<Omit<Plan, 'settings'>> & { template?: string; render?: Plan['settings']['render']; folder?: string }

export interface Exported {
  job: JobSummary
  report: AppOutputs['renditions']['report']
}

export interface ExportBench {
  core: TestCore
  clientId: string
  /** Ids in the order of `PHOTOGRAPHS`. */
  assetIds: string[]
  plan(wish: Wish): Promise<AppOutputs['renditions']['plan']>
  export(wish: Wish): Promise<Exported>
}

export const defaultTemplate = '{network}/{asset}_{placement}_{w}x{h}.{ext}'

/** Real photographs under names that can be told apart. */
export async function namedPhotographs(count: number): Promise<string[]> {
  const folder = await tempFolder('greenroom-photographs-')
  return photographPaths(count).map((from, index) => {
    const path = join(folder, `${PHOTOGRAPHS[index]}.jpg`)
    copyFileSync(from, path)
    return path
  })
}

/** A client with so many real photographs, ready to export. */
export async function openExportBench(count: number, options: { home?: string; now?: () => Date; files?: string[] } = {}): Promise<ExportBench> {
  const core = await startTestCore(options)
  const { id: clientId } = await core.client.clients.create({ name: 'Museum of Light', zone: 'Europe/Oslo' })
  await addFiles(core, clientId, options.files ?? (await namedPhotographs(count)))
  const { assets } = await core.client.assets.list({ clientId, sort: 'name', descending: false })
  const rank = (name: string) => PHOTOGRAPHS.findIndex((one) => name.startsWith(one))
  const assetIds = assets.sort((a, b) => rank(a.fileName) - rank(b.fileName)).map((asset) => asset.id)
  const selection = ({ template = defaultTemplate, render = {}, folder: _, ...wish }: Wish) => ({
    clientId, assetIds, placementIds: ['ig-feed-4x5'], ...wish, settings: { render, template }
  })
  return {
    core, clientId, assetIds,
    plan: (wish) => core.client.renditions.plan(selection(wish)),
    async export(wish) {
      const destination = wish.folder ? { kind: 'folder' as const, token: core.registerPath(wish.folder) } : { kind: 'default' as const }
      const { jobId } = await core.client.renditions.export({ ...selection(wish), destination })
      const job = await waitForJob(core, clientId, jobId)
      return { job, report: await core.client.renditions.report({ clientId, jobId }) }
    }
  }
}

/** Every file below a folder by its relative path, with the SHA-256 of its content. */
export function hashesBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(paths.sort().map((path) => [path.replaceAll('\\', '/'), createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')]))
}

/** The same without what describes the export. */
export function picturesBelow(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(hashesBelow(folder)).filter(([path]) => !/^(?:manifest|contact-sheet)[^/]*$/.test(path)))
}

export interface ManifestView {
  schema: string
  client: { id: string; name: string }
  app: { version: string }
  rulePack: { date: string }
  settings: { template: string }
  contactSheet: { path: string; sha256: string } | null
  files: {
    path: string
    sha256: string
    bytes: number
    width: number
    height: number
    format: string
    quality: number | null
    limit: { bytes: number; assumed: boolean } | null
    network: string
    placement: { id: string; name: string }
    asset: { id: string; fileName: string; sha256: string; title: string; altText: string }
    crop: { by: string; px: Record<string, number>; fraction: Record<string, number> }
    drawn: Record<string, number>
    warnings: { kind: string }[]
  }[]
  failures: { placement: { id: string }; code: string; reason: string }[]
}

export const readManifest = (path: string): ManifestView => JSON.parse(readFileSync(path, 'utf8')) as ManifestView
