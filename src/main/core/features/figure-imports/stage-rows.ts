import { createHash } from 'node:crypto'
import type { FigureDraft } from '../../../../shared/features/figures/figure-draft'
import type { FigureReader, SkippedRow, SkipReason } from '../../../../shared/features/figures/figure-reader'
import type { ReadEvent } from '../../../../shared/parse/protocol'
import type { Tx } from '../../context'
import { insertRows, StagedRows, type StagedSubject } from './figure-rows.repository'

/** An account of a table, as its rows are kept. */
export interface StageTarget {
  fileId: string
  network: string
  channelId: string
  /** What a subject of it is known by. */
  keyOf: (draft: FigureDraft) => string
}

/** A table whose rows are kept. */
export interface StagedTable {
  reader: FigureReader
  measuredAt: string
  /** In the order of the accounts; undefined for one whose channel is not known yet. */
  targets: readonly (StageTarget | undefined)[]
  /** Filled as the rows go by. */
  skipped: SkippedRow[]
  skippedCounts: Partial<Record<SkipReason, number>>
}

const ROWS_AT_ONCE = 2500
const MOST_LISTED = 1000
const MOST_KEY = 400

/** Keys that are whole captions are told by their hash, so that an index of them stays small. */
const shortKey = (key: string): string => (key.length <= MOST_KEY ? key : `${key.slice(0, 40)}#${createHash('sha256').update(key).digest('hex').slice(0, 32)}`)

/** In the order of their names, so that the same figures are the same text. */
function inOrder(values: Record<string, number>): Record<string, number> {
  const names = Object.keys(values)
  if (names.every((name, at) => at === 0 || (names[at - 1] ?? '') <= name)) return values
  return Object.fromEntries(names.sort().map((name) => [name, values[name] ?? 0]))
}

/** Ads that are known by their names, which several may have. */
const isNamedAd = ({ subject: { kind, key } }: FigureDraft): boolean => kind === 'ad' && key !== 'account' && !/^(?:ad|ad-set|campaign)-id:/.test(key)

/** Tells ads of one name and period in a table apart by their order, so that what each cost counts. */
class NamesTold {
  private readonly seen = new Map<string, number>()

  told(draft: FigureDraft, key: string): string {
    if (!isNamedAd(draft)) return key
    const place = `${draft.account} ${draft.startsOn} ${draft.endsOn} ${key}`
    const count = (this.seen.get(place) ?? 0) + 1
    this.seen.set(place, count)
    return count === 1 ? key : `${key} #${count}`
  }
}

class Batch {
  readonly rows = new StagedRows()
  readonly subjects: StagedSubject[] = []
  private readonly places = new Map<StageTarget, Map<string, number>>()

  add({ line, subject, startsOn, endsOn, values, more, raw }: FigureDraft, key: string, target: StageTarget, measuredAt: string): void {
    const { network, channelId, fileId } = target
    const said = [
      subject.kind, network, channelId, key, subject.title ?? '', subject.text ?? '', subject.permalink ?? '', subject.format ?? '', subject.publishedAt ?? '',
      subject.campaign ?? '', subject.adSet ?? '', subject.ad ?? '', subject.currency ?? ''
    ]
    const before = this.subjects.length
    const place = this.place(target, `${subject.kind} ${key}`, said)
    this.rows.add({ fileId, line, subject: place, first: place === before, startsOn, endsOn, measuredAt, values, more: inOrder(more), raw })
  }

  /** Of two rows about the same, the later one words it. */
  private place(target: StageTarget, known: string, said: StagedSubject): number {
    let places = this.places.get(target)
    if (!places) this.places.set(target, (places = new Map()))
    const place = places.get(known)
    if (place !== undefined) {
      this.subjects[place] = said
      return place
    }
    places.set(known, this.subjects.length)
    return this.subjects.push(said) - 1
  }
}

/** Second walk: turns the rows of the tables to keep into figures and writes them by batches. Nothing is held beyond a batch. */
export class RowStage {
  private table = -1
  private batch = new Batch()
  private names = new NamesTold()
  /** One batch is written while the next is read. */
  private written: Promise<void> = Promise.resolve()

  constructor(
    private readonly tables: readonly (StagedTable | undefined)[],
    private readonly write: (run: (tx: Tx) => Promise<void>) => Promise<void>
  ) {}

  async take(event: ReadEvent): Promise<void> {
    if (event.kind === 'table') {
      this.table += 1
      this.names = new NamesTold()
    }
    if (event.kind !== 'rows') return
    const table = this.tables[this.table]
    if (!table) return
    const { drafts, skipped } = table.reader.drafts(event.rows)
    for (const { line, reason } of skipped) {
      table.skippedCounts[reason] = (table.skippedCounts[reason] ?? 0) + 1
      if (table.skipped.length < MOST_LISTED) table.skipped.push({ line, reason })
    }
    for (const draft of drafts) {
      const target = table.targets[draft.account]
      if (target) this.batch.add(draft, this.names.told(draft, shortKey(target.keyOf(draft))), target, table.measuredAt)
    }
    if (this.batch.rows.count >= ROWS_AT_ONCE) await this.handOver()
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    await this.handOver()
    await this.written
  }

  private async handOver(): Promise<void> {
    await this.written
    const { rows, subjects } = this.batch
    if (rows.count === 0) return
    this.batch = new Batch()
    this.written = this.write((tx) => insertRows(tx, rows, subjects))
    // Thrown where it is waited for.
    this.written.catch(() => undefined)
  }
}
