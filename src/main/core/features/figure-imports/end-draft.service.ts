import type { FigureImportDraft, FigureImportQuestion, FigureTable } from '../../../../shared/features/figure-imports/figure-draft.schema'
import type { JobContext } from '../../jobs/jobs.types'
import { endDraft, keepDraft, listDraftFiles, standingImports } from './figure-drafts.repository'
import { findKnownFiles } from './figure-imports.repository'
import { countDraft, type TableCounts } from './figure-count.repository'
import type { FoundFile, FoundTable } from './found-file'

type Known = Awaited<ReturnType<typeof findKnownFiles>>

function countTable({ fileIds, ...table }: FoundTable, sha256: string, counts: ReadonlyMap<string, TableCounts>, known: Known): FigureTable {
  const own = fileIds.map((id) => counts.get(id)).filter((one) => one !== undefined)
  const sum = (name: 'added' | 'changed' | 'unchanged'): number => own.reduce((total, one) => total + one[name], 0)
  return { ...table, added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged'), known: known.get(sha256) ?? null }
}

/** One question an account, however many tables are its. */
function joinQuestions(questions: readonly FigureImportQuestion[]): FigureImportQuestion[] {
  const joined: FigureImportQuestion[] = []
  for (const question of questions) {
    const same = question.kind === 'channel' ? joined.find((one) => one.kind === 'channel' && one.source === question.source) : undefined
    if (question.kind === 'channel' && same?.kind === 'channel') {
      same.tables.push(...question.tables)
      same.rows += question.rows
    } else joined.push(question)
  }
  return joined
}

const moved = (question: FigureImportQuestion, by: number): FigureImportQuestion =>
  question.kind === 'channel' ? { ...question, tables: question.tables.map((table) => table + by) } : { ...question, table: question.table + by }

export function assembleDraft(draftId: string, files: readonly FoundFile[], counts: ReadonlyMap<string, TableCounts>, known: Known): FigureImportDraft {
  const tables: FigureTable[] = []
  const questions: FigureImportQuestion[] = []
  for (const file of files) {
    questions.push(...file.questions.map((question) => moved(question, tables.length)))
    tables.push(...file.tables.map((table) => countTable(table, file.sha256, counts, known)))
  }
  const sum = (name: 'rows' | 'added' | 'changed' | 'unchanged'): number => tables.reduce((total, table) => total + table[name], 0)
  const skipped = tables.reduce((total, { skippedCounts }) => total + Object.values(skippedCounts).reduce((all, n) => all + n, 0), 0)
  return {
    draftId,
    tables,
    refused: files.flatMap(({ refused }) => refused),
    questions: joinQuestions(questions),
    unknown: files.flatMap(({ unknown }) => unknown),
    plans: files.flatMap(({ plans }) => plans),
    totals: {
      files: new Set(tables.map(({ file }) => file)).size, tables: tables.length, rows: sum('rows'), added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged'), skipped
    }
  }
}

/** After the last file: holds the draft against what counts now. */
export async function countAndEnd({ core, workspace, job }: JobContext, signal: AbortSignal): Promise<void> {
  const basis = await standingImports(workspace.reader)
  const files = await listDraftFiles<FoundFile>(workspace.reader, job.id)
  const counts = new Map((await countDraft((run) => workspace.write(run), job.id, signal)).map((one) => [one.fileId, one]))
  const known = await findKnownFiles(workspace.reader, files.map(({ sha256 }) => sha256).filter(Boolean))
  await workspace.write(async (tx) => {
    await keepDraft(tx, job.id, core.now())
    await endDraft(tx, job.id, basis, assembleDraft(job.id, files, counts, known))
  })
}
