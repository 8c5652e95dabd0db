import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { changeReport, typingKey } from '../../../../shared/features/reports/change-report'
import { reportDays } from '../../../../shared/features/reports/report-days'
import type { Report } from '../../../../shared/features/reports/reports.schema'
import { todayIn } from '../../../../shared/time'
import { os } from '../../router-base'
import type { Workspace } from '../../workspaces/workspaces.types'
import { putAgency, setAgencyLogo, showAgency } from './agency.service'
import { daysForAll, gapsOfAll, makeAll } from './all-clients.service'
import { draftReport } from './draft-report'
import { freezeReport } from './freeze.service'
import { findGaps } from './gaps.service'
import { readMade } from './made.queries'
import { previewReport } from './preview.service'
import { keptFolder } from './report-folders'
import { getTemplate, listTemplates, removeTemplate, saveTemplate } from './report-templates.repository'
import { getDraft, getReport, insertReport, listKeptFiles, listReports, setTrashed, updateReport } from './reports.repository'

async function describeKept(workspace: Workspace, reportId: string) {
  const { frozenAt } = await getReport(workspace.reader, reportId)
  const files = await Promise.all((await listKeptFiles(workspace.reader, reportId)).map(async ({ pages: _, ...file }) => {
    const content = await readFile(join(keptFolder(workspace.folders, reportId), file.path)).catch(() => undefined)
    return { ...file, intact: content !== undefined && createHash('sha256').update(content).digest('hex') === file.sha256 }
  }))
  return { frozenAt, files: frozenAt === null ? [] : files }
}

export const reportsHandlers = {
  list: os.reports.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return { reports: await listReports(reader, input) }
  }),
  get: os.reports.get.handler(async ({ input, context }) => getReport((await context.workspace(input.clientId)).reader, input.reportId)),
  create: os.reports.create.handler(async ({ input: { clientId, templateId, ...asked }, context }) => {
    const workspace = await context.workspace(clientId)
    const report = draftReport(context.core, await workspace.profile(), await getTemplate(workspace.reader, templateId), asked)
    await context.command(clientId, (tx) => insertReport(tx, report), { data: { title: report.title } })
    return report
  }),
  update: os.reports.update.handler(({ input: { clientId, reportId, change }, context }) =>
    context.command(
      clientId,
      async (tx) => {
        const changed: Report = { ...changeReport(await getDraft(tx, reportId), change), updatedAt: context.core.now() }
        await updateReport(tx, changed)
        return changed
      },
      { merge: typingKey(reportId, change) }
    )
  ),
  duplicate: os.reports.duplicate.handler(async ({ input: { clientId, reportId, title, language, ...asked }, context }) => {
    const { reader, profile } = await context.workspace(clientId)
    const found = await getReport(reader, reportId)
    const asksDays = asked.month !== undefined || asked.from !== undefined || asked.to !== undefined
    const days = asksDays ? reportDays(asked, todayIn((await profile()).zone, context.core.now())) : {}
    const now = context.core.now()
    const copy: Report = {
      ...found, ...days, id: context.core.newId(), title: title ?? found.title, language: language ?? found.language, frozenAt: null, trashedAt: null,
      createdAt: now, updatedAt: now
    }
    await context.command(clientId, (tx) => insertReport(tx, copy), { data: { title: copy.title } })
    return copy
  }),
  trash: os.reports.trash.handler(async ({ input: { clientId, ids }, context }) => {
    await context.command(clientId, (tx) => setTrashed(tx, ids, context.core.now()), { data: { count: ids.length } })
    return { ok: true as const }
  }),
  restore: os.reports.restore.handler(async ({ input: { clientId, ids }, context }) => {
    await context.command(clientId, (tx) => setTrashed(tx, ids, null), { data: { count: ids.length } })
    return { ok: true as const }
  }),
  freeze: os.reports.freeze.handler(({ input: { clientId, reportId }, context }) => freezeReport(context, clientId, reportId)),
  listTemplates: os.reports.listTemplates.handler(async ({ input, context }) => ({ templates: await listTemplates((await context.workspace(input.clientId)).reader) })),
  saveTemplate: os.reports.saveTemplate.handler(({ input: { clientId, templateId, ...template }, context }) => {
    const { core } = context
    const id = templateId ?? core.newId()
    return context.command(
      clientId,
      async (tx) => {
        await saveTemplate(tx, { ...template, id, createdAt: core.now() }, templateId === undefined)
        return getTemplate(tx, id)
      },
      { data: { name: template.name } }
    )
  }),
  removeTemplate: os.reports.removeTemplate.handler(async ({ input: { clientId, templateId }, context }) => {
    await context.command(clientId, (tx) => removeTemplate(tx, templateId))
    return { ok: true as const }
  }),
  gaps: os.reports.gaps.handler(async ({ input: { clientId, reportId }, context }) => {
    const workspace = await context.workspace(clientId)
    const report = await getReport(workspace.reader, reportId)
    return { gaps: report.frozenAt === null ? await findGaps(context.core, workspace, report) : [] }
  }),
  preview: os.reports.preview.handler(async ({ input: { clientId, reportId }, context }) => previewReport(context.core, await context.workspace(clientId), reportId, context.signal)),
  make: os.reports.make.handler(async ({ input: { clientId, ...request }, context }) => ({ jobId: await context.core.jobs.start(clientId, 'reports.make', request) })),
  made: os.reports.made.handler(async ({ input: { clientId, jobId }, context }) => {
    const { reader } = await context.workspace(clientId)
    return readMade(reader, jobId, (itemId) => context.core.urls.sign({ kind: 'report-file', clientId, itemId }))
  }),
  gapsOfAll: os.reports.gapsOfAll.handler(async ({ input: { clientIds, ...asked }, context }) => {
    const days = daysForAll(context.core, asked)
    return { ...days, clients: await gapsOfAll(context.core, clientIds, days) }
  }),
  makeAll: os.reports.makeAll.handler(async ({ input, context }) => ({ runs: await makeAll(context.core, input) })),
  getAgency: os.reports.getAgency.handler(({ context }) => showAgency(context.core)),
  putAgency: os.reports.putAgency.handler(async ({ input, context }) => {
    await putAgency(context.core, input)
    return showAgency(context.core)
  }),
  setAgencyLogo: os.reports.setAgencyLogo.handler(async ({ input, context }) => {
    await setAgencyLogo(context.core, input.fileToken)
    return showAgency(context.core)
  }),
  kept: os.reports.kept.handler(async ({ input: { clientId, reportId }, context }) => describeKept(await context.workspace(clientId), reportId))
}
