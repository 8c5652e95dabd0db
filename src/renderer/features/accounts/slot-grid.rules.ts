import type { ChannelSlot } from '@shared/features/channels/accounts.schema'

/** A slot as it is set; its weekday is ISO (1 is Monday). */
export type Slot = Pick<ChannelSlot, 'weekday' | 'time' | 'pillarId'>
export interface Cell {
  weekday: number
  hour: number
}

const first = { monday: 1, sunday: 7, saturday: 6 } as const
export type WeekStart = keyof typeof first

/** ISO weekdays in the order of the client's week. */
export function weekdaysOf(start: WeekStart): number[] {
  return Array.from({ length: 7 }, (_, index) => ((first[start] - 1 + index) % 7) + 1)
}

/** A day that falls on a weekday, for its name: the week of Monday, January 5, 2026. */
export const dayNamed = (weekday: number): Date => new Date(Date.UTC(2026, 0, 4 + weekday))

export const hourOf = (time: string): number => Number(time.slice(0, 2))
export const timeOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** Hours of a working day, and further out as far as there are slots. */
export function shownHours(slots: readonly Slot[], all: boolean): number[] {
  const hours = slots.map(({ time }) => hourOf(time))
  const from = all ? 0 : Math.min(7, ...hours)
  const to = all ? 23 : Math.max(21, ...hours)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** A clock time as it is typed: `9`, `930`, `9.30` and `09:30` are all half past or on the hour; undefined for what is none. */
export function readTime(text: string): string | undefined {
  const parts = /^(\d{1,2})(?:[:. h]?([0-5]\d))?h?$/i.exec(text.trim())
  const hour = Number(parts?.[1] ?? 24)
  return hour > 23 ? undefined : `${String(hour).padStart(2, '0')}:${parts?.[2] ?? '00'}`
}

export const slotsIn = <S extends Slot>(slots: readonly S[], cell: Cell): S[] =>
  slots.filter((slot) => slot.weekday === cell.weekday && hourOf(slot.time) === cell.hour).toSorted((a, b) => a.time.localeCompare(b.time))

const same = (a: Slot, b: Slot): boolean => a.weekday === b.weekday && a.time === b.time

export function withSlot(slots: readonly Slot[], slot: Slot): Slot[] {
  return [...slots.filter((other) => !same(other, slot)), slot]
}
export function withoutSlot(slots: readonly Slot[], slot: Slot): Slot[] {
  return slots.filter((other) => !same(other, slot))
}
export function withChange(slots: readonly Slot[], slot: Slot, change: Partial<Slot>): Slot[] {
  return withSlot(withoutSlot(slots, slot), { ...slot, ...change })
}

/** The same time and pillar from Monday to Friday. */
export function onWeekdays(slots: readonly Slot[], slot: Slot): Slot[] {
  return [1, 2, 3, 4, 5].reduce<Slot[]>((all, weekday) => withSlot(all, { ...slot, weekday }), [...slots])
}

/** The cell that an arrow key leads to, or undefined for other keys. The grid does not wrap. */
export function cellAfter(key: string, cell: Cell, weekdays: readonly number[], hours: readonly number[]): Cell | undefined {
  const column = weekdays.indexOf(cell.weekday)
  const row = hours.indexOf(cell.hour)
  const at = (list: readonly number[], index: number) => list[Math.min(list.length - 1, Math.max(0, index))] ?? 0
  switch (key) {
    case 'ArrowLeft':
      return { ...cell, weekday: at(weekdays, column - 1) }
    case 'ArrowRight':
      return { ...cell, weekday: at(weekdays, column + 1) }
    case 'ArrowUp':
      return { ...cell, hour: at(hours, row - 1) }
    case 'ArrowDown':
      return { ...cell, hour: at(hours, row + 1) }
    case 'Home':
      return { ...cell, weekday: at(weekdays, 0) }
    case 'End':
      return { ...cell, weekday: at(weekdays, 6) }
    default:
      return undefined
  }
}
