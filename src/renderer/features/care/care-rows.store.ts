import type { CareRowsQuery } from '@shared/features/care/care-report.schema'
import { defineStore } from 'pinia'
import { ref } from 'vue'

/** A figure whose rows are asked for. */
export interface RowsTarget {
  title: string
  /** The figure as it is read. */
  shown: string
  query: Partial<CareRowsQuery> & Pick<CareRowsQuery, 'figure'>
}

/** Which rows lie open beside the response times. */
export const useCareRows = defineStore('care-rows', () => {
  const isOpen = ref(false)
  const target = ref<RowsTarget>()
  function open(next: RowsTarget): void {
    target.value = next
    isOpen.value = true
  }
  return { isOpen, target, open }
})
