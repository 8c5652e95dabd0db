import { randomUUID } from 'node:crypto'
import type { Tx } from '../../src/main/core/context'
import { figureColumns, type FigureColumn, type SubjectKind } from '../../src/shared/features/figures/figure-columns'
import { believableQuarter } from './figures-quarter'

/** Figures as a file told them. Without days they count over a lifetime. */
export interface SeedRow {
  startsOn?: string
  endsOn?: string
  values: Partial<Record<FigureColumn, number>>
  more?: Record<string, number>
}

export interface SeedSubject {
  kind: SubjectKind
  network: string
  channelId?: string
  key: string
  title?: string
  text?: string
  permalink?: string
  format?: string
  publishedAt?: string
  campaign?: string
  adSet?: string
  ad?: string
  currency?: string
  rows: SeedRow[]
}

export interface SeededFigures {
  importId: string
  /** Ids of the subjects, by `kind network key`. */
  subjects: Map<string, number>
}

const columnsOf = (values: SeedRow['values']) => Object.fromEntries(figureColumns.map((column) => [column, values[column] ?? null]))

async function insertInto(tx: Tx, table: string, rows: object[], size = 200): Promise<void> {
  for (let start = 0; start < rows.length; start += size) await tx(table).insert(rows.slice(start, start + size))
}

async function insertSubjects(tx: Tx, seeds: readonly SeedSubject[]): Promise<number[]> {
  const { last } = (await tx('figure_subject').max({ last: 'id' }).first()) as { last: number | null }
  const ids = seeds.map((_, index) => (last ?? 0) + 1 + index)
  const rows = seeds.map((seed, index) => ({
    id: ids[index], kind: seed.kind, network: seed.network, channel_id: seed.channelId ?? '', subject_key: seed.key,
    title: seed.title ?? '', text: seed.text ?? '', permalink: seed.permalink ?? '', format: seed.format ?? '',
    published_at: seed.publishedAt ?? '', campaign: seed.campaign ?? '', ad_set: seed.adSet ?? '', ad: seed.ad ?? '', currency: seed.currency ?? ''
  }))
  await insertInto(tx, 'figure_subject', rows)
  return ids
}

/** A file a network and kind: its line 1 is the header, so that rows begin at line 2. */
async function insertFiles(tx: Tx, importId: string, seeds: readonly SeedSubject[], measuredAt: string): Promise<Map<string, string>> {
  const groups = new Map<string, SeedSubject[]>()
  for (const seed of seeds) {
    const key = `${seed.network} ${seed.kind}`
    groups.set(key, [...(groups.get(key) ?? []), seed])
  }
  const files = [...groups].map(([key, group], position) => {
    const days = group.flatMap(({ rows, publishedAt }) => rows.map((row) => row.startsOn ?? publishedAt?.slice(0, 10) ?? '')).filter(Boolean).sort()
    return {
      key,
      row: {
        id: randomUUID(), import_id: importId, position, name: `${key.replace(' ', '-')}.csv`, entry: '', sheet: '',
        sha256: position.toString(16).padStart(64, '0'), format: key.replace(' ', '.'), network: group[0]?.network ?? '', kind: group[0]?.kind ?? '',
        channel_id: group[0]?.channelId ?? '', account: '', starts_on: days[0] ?? '', ends_on: days.at(-1) ?? '', measured_at: measuredAt,
        rows: group.reduce((sum, { rows }) => sum + rows.length, 0), facts_json: '{}'
      }
    }
  })
  await insertInto(tx, 'figure_file', files.map(({ row }) => row))
  return new Map(files.map(({ key, row }) => [key, row.id]))
}

/** Writes subjects with their figures as one import that stands: its row, files, rows as read, and what counts now. */
export async function insertFigures(
  tx: Tx,
  seeds: readonly SeedSubject[],
  options: { importId?: string; measuredAt?: string } = {}
): Promise<SeededFigures> {
  const { importId = randomUUID(), measuredAt = '2026-10-01T06:00:00.000Z' } = options
  const total = seeds.reduce((sum, { rows }) => sum + rows.length, 0)
  const files = await insertFiles(tx, importId, seeds, measuredAt)
  await tx('figure_import').insert({
    id: importId, files: files.size, added: total, changed: 0, unchanged: 0, skipped: 0, created_at: measuredAt
  })
  const ids = await insertSubjects(tx, seeds)
  const lines = new Map<string, number>()
  const flat = seeds.flatMap((seed, index) =>
    seed.rows.map((row) => {
      const file = files.get(`${seed.network} ${seed.kind}`) ?? ''
      const line = (lines.get(file) ?? 1) + 1
      lines.set(file, line)
      const counted = {
        subject_id: ids[index], starts_on: row.startsOn ?? '', ends_on: row.endsOn ?? row.startsOn ?? '', measured_at: measuredAt,
        ...columnsOf(row.values), more_json: JSON.stringify(row.more ?? {})
      }
      return { counted, read: { file_id: file, line, ...counted, raw_json: '{}' } }
    })
  )
  await insertInto(tx, 'figure_row', flat.map(({ read }) => read))
  await insertInto(tx, 'figure', flat.map(({ counted }) => counted))
  return { importId, subjects: new Map(seeds.map((seed, index) => [`${seed.kind} ${seed.network} ${seed.key}`, ids[index] ?? 0])) }
}

/**
 * A believable quarter (July to September 2026) of the networks that channels are given for, of instagram, facebook, linkedin,
 * tiktok: days, posts, ads in two currencies, audience, and GA4, with gaps, zeroes and a rename. The same at every call.
 * Run it inside a command: `workspace.command('figureImports.commit', (tx) => seedFigures(tx, channels))`.
 */
export async function seedFigures(tx: Tx, channels: Readonly<Record<string, string>>): Promise<SeededFigures & { seeds: SeedSubject[] }> {
  const seeds = believableQuarter(channels)
  return { ...(await insertFigures(tx, seeds)), seeds }
}
