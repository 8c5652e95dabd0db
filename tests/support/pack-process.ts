import { createCore } from '../../src/main/core'
import { spawnMediaWithNode } from '../../src/main/hosts/node/spawn-media'
import { spawnReportWithNode } from '../../src/main/hosts/node/spawn-report'
import type { AppInputs } from '../../src/shared/contract'

/** A process of its own that makes a publish pack, so that a test can kill it. Speaks one JSON document a line. */
export interface PackOrder {
  home: string
  resources: string
  mediaWorker: string
  reportWorker: string
  clientId: string
  /** Starts this pack; without it, the unfinished one is resumed, and one that is done is told of. */
  start?: Pick<AppInputs['handOff']['pack'], 'scope' | 'zip'> & { folder: string }
}

async function run({ home, resources, mediaWorker, reportWorker, clientId, start }: PackOrder): Promise<void> {
  const core = await createCore({
    home, resources, version: '0.0.0-test', hostName: 'test',
    // A pack that is resumed carries the time at which it was asked for.
    now: () => new Date('2026-11-20T08:00:00Z'),
    spawnMedia: () => spawnMediaWithNode(mediaWorker),
    spawnReport: () => spawnReportWithNode(reportWorker),
    spawnParse: () => {
      throw new Error('a pack reads no table')
    }
  })
  const { client } = core
  // Also one that was done when the kill came, but not yet told of.
  const earlier = (await client.jobs.list({ clientId })).jobs.find(({ kind }) => kind === 'hand-off.pack')
  let jobId = earlier?.id
  if (start) {
    const { folder, ...order } = start
    jobId = (await client.handOff.pack({ clientId, ...order, destination: { kind: 'folder', token: core.registerPath(folder) } })).jobId
  } else if (earlier && earlier.state !== 'done') await client.jobs.resume({ clientId, jobId: earlier.id })
  console.log(JSON.stringify({ began: jobId ?? null }))
  while (jobId) {
    const job = await client.jobs.get({ clientId, jobId })
    if (job.state !== 'queued' && job.state !== 'running') {
      console.log(JSON.stringify({ ended: job }))
      break
    }
    await new Promise((wake) => setTimeout(wake, 15))
  }
  await core.close()
}

await run(JSON.parse(process.argv[2] ?? '{}') as PackOrder)
