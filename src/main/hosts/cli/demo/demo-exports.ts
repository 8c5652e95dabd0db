import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobSummary } from '../../../../shared/features/jobs/jobs.contract'
import type { ExportSettings } from '../../../../shared/features/renditions/renditions.contract'
import { renderSettingsSchema } from '../../../../shared/media/settings'
import { DEFAULT_TEMPLATE } from '../default-template'
import type { ExportReport } from '../export-report'
import { followJob } from '../follow-job'
import type { Session } from '../session'
import type { DemoClient } from './demo-client'
import type { DemoExport } from './demo-definition'

/** One export of the demo, as it came out. */
export interface DemoPart {
  title: string
  job: JobSummary
  report: ExportReport
}

/** A folder that is not there yet: the name itself, or the name with the first free number. */
export async function freshFolder(path: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const folder = n === 1 ? path : `${path}-${n}`
    const made = await mkdir(folder, { recursive: true })
    if (made !== undefined) return folder
  }
}

const settingsOf = (wanted: DemoExport): ExportSettings => ({
  render: renderSettingsSchema.parse(wanted.render),
  template: DEFAULT_TEMPLATE
})

/** Keeps the demo's exports as presets, so that the app offers them too; those that are there stay as they are. */
export async function savePresets(session: Session, clientId: string, exports: readonly DemoExport[]): Promise<void> {
  const { renditions } = await session.client()
  const names = new Set((await renditions.listPresets({ clientId })).presets.map((preset) => preset.name))
  for (const wanted of exports.filter((one) => !names.has(one.preset))) {
    await renditions.savePreset({ clientId, name: wanted.preset, placementIds: wanted.placements, settings: settingsOf(wanted) })
  }
}

/** Runs one of the demo's exports into its own folder below `out`. */
export async function runDemoExport(session: Session, demo: DemoClient, wanted: DemoExport, out: string): Promise<DemoPart> {
  const core = await session.core()
  const clientId = demo.client.id
  const slugs = wanted.photographs.length > 0 ? wanted.photographs : [...demo.assetIds.keys()]
  const folder = join(out, wanted.folder)
  await mkdir(folder, { recursive: true })
  const { jobId } = await core.client.renditions.export({
    clientId,
    assetIds: slugs.flatMap((slug) => demo.assetIds.get(slug) ?? []),
    placementIds: wanted.placements,
    settings: settingsOf(wanted),
    destination: { kind: 'folder', token: core.registerPath(folder) }
  })
  const job = await followJob(session, clientId, jobId)
  return { title: wanted.title, job, report: await core.client.renditions.report({ clientId, jobId }) }
}
