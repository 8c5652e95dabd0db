import { networkIds, type NetworkId } from '../../channels/catalog.schema'
import { looseKey } from '../../tables/header-key'
import { ownEntry } from '../../tables/own-entry'
import type { SourceRow } from '../../tables/source-table'
import type { PostFormat } from '../posts/posts.schema'
import type { ScheduleColumn, ScheduleLayout } from './schedule-detect'
import { networkWords, postTypeWords, yesWords, type ColumnTarget, type ScheduleField } from './schedule-fields'

/** A filled cell with the column it stands in. */
export interface FieldCell {
  column: ScheduleColumn
  value: string
}

const FORMULA_GUARD = /^'(?=[=+\-@\t\r'])/

/** The cells of a row by what they hold. */
export class RowFields {
  constructor(
    private readonly row: SourceRow,
    private readonly layout: ScheduleLayout
  ) {}

  get line(): number {
    return this.row.line
  }

  all(target: ColumnTarget): FieldCell[] {
    return this.layout.columns
      .filter((column) => column.target === target)
      .map((column) => ({ column, value: this.value(column) }))
      .filter(({ value }) => value.trim() !== '')
  }

  first(target: ScheduleField): FieldCell | undefined {
    return this.all(target)[0]
  }

  text(target: ScheduleField): string {
    return this.first(target)?.value.trim() ?? ''
  }

  /** Every value of columns that hold lists: cut by the separator of the layout, or by what people use. */
  list(target: ScheduleField): string[] {
    return this.all(target).flatMap(({ column, value }) => splitList(value, column.separator)).filter((value) => value !== '')
  }

  /** Values with the gaps between them kept, so that alternative texts stay with their pictures. */
  slots(target: ScheduleField): string[] {
    const columns = this.layout.columns.filter((column) => column.target === target)
    const values = columns.flatMap((column) => splitList(this.value(column), column.separator ?? (columns.length > 1 ? '\0' : '||')))
    while (values.at(-1) === '') values.pop()
    return values
  }

  flags(): NetworkId[] {
    return networkIds.filter((network) => this.all(`network:${network}`).some(({ value }) => isYes(value)))
  }

  flagHeaders(): string[] {
    return this.layout.columns
      .filter(({ target }) => target?.startsWith('network:') === true)
      .filter((column) => isYes(this.value(column)))
      .map(({ header }) => header)
  }

  private value({ index }: ScheduleColumn): string {
    const cell = this.row.cells[index] ?? ''
    return this.layout.unescape ? cell.replace(FORMULA_GUARD, '') : cell
  }
}

export function splitList(value: string, separator?: string): string[] {
  const trimmed = value.trim()
  if (separator === '||') return trimmed.split(/\|\|?/).map((part) => part.trim())
  if (separator !== undefined) return trimmed.split(separator).map((part) => part.trim())
  return trimmed.split(/[\n;,]|\s\|\s/).map((part) => part.trim())
}

export const isYes = (value: string): boolean => yesWords.has(value.trim().toLowerCase())

export const networkNamed = (word: string): NetworkId | undefined => ownEntry(networkWords, looseKey(word))

const asPostType: Readonly<Record<string, PostFormat>> = postTypeWords
export const postTypeNamed = (word: string): PostFormat | undefined => ownEntry(asPostType, looseKey(word))
