import type { MappedLayout } from '@shared/features/figures/figure-reader'
import type { ShallowRef } from 'vue'
import { useApi } from '../../api'
import { useNotices } from '../../app'
import { useText } from '../../ui'
import { useWrites } from '../records'
import { layoutFileText, readLayoutFile } from './layout-draft.rules'

/** Lets the person choose one small file; undefined when none was chosen. */
function chooseFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = '.json,application/json'
    field.addEventListener('change', () => resolve(field.files?.[0]), { once: true })
    field.addEventListener('cancel', () => resolve(undefined), { once: true })
    field.click()
  })
}

/** Layouts as small files: one is written for a colleague, one of a colleague is taken over. */
export function useLayoutFiles(): {
  failure: ShallowRef<unknown>
  takeOver: () => Promise<boolean>
  hand: (layouts: readonly MappedLayout[]) => void
} {
  const { t } = useText()
  const api = useApi()
  const notices = useNotices()
  const { failure, write } = useWrites()

  async function takeOver(): Promise<boolean> {
    const file = await chooseFile()
    if (!file) return false
    const layouts = readLayoutFile(await file.text())
    if (!layouts) {
      notices.show({ text: t('figureImports.layouts.notOne', { name: file.name }) })
      return false
    }
    const taken = await write((clientId) => api.figureImports.putLayouts({ clientId, layouts }), t('figureImports.layouts.taken', { n: layouts.length }))
    return taken !== undefined
  }

  function hand(layouts: readonly MappedLayout[]): void {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([layoutFileText(layouts)], { type: 'application/json' }))
    link.download = `${layouts[0]?.name ?? 'layouts'}.layout.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return { failure, takeOver, hand }
}
