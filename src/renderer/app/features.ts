import type { Router, RouteRecordRaw } from 'vue-router'
import type { Pinia } from 'pinia'
import type { NavItem } from './navigation'

/** What a feature's `index.ts` hands to the frame. */
export interface FeatureDoor {
  id: string
  routes?: readonly RouteRecordRaw[]
  nav?: readonly NavItem[]
  /** Runs once before the first screen: provides sources, registers commands, listens to events. */
  setup?: (app: { router: Router; pinia: Pinia }) => void | Promise<void>
}

/** Gives a door its exact type without widening it. */
export function defineFeature(door: FeatureDoor): FeatureDoor {
  return door
}
