import { createCore, type Core } from '../../src/main/core'
import { spawnMediaWithNode } from '../../src/main/hosts/node/spawn-media'
import { spawnReportWithNode } from '../../src/main/hosts/node/spawn-report'
import type { AppInputs } from '../../src/shared/contract'

/** A process of its own that exports, so that a test can kill it. Speaks one JSON document a line. */

export interface ExportOrder {
  home: string
  resources: string
  mediaWorker: string
  reportWorker: string
  clientId: string
  /** Starts this export; without it, the unfinished one is resumed. */
  start?: { folder: string; selection: Omit<AppInputs['renditions']['export'], 'clientId' | 'destination'> }
}

async function begin(core: Core, { clientId, start }: ExportOrder): Promise<string | undefined> {
  if (start) {
    const destination = { kind: 'folder' as const, token: core.registerPath(start.folder) }
    return (await core.client.renditions.export({ clientId, ...start.selection, destination })).jobId
  }
  const { jobs } = await core.client.jobs.list({ clientId })
  const job = jobs.find(({ kind }) => kind === 'renditions.export')
  if (job && job.state !== 'done') await core.client.jobs.resume({ clientId, jobId: job.id })
  return job?.id
}

async function run(order: ExportOrder): Promise<void> {
  const core = await createCore({
    home: order.home,
    resources: order.resources,
    version: '0.0.0-test',
    hostName: 'test',
    spawnMedia: () => spawnMediaWithNode(order.mediaWorker),
    spawnReport: () => spawnReportWithNode(order.reportWorker),
    spawnParse: () => {
      throw new Error('an export reads no table')
    }
  })
  const jobId = await begin(core, order)
  console.log(JSON.stringify({ began: jobId ?? null }))
  if (jobId) {
    const { clientId } = order
    for (;;) {
      const job = await core.client.jobs.get({ clientId, jobId })
      if (job.state !== 'queued' && job.state !== 'running') break
      await new Promise((wake) => setTimeout(wake, 20))
    }
    console.log(JSON.stringify({ ended: await core.client.jobs.get({ clientId, jobId }) }))
  }
  await core.close()
}

await run(JSON.parse(process.argv[2] ?? '{}') as ExportOrder)
