import type { ReadTable, ScheduleItem } from '@shared/features/imports/imports.contract'
import { networkFlags, scheduleFields, type ColumnTarget } from '@shared/features/imports/schedule-fields'
import { hasMessage, type Translator } from '@shared/i18n'
import type { Tone } from '../../ui'

type Column = ReadTable['columns'][number]
type Status = ScheduleItem['status']

export const statuses: readonly Status[] = ['new', 'changed', 'same', 'error']

export const toneOf: Readonly<Record<Status, Tone>> = { new: 'ok', changed: 'info', same: 'neutral', error: 'danger' }

/** Networks are told by their name, everything else as it is. */
function networkName(value: string, t: Translator): string {
  const key = `ui.network.${value}`
  return hasMessage(key) ? t(key) : value
}

/** What a row says of itself: what is wrong with it, or what a changed one says otherwise. */
export function remarks(item: ScheduleItem, t: Translator): string[] {
  const fields = item.changes.map((field) => {
    const key = [`imports.field.${field}`, `imports.target.${field}`].find(hasMessage)
    return key && hasMessage(key) ? t(key).toLowerCase() : field
  })
  const changes = fields.length > 0 ? [t('imports.table.changes', { fields: [...new Set(fields)].join(', ') })] : []
  return [...changes, ...item.problems.map(({ code, column, value }) => t(`imports.problem.${code}`, { column, value: networkName(value, t) }))]
}

/** `Dec 1, 2026, 9:00 AM`, in the words of the client, of a clock that hangs anywhere. */
export function whenText(planned: ScheduleItem['planned'], locale: string): string {
  if (!planned) return ''
  const wall = new Date(`${planned.date}T${planned.time}:00Z`)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(wall)
}

function targetLabel(target: ColumnTarget, t: Translator): string {
  if (!target.startsWith('network:')) return t(`imports.target.${target as Exclude<ColumnTarget, `network:${string}`>}`)
  const key = `ui.network.${target.slice('network:'.length)}`
  return t('imports.target.network', { network: hasMessage(key) ? t(key) : target })
}

/** What a column can hold; nothing chosen comes first. */
export function targetOptions(t: Translator): { value: ColumnTarget | ''; label: string }[] {
  const targets: ColumnTarget[] = [...scheduleFields, ...networkFlags]
  return [
    { value: '', label: t('imports.columns.open') },
    { value: 'ignore', label: t('imports.target.ignore') },
    ...targets.map((target) => ({ value: target, label: targetLabel(target, t) }))
  ]
}

export const isUnknown = ({ target, filled }: Column): boolean => target === null && filled > 0

/** Columns that a known layout has, that hold something, and that posts have no place for. */
export const leftOut = ({ columns }: ReadTable): string[] => columns.filter(({ target, source, filled }) => target === 'ignore' && source === 'format' && filled > 0).map(({ header }) => header)
