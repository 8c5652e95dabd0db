import { defineStore } from 'pinia'
import { onScopeDispose } from 'vue'

/** One thing that Esc can step back from. Gives back false when there is nothing to step back from now. */
export type EscapeStep = () => boolean

/** Esc goes one step back: the step that was added last and has something to undo takes it. */
export const useEscapeSteps = defineStore('escape-steps', () => {
  const steps: EscapeStep[] = []

  function add(step: EscapeStep): () => void {
    steps.push(step)
    const remove = (): void => {
      const at = steps.indexOf(step)
      if (at !== -1) steps.splice(at, 1)
    }
    return remove
  }

  const back = (): boolean => steps.toReversed().some((step) => step())

  return { add, back }
})

/** Adds a step for as long as the component lives. */
export function useEscape(step: EscapeStep): void {
  onScopeDispose(useEscapeSteps().add(step))
}
