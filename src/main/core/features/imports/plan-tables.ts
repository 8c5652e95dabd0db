import { detectSchedule, rememberedKey, type Remembered, type ScheduleLayout } from '../../../../shared/features/imports/schedule-detect'
import type { ColumnMapping } from '../../../../shared/features/imports/imports.contract'
import type { FoundTable } from './read-files.service'

export interface PlanTable {
  table: FoundTable
  layout: ScheduleLayout
}

/** Below this a table is taken only where it is the only one of its file. */
const CLEAR = 0.4

export const rememberMappings = (mappings: readonly ColumnMapping[]): Remembered =>
  new Map(mappings.map(({ format, key, target }) => [rememberedKey(format, key), target]))

/** The tables that hold plans: of a workbook's sheets those that clearly do, else the likeliest one. */
export function findPlans(tables: readonly FoundTable[], remembered: Remembered): PlanTable[] {
  const found = tables.flatMap((table) => {
    const layout = detectSchedule(table, remembered)
    return layout ? [{ table, layout }] : []
  })
  const files = new Set(found.map(({ table }) => table.file))
  return [...files].flatMap((file) => {
    const ofFile = found.filter(({ table }) => table.file === file)
    const clear = ofFile.filter(({ layout }) => layout.score >= CLEAR)
    if (clear.length > 0) return clear
    return ofFile.sort((a, b) => b.layout.score - a.layout.score).slice(0, 1)
  })
}
