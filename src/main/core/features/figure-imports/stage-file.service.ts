import { isAppError } from '../../../../shared/errors/app-error'
import type { FigureReadAnswers } from '../../../../shared/features/figure-imports/figure-draft.schema'
import type { MappedLayout } from '../../../../shared/features/figures/figure-reader'
import { headingOnly } from '../../../../shared/features/figures/tally/period-above'
import type { Remembered } from '../../../../shared/features/imports/schedule-detect'
import type { JobContext } from '../../jobs/jobs.types'
import { clearDraftFile, insertFigureFiles, keepDraft, POSITIONS, putDraftFile, type FigureFileRow } from './figure-drafts.repository'
import { lookAtFile, measuredAt, type FigureFile, type FileState } from './figure-files'
import { findChannels, subjectKey, type Ownership } from './find-channels'
import { answersFor, placeOf, planFormat, presentTable, presentUnknown, questionsOf, type FoundFile, type FoundTable } from './found-file'
import { keepFile, readBy } from './kept-files'
import { RowStage, type StagedTable, type StageTarget } from './stage-rows'
import { TableWalk, type WalkedFile, type WalkedTable } from './walk-tables'

/** What reading needs to know beside the file. */
export interface ReadingRules {
  answers: FigureReadAnswers
  ownership: Ownership
  layouts: readonly MappedLayout[]
  /** Columns of plans that a person said the place of. */
  remembered: Remembered
}

interface Staging {
  found: FoundFile
  /** In the order of the file's tables. */
  tables: (StagedTable | undefined)[]
  files: FigureFileRow[]
}

/** Facts name moments as the file does; here the day counts. */
const dayIn = (text: string): string => /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(text)?.[0] ?? ''

class FileStaging {
  private readonly staging: Staging

  constructor(
    private readonly context: JobContext,
    private readonly file: WalkedFile,
    private readonly state: FileState,
    private readonly rules: ReadingRules
  ) {
    this.staging = { found: { sha256: state.sha256, tables: [], questions: [], unknown: [], plans: [], refused: [] }, tables: [], files: [] }
  }

  /** Says what each table is, and which of them are kept. */
  plan(walk: TableWalk): Staging {
    const { found } = this.staging
    found.refused.push(...walk.refused)
    for (const table of walk.tables) this.staging.tables.push(this.planTable(table))
    // Beside figures an unclear table is a cover sheet.
    if (found.tables.length > 0) found.unknown = []
    if ([found.tables, found.unknown, found.plans, found.refused].every(({ length }) => length === 0)) found.refused.push(this.refuseWhole())
    return this.staging
  }

  /** Nothing is passed over in silence. */
  private refuseWhole(): FoundFile['refused'][number] {
    const { position, name } = this.file
    return { file: position, name, entry: null, error: { code: 'unsupported.import-kind', data: { reason: 'no-table', name } } }
  }

  private planTable(table: WalkedTable): StagedTable | undefined {
    const { found } = this.staging
    const place = placeOf(this.file, table)
    const format = planFormat(table, this.rules.remembered)
    const { reader } = table
    if (format !== undefined) found.plans.push({ ...place, format })
    const heading = reader ? undefined : headingOnly(table.head)
    if (heading) {
      found.refused.push({ file: place.file, name: place.name, entry: place.entry, error: { code: 'unsupported.import-kind', data: { reason: 'no-rows', name: place.name, ...heading } } })
      return undefined
    }
    // What is a plan by single words only may be figures that nobody knows yet.
    if (!reader && (format === undefined || format === 'spreadsheet')) found.unknown.push(...[presentUnknown(this.file, table)].filter((one) => one !== undefined))
    if (format !== undefined || !reader) return undefined
    const { ownership, answers } = this.rules
    const settlement = reader.settle(answersFor(place, answers))
    const where = [place.name, place.entry, place.sheet].filter(Boolean).join('/')
    const accounts = findChannels(settlement.accounts, reader.found.subject, where, ownership)
    const presented = presentTable(this.file, table, settlement, accounts)
    if (!presented) return undefined
    presented.measuredAt = measuredAt(dayIn(settlement.to), this.state.modifiedAt, this.context.core.now())
    const questions = questionsOf(found.tables.length, presented, settlement, ownership.channels)
    found.questions.push(...questions)
    found.tables.push(presented)
    const open = questions.some(({ kind, required }) => required && kind !== 'channel')
    return open || presented.subject === null ? undefined : { reader, measuredAt: presented.measuredAt, targets: this.targetsOf(presented), skipped: presented.skipped, skippedCounts: presented.skippedCounts }
  }

  private targetsOf(table: FoundTable): (StageTarget | undefined)[] {
    return table.accounts.map((account) => {
      if (account.origin === 'asked') return undefined
      const fileId = this.context.core.newId()
      const { network, channelId } = account
      table.fileIds.push(fileId)
      this.staging.files.push({
        id: fileId, import_id: this.context.job.id, position: this.file.position * POSITIONS + this.staging.files.length, name: table.name, entry: table.entry ?? '',
        sheet: table.sheet, sha256: this.state.sha256, format: table.format, network, kind: table.kind, channel_id: channelId ?? '', account: account.name || account.key,
        starts_on: dayIn(table.from), ends_on: dayIn(table.to), measured_at: table.measuredAt, rows: account.rows, facts_json: JSON.stringify({ platform: table.platform, ...table.facts })
      })
      return { fileId, network, channelId: channelId ?? '', keyOf: ({ subject }) => subjectKey(subject.key, subject.kind, account) }
    })
  }
}

/** What a file came to that was refused as a whole. */
export const refusedFile = (file: Pick<FigureFile, 'position' | 'name'>, code: string, data: Record<string, unknown>): FoundFile => ({
  sha256: '', tables: [], questions: [], unknown: [], plans: [], refused: [{ file: file.position, name: file.name, entry: null, error: { code, data: { ...data, name: file.name } } }]
})

async function readInto(context: JobContext, file: FigureFile, rules: ReadingRules, signal: AbortSignal): Promise<FoundFile> {
  const { core, workspace, job } = context
  const state = await lookAtFile(file, signal)
  const walked: WalkedFile = { position: file.position, name: file.name, modifiedOn: state.modifiedAt?.slice(0, 10) }
  const walk = new TableWalk(walked, rules.layouts)
  await core.parse.read(file, (event) => walk.take(event), { signal })
  walk.end()
  const { found, tables, files } = new FileStaging(context, walked, state, rules).plan(walk)
  if (files.length === 0) return found
  await workspace.write(async (tx) => {
    await keepDraft(tx, job.id, core.now())
    await insertFigureFiles(tx, files)
  })
  const stage = new RowStage(tables, (run) => workspace.write(run))
  await core.parse.read(file, (event) => stage.take(event), { signal })
  await stage.flush()
  return found
}

/**
 * Reads one file of a draft in two walks and stores what it came to. A file that cannot be read costs its own line, not the others.
 * @returns why it was refused as a whole; undefined where it was not
 */
export async function stageFile(context: JobContext, file: FigureFile, rules: ReadingRules, signal: AbortSignal): Promise<FoundFile['refused'][number]['error'] | undefined> {
  const { workspace, job, core } = context
  const write = workspace.write.bind(workspace)
  await clearDraftFile(write, workspace.reader, job.id, file.position)
  if (await keepFile(context, file, rules)) return undefined
  let refused: FoundFile['refused'][number]['error'] | undefined
  const found = await readInto(context, file, rules, signal).catch(async (error: unknown) => {
    if (signal.aborted || !isAppError(error) || error.code.startsWith('unavailable.disk')) throw error
    await clearDraftFile(write, workspace.reader, job.id, file.position)
    refused = { code: error.code, data: { ...error.data, name: file.name } }
    return refusedFile(file, error.code, error.data)
  })
  await workspace.write(async (tx) => {
    await keepDraft(tx, job.id, core.now())
    await putDraftFile(tx, job.id, file.position, { ...found, ...(refused === undefined && { readBy: readBy(file, rules, found) }) })
  })
  return refused
}
