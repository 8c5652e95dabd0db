import type { AppOutputs } from '../../../shared/contract'
import type { ReportGap, ReportNote } from '../../../shared/features/reports/reports.schema'
import type { MessageKey } from '../../../shared/i18n'
import type { Session } from './session'
import { printable } from './table'

type Made = AppOutputs['reports']['made']
type File = Made['files'][number]

/** What `greenroom report --json` prints of a file. */
export interface MadeFacts extends Pick<File, 'path' | 'pages' | 'bytes' | 'sha256' | 'notes' | 'error' | 'sections' | 'format'>, Pick<Made, 'language' | 'from' | 'to' | 'gaps' | 'reportId'> {}

export function madeFacts({ files, language, from, to, gaps, reportId }: Made): MadeFacts {
  const [file] = files
  return {
    path: file?.path ?? null, pages: file?.pages ?? 0, bytes: file?.bytes ?? 0, sha256: file?.sha256 ?? null, format: file?.format ?? 'pdf',
    language, from, to, sections: file?.sections ?? [], gaps, notes: file?.notes ?? [], reportId, error: file?.error ?? null
  }
}

/** A gap as a sentence; days by the locale of the person. */
export function gapText({ t, formats }: Session, { kind, data }: ReportGap): string {
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, name === 'from' || name === 'to' ? formats.date(String(value)) : value]))
  if (kind !== 'empty-section') return t(`reports.gap.${kind}`, values)
  return t('reports.gap.empty-section', { title: String(data.title || t(`reports.section.${String(data.kind)}` as MessageKey)) })
}

const noteText = ({ t }: Session, { kind, count }: ReportNote): string => t(`reports.note.${kind}`, { n: count })

/** What became of a report, for people. */
export function madeLines(session: Session, made: MadeFacts, name = ''): string[] {
  const { t, formats } = session
  if (made.path === null) return [t('cli.report.failed', { name, reason: made.error?.code ?? '' })]
  const list = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines.map((line) => printable(`  ${line}`))])
  return [
    printable(t('cli.report.made', { path: made.path, n: made.pages, bytes: formats.bytes(made.bytes) })),
    ...list(t('cli.report.gaps'), made.gaps.map((gap) => gapText(session, gap))), ...list(t('cli.report.notes'), made.notes.map((note) => noteText(session, note)))
  ]
}
