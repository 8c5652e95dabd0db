import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppOutputs } from '../../../../shared/contract'
import { addMonths, todayIn } from '../../../../shared/time'
import { followJob } from '../follow-job'
import type { Session } from '../session'
import type { DemoClient } from './demo-client'

export type DemoReport = AppOutputs['reports']['made']

/** Interface languages of the people the demo is for: the client's own, and a reader's elsewhere. */
const languages = ['en', 'nb'] as const

/** The report of the last whole month that is there already in a language, else a new one. */
async function reportIn(session: Session, clientId: string, month: string, language: (typeof languages)[number]): Promise<string> {
  const { reports } = (await session.core()).client
  const known = await reports.list({ clientId })
  const same = known.reports.find((one) => one.from.startsWith(month) && one.to.startsWith(month) && one.language === language)
  return same?.id ?? (await reports.create({ clientId, month, language })).id
}

/** Writes the report of the last whole month, in two languages and as slides, into a folder of its own below `out`. */
export async function writeDemoReports(session: Session, { client }: DemoClient, out: string): Promise<DemoReport[]> {
  const core = await session.core()
  const clientId = client.id
  const folder = join(out, 'reports')
  await mkdir(folder, { recursive: true })
  const month = addMonths(`${todayIn(client.zone, new Date().toISOString()).slice(0, 7)}-01`, -1).slice(0, 7)
  const made: DemoReport[] = []
  for (const language of languages) {
    const reportId = await reportIn(session, clientId, month, language)
    const { jobId } = await core.client.reports.make({ clientId, reportId, formats: ['pdf', 'pptx'], destination: { kind: 'folder', token: core.registerPath(folder) } })
    await followJob(session, clientId, jobId)
    made.push(await core.client.reports.made({ clientId, jobId }))
  }
  return made
}
