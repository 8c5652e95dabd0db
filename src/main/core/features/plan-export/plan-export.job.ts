import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bufferForm, hootsuiteForm, HOOTSUITE_ROWS, inParts, metaForm, type BulkForm } from '../../../../shared/features/plan-export/bulk-forms'
import type { PlanFormat, PlanNote } from '../../../../shared/features/plan-export/plan-export.contract'
import { OWN_HEADER, ownTable } from '../../../../shared/features/plan-export/own-layout'
import type { PlanRow } from '../../../../shared/features/plan-export/plan-row'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from '../../jobs/jobs.types'
import { putFile, writePart } from '../hand-off'
import { partName } from '../renditions'
import { makePdf, pictureFolder } from './make-pdf'
import { planFiles, type PlanRequest } from './plan-files'
import { asPlanInput, asPlanItem, planJson, type PlanItem } from './plan-job'
import { listPlanRows } from './plan-rows.queries'
import { csvOf } from './write-csv'
import { calendarOf } from './write-ics'
import { workbookOf } from './write-xlsx'

type Form = Extract<PlanFormat, 'buffer' | 'hootsuite' | 'meta'>
const forms: Readonly<Record<Form, typeof bufferForm>> = { buffer: bufferForm, hootsuite: hootsuiteForm, meta: metaForm }

interface Written {
  content: string | Buffer
  rows: number
  notes: PlanNote[]
}

function writeForm(form: Form, item: PlanItem, rows: readonly PlanRow[], context: JobContext): Written {
  const { dayOrder } = asPlanInput(context.job.input)
  const own = rows.filter(({ channelId }) => channelId === item.channelId)
  const part = form === 'hootsuite' ? (inParts(own, HOOTSUITE_ROWS)[item.part] ?? []) : own
  const made: BulkForm = forms[form](part, { now: context.core.now(), dayOrder })
  // What goes into another planner is taken as it is: an apostrophe before a text would be published.
  return { content: csvOf(made.header, made.rows, { escapeFormulas: false }), rows: made.rows.length, notes: made.notes }
}

async function writeTable(item: PlanItem, rows: readonly PlanRow[], context: JobContext): Promise<Written> {
  const { client } = asPlanInput(context.job.input)
  switch (item.format) {
    case 'csv':
      return { content: csvOf(OWN_HEADER, ownTable(rows), { escapeFormulas: true }), rows: ownTable(rows).length, notes: [] }
    case 'xlsx':
      return { content: await workbookOf('Plan', OWN_HEADER, ownTable(rows)), rows: ownTable(rows).length, notes: [] }
    case 'ics':
      return { content: calendarOf(client.name, rows, context.core.now()), rows: ownTable(rows).length, notes: [] }
    case 'buffer':
    case 'hootsuite':
    case 'meta':
      return writeForm(item.format, item, rows, context)
    case 'month':
    case 'list':
      throw new Error(`${item.format} is no table`)
  }
}

async function writeItem(context: JobContext, row: JobItemRow, signal: AbortSignal, settle: SettleItem): Promise<void> {
  const item = asPlanItem(row.payload)
  const { folder, fromDay, toDay, channelIds } = asPlanInput(context.job.input)
  const part = join(folder, partName(row.id, row.attempts))
  const rows = await listPlanRows(context.workspace.reader, { fromDay, toDay }, channelIds)
  try {
    const isPdf = item.format === 'month' || item.format === 'list'
    const table = isPdf ? null : await writeTable(item, rows, context)
    const made = item.format === 'month' || item.format === 'list' ? await makePdf(context, item.format, rows, part, signal) : await writePart(part, table?.content ?? '')
    const { written, store } = await putFile(context, folder, { folder, name: item.name, part, ...made, role: `plan:${item.name}`, itemId: row.id })
    await settle(row.id, { state: 'done', result: planJson({ ...written, rows: table?.rows ?? ownTable(rows).length, notes: table?.notes ?? [] }) }, store)
  } finally {
    await rm(part, { force: true })
  }
}

/** The plan as files; an item a file. */
export const planExportJobKind: JobKindDefinition = {
  kind: 'plan-export.make',
  plan: (core, workspace, input) => planFiles(core, workspace, input as unknown as PlanRequest),
  async runGroup(context, rows, signal, settle) {
    for (const row of rows) {
      signal.throwIfAborted()
      await writeItem(context, row, signal, settle)
    }
  },
  async recover(context, rows) {
    const { folder } = asPlanInput(context.job.input)
    for (const row of rows) for (let attempt = 0; attempt <= row.attempts; attempt += 1) await rm(join(folder, partName(row.id, attempt)), { force: true })
    await rm(pictureFolder(context), { recursive: true, force: true })
  },
  parallel: 1
}
