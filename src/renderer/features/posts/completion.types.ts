import type { Component } from 'vue'

/** Something that can be put where the caret is. */
export interface Completion {
  id: string
  label: string
  /** A quiet fact beside it. */
  detail?: string
  /** The group it is listed under. */
  group?: string
  icon?: Component
  /** The text that goes in. */
  insert?: string
  /** What else is done, after the text is in. */
  run?: () => unknown
}
