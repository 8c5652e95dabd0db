import type { OpenedFile } from '@shared/host/host-line'
import { defineStore } from 'pinia'
import { watch } from 'vue'
import { useClientShell } from './client-shell.store'

/** Takes the files, or says with false that it cannot now. */
type Taker = (files: readonly OpenedFile[]) => boolean

/** Files that were opened with the desktop app wait here until a feature takes them: for its set-up, and for a client to be open. */
export const useOpenedFiles = defineStore('opened-files', () => {
  const shell = useClientShell()
  const waiting: OpenedFile[] = []
  let taker: Taker | undefined

  function hand(): void {
    if (!taker || waiting.length === 0) return
    const files = waiting.splice(0)
    if (!taker(files)) waiting.unshift(...files)
  }

  function offer(files: readonly OpenedFile[]): void {
    waiting.push(...files)
    hand()
  }

  function provide(next: Taker): void {
    taker = next
    hand()
  }

  watch(() => shell.currentId, hand)

  return { offer, provide }
})
