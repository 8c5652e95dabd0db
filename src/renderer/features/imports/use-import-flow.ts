import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useFigureImport } from './figures.store'
import { useImports } from './imports.store'

export type ImportView = 'home' | 'figures' | 'plan'

/** Which of the three a person looks at: what is due and came in before, the figures dropped now, or the plans dropped now. */
export const useImportFlow = defineStore('import-flow', () => {
  const figures = useFigureImport()
  const plan = useImports()
  const wanted = ref<ImportView>()
  /** Files of unknown tables that a person said to be plans. */
  const asPlan = ref<readonly number[]>([])

  const planFiles = computed<readonly number[]>(() => {
    const found = (figures.draft?.plans ?? []).map(({ file }) => file)
    return [...new Set([...found, ...asPlan.value])].sort((a, b) => a - b)
  })
  const hasPlan = computed(() => planFiles.value.length > 0)
  /** Something besides planned posts, so that there is a choice. */
  const hasFigures = computed(() => {
    const { draft } = figures
    if (!draft || figures.done) return false
    const unknown = draft.unknown.filter(({ file }) => !planFiles.value.includes(file))
    return draft.tables.length + unknown.length + (hasPlan.value ? 0 : draft.refused.length) > 0
  })
  const view = computed<ImportView>(() => {
    if (!figures.here || (!figures.draft && !plan.here)) return 'home'
    if (wanted.value === 'home') return 'home'
    if (wanted.value === 'plan' && hasPlan.value) return 'plan'
    if (hasFigures.value) return 'figures'
    return hasPlan.value ? 'plan' : figures.done ? 'home' : 'figures'
  })

  // The plans among the files are read as soon as they are known, so that their count stands beside that of the figures.
  watch(
    () => [planFiles.value, figures.draft] as const,
    ([found]) => {
      const tokens = found.flatMap((file) => figures.files[file]?.token ?? [])
      if (figures.clientId !== undefined && tokens.length > 0) void plan.take(figures.clientId, tokens)
    }
  )
  // Other files were dropped: what was looked at before says nothing of them.
  watch(
    () => figures.files,
    (files) => {
      wanted.value = undefined
      if (files.length === 0) {
        asPlan.value = []
        plan.reset()
      }
    }
  )

  const show = (next: ImportView): void => void (wanted.value = next)
  function readAsPlan(file: number): void {
    asPlan.value = [...asPlan.value, file]
    wanted.value = 'plan'
  }
  /** After the figures came in: on to the plans that came with them, else to what is covered now. */
  const proceed = (): void => show(hasPlan.value && !plan.done ? 'plan' : 'home')

  return { planFiles, hasPlan, hasFigures, view, show, readAsPlan, proceed, reset: () => figures.reset() }
})
