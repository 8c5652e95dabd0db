import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** A quiet line at the bottom: what was done, and at most one thing to do about it. */
export interface Notice {
  text: string
  action?: { label: string; shortcut?: string; run: () => unknown }
}

const shownFor = 8000

/** At most one line at a time; a newer one takes its place. Nothing here is needed to know what is on screen anyway. */
export const useNotices = defineStore('notices', () => {
  const current = shallowRef<Notice>()
  /** What failed last; it stays until it is put away or something else succeeds. */
  const failure = shallowRef<unknown>()
  /** What screen readers are told politely; also for changes that have no line. */
  const spoken = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(notice: Notice): void {
    failure.value = undefined
    current.value = notice
    announce(notice.text)
    resume()
  }

  function dismiss(): void {
    clearTimeout(timer)
    current.value = undefined
  }

  /** Says why something could not be done: what, why, what to do. It does not go away by itself. */
  function fail(error: unknown): void {
    dismiss()
    failure.value = error
  }

  function dismissFailure(): void {
    failure.value = undefined
  }

  function act(): void {
    const action = current.value?.action
    dismiss()
    void action?.run()
  }

  /** Holds the line while the pointer or the focus is on it. */
  const hold = (): void => clearTimeout(timer)

  function resume(): void {
    clearTimeout(timer)
    timer = setTimeout(dismiss, shownFor)
  }

  /** The same sentence twice is spoken twice: the trailing space makes it new. */
  function announce(text: string): void {
    spoken.value = spoken.value === text ? `${text}\u00A0` : text
  }

  return { current, failure, spoken, show, fail, dismiss, dismissFailure, act, hold, resume, announce }
})
