import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bufferForm, hootsuiteForm, HOOTSUITE_ROWS, inParts, metaForm, type BulkForm } from '../../../../shared/features/plan-export/bulk-forms'
import type { PlanFormat, PlanNote } from '../../../../shared/features/plan-export/plan-export.contract'
import { OWN_HEADER, ownTable } from '../../../../shared/features/plan-export/own-layout'
import { toLines, type PlanRow } from '../../../../shared/features/plan-export/plan-row'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from '../../jobs/jobs.types'
import { refuseFrozen } from '../freezes'
import { putFile, writePart } from '../hand-off'
import { partName } from '../renditions'
import { makePdf, pictureFolder } from './make-pdf'
import { planFiles, type PlanRequest } from './plan-files'
import { pdfWords } from './pdf-words'
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

type Table = Exclude<PlanFormat, Form | 'month' | 'list'>

async function writeTable(format: Table, rows: readonly PlanRow[], { core, job }: JobContext): Promise<Written> {
  const table = ownTable(rows)
  const written = (content: Written['content']): Written => ({ content, rows: table.length, notes: [] })
  switch (format) {
    case 'csv':
      return written(csvOf(OWN_HEADER, table, { escapeFormulas: true }))
    case 'xlsx':
      return written(await workbookOf('Plan', OWN_HEADER, table))
    case 'ics':
      return written(calendarOf(asPlanInput(job.input).client.name, rows, core.now(), pdfWords(asPlanInput(job.input))))
  }
}

/** What another planner would publish while an incident holds it back here: a freeze may have begun since the files were asked for. */
async function refuseHeld({ workspace }: JobContext, { format, channelId }: PlanItem, rows: readonly PlanRow[]): Promise<void> {
  if (format in forms) await refuseFrozen(workspace.reader, rows.flatMap((row) => (row.channelId === channelId && row.variantId !== null ? [row.variantId] : [])))
}

/** Writes the half file of an item. */
async function writeHalf(context: JobContext, item: PlanItem, rows: readonly PlanRow[], part: string, signal: AbortSignal) {
  const { format } = item
  if (format === 'month' || format === 'list') return { ...(await makePdf(context, format, rows, part, signal)), rows: toLines(rows).length, notes: [] }
  const { content, ...facts } = format in forms ? writeForm(format as Form, item, rows, context) : await writeTable(format as Table, rows, context)
  return { ...(await writePart(part, content)), ...facts }
}

async function writeItem(context: JobContext, row: JobItemRow, rows: readonly PlanRow[], signal: AbortSignal, settle: SettleItem): Promise<void> {
  const item = asPlanItem(row.payload)
  const { folder } = asPlanInput(context.job.input)
  const part = join(folder, partName(row.id, row.attempts))
  try {
    await refuseHeld(context, item, rows)
    const { rows: count, notes, ...made } = await writeHalf(context, item, rows, part, signal)
    const { written, store } = await putFile(context, folder, { folder, name: item.name, part, ...made, role: `plan:${item.name}`, itemId: row.id })
    await settle(row.id, { state: 'done', result: planJson({ ...written, rows: count, notes }) }, store)
  } finally {
    await rm(part, { force: true })
  }
}

/** The plan as files; an item a file. */
export const planExportJobKind: JobKindDefinition = {
  kind: 'plan-export.make',
  plan: (core, workspace, input) => planFiles(core, workspace, input as unknown as PlanRequest),
  async runGroup(context, items, signal, settle) {
    const { fromDay, toDay, channelIds } = asPlanInput(context.job.input)
    const rows = await listPlanRows(context.workspace.reader, { fromDay, toDay }, channelIds)
    for (const item of items) {
      signal.throwIfAborted()
      await writeItem(context, item, rows, signal, settle)
    }
  },
  async recover(context, rows) {
    const { folder } = asPlanInput(context.job.input)
    for (const row of rows) for (let attempt = 0; attempt <= row.attempts; attempt += 1) await rm(join(folder, partName(row.id, attempt)), { force: true })
    await rm(pictureFolder(context), { recursive: true, force: true })
  },
  parallel: 1
}
