import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppOutputs } from '../../../../shared/contract'
import { monthOf, todayIn } from '../../../../shared/time'
import { followJob } from '../follow-job'
import type { Session } from '../session'
import type { DemoClient } from './demo-client'

export type DemoPlan = AppOutputs['planExport']['report']

/** Writes the month that today is in as a page to print, in a folder of its own below `out`. */
export async function writeDemoPlan(session: Session, { client }: DemoClient, out: string): Promise<DemoPlan> {
  const core = await session.core()
  const clientId = client.id
  const folder = join(out, 'plan')
  await mkdir(folder, { recursive: true })
  const { first, last } = monthOf(todayIn(client.zone, new Date().toISOString()))
  const { jobId } = await core.client.planExport.make({
    clientId, fromDay: first, toDay: last, formats: ['month', 'xlsx'], destination: { kind: 'folder', token: core.registerPath(folder) }
  })
  await followJob(session, clientId, jobId)
  return core.client.planExport.report({ clientId, jobId })
}
