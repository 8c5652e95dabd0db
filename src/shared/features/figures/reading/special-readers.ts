import type { FigureReader, TableHead } from '../figure-reader'

/** Readers of tables that are not one header and a row for each thing. */
export function specialReader(_head: TableHead): FigureReader | undefined {
  return undefined
}
