import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppOutputs } from '../../../../shared/contract'
import { addDays, todayIn } from '../../../../shared/time'
import { followJob } from '../follow-job'
import type { Session } from '../session'
import type { DemoClient } from './demo-client'

export type DemoPack = AppOutputs['handOff']['packReport']

/** Makes the publish pack of the week that begins today, with its archive, in a folder of its own below `out`. */
export async function makeDemoPack(session: Session, { client }: DemoClient, out: string): Promise<DemoPack> {
  const core = await session.core()
  const clientId = client.id
  const folder = join(out, 'publish-pack')
  await mkdir(folder, { recursive: true })
  const fromDay = todayIn(client.zone, new Date().toISOString())
  const { jobId } = await core.client.handOff.pack({
    clientId,
    scope: { kind: 'days', fromDay, toDay: addDays(fromDay, 6) },
    zip: true,
    destination: { kind: 'folder', token: core.registerPath(folder) }
  })
  await followJob(session, clientId, jobId)
  return core.client.handOff.packReport({ clientId, jobId })
}
