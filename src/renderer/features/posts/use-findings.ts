import type { NetworkId } from '@shared/channels/catalog.schema'
import { computed, type ComputedRef } from 'vue'
import type { TabCount } from './ChannelTabs.vue'
import type { EditTarget } from './post-edits.rules'
import type { Composer } from './use-composer'
import type { MediaAsset } from './use-media-assets'

/** A finding as the panel shows it. */
export interface ShownFinding {
  id: string
  code: string
  severity: 'error' | 'warning'
  text: string
  network?: NetworkId
  channel?: string
  source?: string
  sourceDate?: string
  overridden?: boolean
  overriddenAt?: string
  /** What needs no fix, since the export sees to it. */
  note?: string
  fixes: readonly { id: string; label: string; run: () => unknown }[]
}

export interface Findings {
  /** Of the open tab; on the post itself, of all its channels. */
  shown: ComputedRef<readonly ShownFinding[]>
  counts: ComputedRef<ReadonlyMap<EditTarget, TabCount>>
}

export function useFindings(_composer: Composer, _assets: ReadonlyMap<string, MediaAsset>): Findings {
  return { shown: computed(() => []), counts: computed(() => new Map()) }
}
