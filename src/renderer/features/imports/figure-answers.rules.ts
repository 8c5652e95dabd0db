import type { FigureImportDraft, FigureImportQuestion, FigureReadAnswers, TablePlace } from '@shared/features/figure-imports/figure-draft.schema'

export type TableAnswer = FigureReadAnswers['tables'][number]
export type TableQuestion = Exclude<FigureImportQuestion, { kind: 'channel' }>
export type ChannelQuestion = Extract<FigureImportQuestion, { kind: 'channel' }>
type Reading = FigureReadAnswers['all']

/** A question about one table, which stays in sight once it is answered. */
export interface AskedTable {
  kind: TableQuestion['kind']
  question: TableQuestion
  place: TablePlace
}

const samePlace = (one: Pick<TablePlace, 'file' | 'entry' | 'sheet'>, other: Pick<TablePlace, 'file' | 'entry' | 'sheet'>): boolean =>
  one.file === other.file && one.entry === other.entry && one.sheet === other.sheet

/** What counts for a table: its own answer, else the one for all. */
export function answerOf(answers: FigureReadAnswers, place: TablePlace): Reading {
  const { order, year, network, period } = answers.tables.find((one) => samePlace(one, place)) ?? {}
  return { ...answers.all, ...(order && { order }), ...(year && { year }), ...(network && { network }), ...(period && { period }) }
}

export function answerTable(answers: FigureReadAnswers, place: TablePlace, reading: Reading): FigureReadAnswers {
  const before = answers.tables.find((one) => samePlace(one, place)) ?? { file: place.file, entry: place.entry, sheet: place.sheet }
  return { ...answers, tables: [...answers.tables.filter((one) => !samePlace(one, place)), { ...before, ...reading }] }
}

/** Answers for each of several tables at once. */
export const answerTables = (answers: FigureReadAnswers, places: readonly TablePlace[], reading: Reading): FigureReadAnswers =>
  places.reduce((before, place) => answerTable(before, place, reading), answers)

export const answerChannel = (answers: FigureReadAnswers, source: string, channelId: string | null): FigureReadAnswers => ({
  ...answers,
  channels: [...answers.channels.filter((one) => one.source !== source), { source, channelId }]
})

/** Questions about tables, those answered before included, as long as their table is there. */
export function askedTables(before: readonly AskedTable[], draft: FigureImportDraft): AskedTable[] {
  const now = draft.questions.flatMap((question): AskedTable[] => {
    if (question.kind === 'channel') return []
    const place = draft.tables[question.table]
    return place ? [{ kind: question.kind, question, place }] : []
  })
  const isAsked = (one: AskedTable): boolean => now.some((other) => other.kind === one.kind && samePlace(other.place, one.place))
  const isThere = (one: AskedTable): boolean => draft.tables.some((table) => samePlace(table, one.place))
  return [...before.filter((one) => !isAsked(one) && isThere(one)), ...now].sort((a, b) => a.kind.localeCompare(b.kind) || a.place.file - b.place.file)
}

/** Questions about whose account it is, those answered before included. */
export function askedChannels(before: readonly ChannelQuestion[], draft: FigureImportDraft): ChannelQuestion[] {
  const now = draft.questions.filter((question) => question.kind === 'channel')
  const sources = new Set(draft.tables.flatMap(({ accounts }) => accounts.map(({ source }) => source)))
  return [...before.filter((one) => sources.has(one.source) && !now.some(({ source }) => source === one.source)), ...now]
}

/** Both readings of a date that can be two: day and month, by which comes first. Undefined where it is no such date. */
export function bothReadings(example: string): { dmy: string; mdy: string } | undefined {
  const found = /^\D*(\d{1,2})\D+(\d{1,2})(?:\D+(\d{2,4}))?/.exec(example)
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[2])]
  const year = found[3] === undefined ? 2024 : Number(found[3].length === 2 ? `20${found[3]}` : found[3])
  const dayOf = (month: number, date: number): string | undefined => {
    const day = new Date(Date.UTC(year, month - 1, date))
    return month > 12 || day.getUTCDate() !== date ? undefined : day.toISOString().slice(0, 10)
  }
  const [dmy, mdy] = [dayOf(second, first), dayOf(first, second)]
  return dmy === undefined || mdy === undefined ? undefined : { dmy, mdy }
}
