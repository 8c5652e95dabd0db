import type { VariantState, VariantStatus } from '@shared/features/posts/posts.schema'
import type { Tone } from '../../ui'

/** From the most to the least pressing: a tile with several channels shows the first of theirs. */
export const STATUSES: readonly VariantStatus[] = [
  'overdue', 'due', 'changes-requested', 'missed', 'in-review', 'draft', 'approved', 'scheduled', 'handed-over', 'published', 'archived'
]

export const statusTones: Readonly<Record<VariantStatus, Tone>> = {
  draft: 'neutral',
  'in-review': 'info',
  'changes-requested': 'warn',
  approved: 'ok',
  scheduled: 'accent',
  due: 'warn',
  overdue: 'danger',
  'handed-over': 'info',
  published: 'ok',
  missed: 'danger',
  archived: 'neutral'
}

const toneColors: Readonly<Record<Tone, string>> = { neutral: 'text-ink-3', ok: 'text-ok', info: 'text-info', warn: 'text-warn', danger: 'text-danger', accent: 'text-accent-text' }

/** The class that gives a status its color. */
export const statusColors = Object.fromEntries(STATUSES.map((status) => [status, toneColors[statusTones[status]]])) as Readonly<Record<VariantStatus, string>>

const ranks = new Map(STATUSES.map((status, rank) => [status, rank]))
const rankOf = (status: VariantStatus): number => ranks.get(status) ?? STATUSES.length

export const mostPressing = (statuses: readonly VariantStatus[]): VariantStatus =>
  statuses.reduce<VariantStatus | undefined>((most, status) => (most === undefined || rankOf(status) < rankOf(most) ? status : most), undefined) ?? 'draft'

/** Columns of the board. What is due or overdue stands in one, since neither is a state that something can be put into. */
export const BOARD_COLUMNS = [
  { id: 'draft', statuses: ['draft'], state: 'draft' },
  { id: 'in-review', statuses: ['in-review'], state: 'in-review' },
  { id: 'changes-requested', statuses: ['changes-requested'], state: 'changes-requested' },
  { id: 'approved', statuses: ['approved'], state: 'approved' },
  { id: 'scheduled', statuses: ['scheduled'], state: 'scheduled' },
  { id: 'due', statuses: ['overdue', 'due'], state: null },
  { id: 'handed-over', statuses: ['handed-over'], state: 'handed-over' },
  { id: 'published', statuses: ['published'], state: 'published' },
  { id: 'missed', statuses: ['missed'], state: 'missed' },
  { id: 'archived', statuses: ['archived'], state: 'archived' }
] as const satisfies readonly { id: VariantStatus; statuses: readonly VariantStatus[]; state: VariantState | null }[]

export type BoardColumn = (typeof BOARD_COLUMNS)[number]
