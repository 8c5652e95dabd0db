import type { DueTarget } from '@shared/host/due-target'
import { defineStore } from 'pinia'

/** A click on a notice may come before the feature that shows it is set up: it waits here. */
export const useDueTarget = defineStore('due-target', () => {
  let waiting: DueTarget | undefined
  let show: ((target: DueTarget) => unknown) | undefined

  function offer(target: DueTarget): void {
    if (show) void show(target)
    else waiting = target
  }

  function provide(next: (target: DueTarget) => unknown): void {
    show = next
    if (waiting === undefined) return
    void next(waiting)
    waiting = undefined
  }

  return { offer, provide }
})
