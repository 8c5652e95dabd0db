import type { PlannedTime, PostFormat, VariantState } from '../../../../shared/features/posts/posts.schema'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'

/** The time of a post or of a variant, as the tables have it: all of it or nothing. */
export interface PlannedColumns {
  planned_on: string | null
  planned_time: string | null
  zone: string | null
  planned_pick: PlannedTime['pick']
  planned_instant: string | null
}

export const unplanned: PlannedColumns = { planned_on: null, planned_time: null, zone: null, planned_pick: 'earlier', planned_instant: null }

export interface PostRow extends PlannedColumns {
  search_id: number
  id: string
  stage: 'idea' | 'post'
  idea_column: 'inbox' | 'shaping' | 'ready'
  title: string
  text: string
  link: string
  first_comment: string
  language: string
  campaign_id: string | null
  pillar_id: string | null
  owner: string
  notes: string
  sources: string
  series_id: string | null
  series_on: string | null
  recycle_of: string | null
  template_id: string | null
  import_id: string | null
  import_key: string | null
  position: number
  created_at: string
  updated_at: string
  trashed_at: string | null
}
export type NewPostRow = Omit<PostRow, 'search_id'>

export interface VariantRow extends PlannedColumns {
  id: string
  post_id: string
  channel_id: string
  voice_id: string | null
  format: PostFormat
  text: string | null
  link: string | null
  first_comment: string | null
  parts_json: string | null
  fields_json: string
  own_media: number
  state: VariantState
  state_note: string
  own_time: number
  snoozed_until: string | null
  handed_over_at: string | null
  published_at: string | null
  published_by: string
  permalink: string
  position: number
}
/** With the network of its channel. */
export type VariantOnNetwork = VariantRow & { network: NetworkId }

export function toPlannedColumns(planned: PlannedTime | null): PlannedColumns {
  if (!planned) return unplanned
  const { date, time, zone, pick, instant } = planned
  return { planned_on: date, planned_time: time, zone, planned_pick: pick, planned_instant: instant }
}

export function toPlanned(row: PlannedColumns): PlannedTime | null {
  const { planned_on: date, planned_time: time, zone, planned_pick: pick, planned_instant: instant } = row
  return date !== null && time !== null && zone !== null && instant !== null ? { date, time, zone, pick, instant } : null
}

export function samePlan(one: PlannedColumns, other: PlannedColumns): boolean {
  return (Object.keys(unplanned) as (keyof PlannedColumns)[]).every((column) => one[column] === other[column])
}

/** What a post is called where it has no title: the beginning of its text. */
export const nameOf = (row: Pick<PostRow, 'title' | 'text'>): string => row.title || row.text.replace(/\s+/g, ' ').trim().slice(0, 60)
