import { createHash } from 'node:crypto'
import type { ScheduleDraft } from '../../../../shared/features/imports/schedule-draft'
import type { OwnPost } from './own-posts.queries'
import type { ImportRow } from './imports.repository'

/** What a row said, as it is kept: everything but where it stood. */
export type RowValues = Omit<ScheduleDraft, 'line' | 'foreignKey'>

export function valuesOf({ line: _line, foreignKey: _key, ...values }: ScheduleDraft): RowValues {
  return values
}

export interface ComparedRow {
  key: string
  status: 'new' | 'same' | 'changed'
  /** The row that came before. */
  before: ImportRow | null
  /** The post that the row is, where it is one already. */
  postId: string | null
  changes: (keyof RowValues)[]
}

function parseValues(json: string): Partial<RowValues> {
  return JSON.parse(json) as Partial<RowValues>
}

const changed = (before: Partial<RowValues>, after: RowValues): (keyof RowValues)[] =>
  (Object.keys(after) as (keyof RowValues)[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

const slotOf = ({ planned, networks, channelNames }: Partial<RowValues>): string | null =>
  planned ? JSON.stringify([planned.date, planned.time, networks, channelNames]) : null

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/**
 * What a row is known by when its file comes again: the other tool's own id, else what it says and on which day. The same
 * words twice on a day are told apart by their order.
 */
function keyOf(format: string, draft: ScheduleDraft, seen: Map<string, number>): string {
  if (draft.foreignKey !== '') return `${format}:id:${draft.foreignKey}`
  const said = JSON.stringify([fold(draft.title), fold(draft.text), draft.planned?.date ?? '', draft.networks, draft.channelNames])
  const hash = createHash('sha256').update(said).digest('hex').slice(0, 32)
  const times = (seen.get(hash) ?? 0) + 1
  seen.set(hash, times)
  return `${format}:said:${hash}:${times}`
}

/** Tells new rows from those that came before. One with other words at the same time on the same channels is that post, changed. */
/** Our own layout names posts by their id; a further line of the same post, for another channel, adds `/2`. */
const OWN_FORMAT = 'greenroom'
/** Entries of a calendar that the plan was written to: `<post>@greenroom`, a further one `<post>-2@greenroom`. */
const ownEntry = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:-\d+)?@greenroom$/

/** The post that a row of one of our own files was written from; undefined for other files. */
export function ownPostId(format: string, foreignKey: string): string | undefined {
  return format === OWN_FORMAT ? foreignKey.split('/', 1)[0] : ownEntry.exec(foreignKey)?.[1]
}

/** What a line of our own layout says otherwise than the post does now, on none of its channels. */
function changedOwn(post: OwnPost, { foreignKey, title, text, link, firstComment, notes, owner, labels, planned }: ScheduleDraft): (keyof RowValues)[] {
  // Further lines are of single channels: what they say is theirs.
  if (foreignKey.includes('/')) return []
  const time = planned ? `${planned.date} ${planned.time} ${planned.zone}` : ''
  const says: Partial<Record<keyof RowValues, boolean>> = {
    title: title !== post.title,
    text: !post.texts.has(text),
    link: !post.links.has(link),
    firstComment: !post.firstComments.has(firstComment),
    notes: notes !== post.notes,
    owner: owner !== post.owner,
    labels: JSON.stringify([...labels].sort()) !== JSON.stringify(post.labels),
    planned: planned !== null && !post.times.has(time)
  }
  return (Object.keys(says) as (keyof RowValues)[]).filter((field) => says[field])
}

export class RowComparer {
  private readonly byKey: Map<string, ImportRow>
  private readonly seen = new Map<string, Map<string, number>>()
  private readonly matched = new Set<string>()

  constructor(
    rows: readonly ImportRow[],
    private readonly ownPosts: ReadonlyMap<string, OwnPost> = new Map()
  ) {
    this.byKey = new Map(rows.map((row) => [row.row_key, row]))
  }

  /** All drafts of one format, in the order of the file. */
  compare(format: string, drafts: readonly ScheduleDraft[]): ComparedRow[] {
    const seen = this.seen.get(format) ?? new Map<string, number>()
    this.seen.set(format, seen)
    const keyed = drafts.map((draft) => ({ draft, key: keyOf(format, draft, seen) }))
    for (const { key } of keyed) if (this.byKey.has(key)) this.matched.add(key)
    const slots = this.freeSlots(format)
    return keyed.map(({ draft, key }) => {
      const own = this.ownPosts.get(ownPostId(format, draft.foreignKey) ?? '')
      if (own) {
        // A calendar entry holds the words of a post in another order: it says which post it is, and nothing new.
        const changes = format === OWN_FORMAT ? changedOwn(own, draft) : []
        return { key, status: changes.length > 0 ? 'changed' : 'same', before: null, postId: own.id, changes }
      }
      const values = valuesOf(draft)
      const before = this.byKey.get(key) ?? this.inSlot(slots, values)
      if (!before) return { key, status: 'new', before: null, postId: null, changes: [] }
      const changes = changed(parseValues(before.values_json), values)
      return { key, status: changes.length > 0 ? 'changed' : 'same', before, postId: before.post_id, changes }
    })
  }

  /** Rows of before that no row of now is known by, by when and where; only where there is one. */
  private freeSlots(format: string): Map<string, ImportRow | null> {
    const slots = new Map<string, ImportRow | null>()
    for (const row of this.byKey.values()) {
      if (row.format !== format || this.matched.has(row.row_key) || row.row_key.startsWith(`${format}:id:`)) continue
      const slot = slotOf(parseValues(row.values_json))
      if (slot !== null) slots.set(slot, slots.has(slot) ? null : row)
    }
    return slots
  }

  private inSlot(slots: Map<string, ImportRow | null>, values: RowValues): ImportRow | null {
    const slot = slotOf(values)
    const row = slot === null ? null : (slots.get(slot) ?? null)
    if (slot !== null) slots.delete(slot)
    return row
  }
}
