import type { FractionRect, Point } from '@shared/channels/crop'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What the hand is changing right now and the core does not know yet. */
export type HandChange =
  | { kind: 'focal'; assetId: string; focal: Point }
  | { kind: 'crop'; assetId: string; placementId: string; rect: FractionRect }

/** Shared by the editor and the sheet, so that crops follow while the hand moves. */
export const useCropHand = defineStore('crop-hand', () => {
  const change = shallowRef<HandChange | null>(null)
  return { change }
})
