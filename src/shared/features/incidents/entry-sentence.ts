import type { IncidentLogKey } from '../../i18n/en/incident-log'
import type { IncidentEntry } from './incidents.schema'

type Say = (key: IncidentLogKey, values?: Readonly<Record<string, string | number | undefined>>) => string

/** What the app noted by itself, as a sentence; undefined for what a person wrote. `when` writes an instant. */
export function entrySentence({ action, data }: Pick<IncidentEntry, 'action' | 'data'>, say: Say, when: (instant: string) => string): string | undefined {
  if (action === '') return undefined
  const at = (value: string | number | undefined): string => (typeof value === 'string' && value !== '' ? when(value) : '–')
  const values = { ...data, planned: at(data.planned), to: at(data.to) }
  if (action === 'frozen') return say(data.channels ? 'incidentLog.action.frozen.some' : 'incidentLog.action.frozen.all', values)
  return say(`incidentLog.action.${action}`, values)
}
