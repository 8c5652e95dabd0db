import type { Component } from 'vue'

/** A state's tone. Always shown with a shape or a word beside the color. */
export type Tone = 'neutral' | 'ok' | 'info' | 'warn' | 'danger' | 'accent'

export type ControlSize = 'small' | 'medium'

/** One choice of a select, a segmented control or tabs. `count` is shown after the label; thousands come written by the locale. */
export interface ChoiceOption<V extends string = string> {
  value: V
  label: string
  icon?: Component
  disabled?: boolean
  count?: number | string
  /** Shown as an icon only; the label becomes its name and tooltip. */
  iconOnly?: boolean
}

/** What an entry of a menu says and does. `separator` draws a line before it. */
export interface MenuEntry {
  id: string
  label: string
  icon?: Component
  shortcut?: string
  tone?: 'danger'
  disabled?: boolean
  checked?: boolean
  separator?: boolean
  run?: () => void
}

/** An error as the contract sends it; also anything that was thrown. */
export interface ErrorLike {
  code: string
  data?: Record<string, unknown>
}

/** A column of a `DataTable`. `value` gives what is shown and sorted. */
export interface TableColumn<Row> {
  id: string
  label: string
  value: (row: Row) => string | number | undefined
  align?: 'start' | 'end'
  sortable?: boolean
  /** Any CSS width, for example `120px` or `20%`. */
  width?: string
}

export interface TableSort {
  column: string
  direction: 'ascending' | 'descending'
}
