import { detectSchedule, rememberedKey, type Remembered, type ScheduleLayout } from '../../../../shared/features/imports/schedule-detect'
import { describeFigures, type FiguresFound } from '../../../../shared/features/figures/describe-figures'
import type { ColumnMapping } from '../../../../shared/features/imports/imports.contract'
import type { FoundTable } from './read-files.service'

export interface PlanTable {
  table: FoundTable
  layout: ScheduleLayout
}

export interface FiguresTable {
  table: FoundTable
  figures: FiguresFound
}

/** Below this a table is taken only where it is the only one of its file. */
const CLEAR = 0.4

export const rememberMappings = (mappings: readonly ColumnMapping[]): Remembered =>
  new Map(mappings.map(({ format, key, target }) => [rememberedKey(format, key), target]))

/** What is said of a plan where nothing was recognized: figures that were recognized count for more. */
const SURER = 0.05

/** Parts the tables that hold plans from those that are exports of figures. */
export function sortTables(tables: readonly FoundTable[], remembered: Remembered): { plans: PlanTable[]; figures: FiguresTable[] } {
  const plans: PlanTable[] = []
  const figures: FiguresTable[] = []
  for (const table of tables) {
    const layout = detectSchedule(table, remembered)
    const found = describeFigures(table)
    if (found && (!layout || found.score + SURER > layout.score)) figures.push({ table, figures: found })
    else if (layout) plans.push({ table, layout })
  }
  // Beside figures an unclear table is a cover sheet, not a plan.
  const counted = new Set(figures.map(({ table }) => table.file))
  return { plans: clearPlans(plans).filter(({ table, layout }) => layout.score >= CLEAR || !counted.has(table.file)), figures }
}

/** Of a workbook's sheets those that clearly are plans, else the likeliest one. */
function clearPlans(found: readonly PlanTable[]): PlanTable[] {
  const files = new Set(found.map(({ table }) => table.file))
  return [...files].flatMap((file) => {
    const ofFile = found.filter(({ table }) => table.file === file)
    const clear = ofFile.filter(({ layout }) => layout.score >= CLEAR)
    if (clear.length > 0) return clear
    return ofFile.sort((a, b) => b.layout.score - a.layout.score).slice(0, 1)
  })
}
