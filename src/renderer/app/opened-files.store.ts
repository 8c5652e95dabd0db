import type { OpenedFile } from '@shared/host/host-line'
import { defineStore } from 'pinia'

type Taker = (files: readonly OpenedFile[]) => void

/** Files that were opened with the desktop app wait here until a feature takes them. */
export const useOpenedFiles = defineStore('opened-files', () => {
  const waiting: OpenedFile[] = []
  let taker: Taker | undefined

  function offer(files: readonly OpenedFile[]): void {
    if (taker) taker(files)
    else waiting.push(...files)
  }

  function provide(next: Taker): void {
    taker = next
    if (waiting.length > 0) next(waiting.splice(0))
  }

  return { offer, provide }
})
