import { variantStatus } from '@shared/features/posts/post-states'
import type { PlannedTime, VariantState, VariantStatus } from '@shared/features/posts/posts.schema'
import type { Tone } from '../../ui'

/** What is shown of a variant, and its tone. Overdue is overdue: nothing here ever says "sent". */
export function shownStatus(variant: { state: VariantState; planned: PlannedTime | null }, now: string): VariantStatus {
  return variantStatus(variant, now)
}

export function statusTone(status: VariantStatus): Tone {
  switch (status) {
    case 'published':
      return 'ok'
    case 'overdue':
    case 'missed':
      return 'danger'
    case 'due':
    case 'changes-requested':
      return 'warn'
    case 'scheduled':
    case 'approved':
    case 'handed-over':
      return 'info'
    case 'draft':
    case 'in-review':
    case 'archived':
      return 'neutral'
  }
}
