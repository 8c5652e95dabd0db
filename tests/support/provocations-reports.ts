import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestCore } from './test-core'

interface Place {
  core: TestCore
  clientId: string
}
type Provoke = (place: Place) => Promise<unknown>

const none = { reportId: 'nope' }
const reversed = { from: '2026-10-02', to: '2026-10-01' }

const draft = ({ core, clientId }: Place) => core.client.reports.create({ clientId, month: '2026-10' })

async function frozen(place: Place) {
  const { id: reportId } = await draft(place)
  return place.core.client.reports.freeze({ clientId: place.clientId, reportId })
}

/** A template of one's own that Typst does not understand. */
async function withBrokenTemplate(place: Place) {
  const folder = join(place.core.home, 'report-templates')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'report.typ'), '#let broken = (')
  return { clientId: place.clientId, reportId: (await draft(place)).id }
}

/** The part of the app that sets pages is gone. */
async function withDeadProcess(place: Place) {
  const { id: reportId } = await draft(place)
  await place.core.services.reports.close()
  return { clientId: place.clientId, reportId }
}

async function archived<T>(place: Place, run: (client: TestCore['client'], clientId: string) => Promise<T>): Promise<T> {
  await place.core.client.clients.archive({ clientId: place.clientId })
  return run(place.core.client, place.clientId)
}

/** What the codes of reports are provoked by. */
export const reportProvocations: Record<string, Provoke> = {
  'not-found.report reports.get': ({ core, clientId }) => core.client.reports.get({ clientId, ...none }),
  'not-found.report reports.update': ({ core, clientId }) => core.client.reports.update({ clientId, ...none, change: {} }),
  'not-found.report reports.make': ({ core, clientId }) => core.client.reports.make({ clientId, ...none, formats: ['pdf'] }),
  'not-found.report-template reports.create': ({ core, clientId }) => core.client.reports.create({ clientId, templateId: 'nope' }),
  'not-found.report-template reports.removeTemplate': ({ core, clientId }) => core.client.reports.removeTemplate({ clientId, templateId: 'monthly' }),
  'validation.days reports.create': ({ core, clientId }) => core.client.reports.create({ clientId, ...reversed }),
  'validation.days reports.makeAll': ({ core }) => core.client.reports.makeAll({ ...reversed, formats: ['pdf'] }),
  'validation.days reports.gapsOfAll': ({ core }) => core.client.reports.gapsOfAll({ from: '2026-10-01' }),
  'conflict.report-frozen reports.update': async (place) => place.core.client.reports.update({ clientId: place.clientId, reportId: (await frozen(place)).id, change: { title: 'x' } }),
  'conflict.report-frozen reports.freeze': async (place) => place.core.client.reports.freeze({ clientId: place.clientId, reportId: (await frozen(place)).id }),
  'internal.report reports.preview': async (place) => place.core.client.reports.preview(await withBrokenTemplate(place)),
  'internal.report reports.freeze': async (place) => place.core.client.reports.freeze(await withBrokenTemplate(place)),
  'unavailable.report reports.preview': async (place) => place.core.client.reports.preview(await withDeadProcess(place)),
  'not-found.file-token reports.setAgencyLogo': ({ core }) => core.client.reports.setAgencyLogo({ fileToken: 'nope' }),
  'conflict.client-archived reports.create': (place) => archived(place, (client, clientId) => client.reports.create({ clientId })),
  'not-found.job reports.made': ({ core, clientId }) => core.client.reports.made({ clientId, jobId: 'nope' })
}
