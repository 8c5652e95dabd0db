import { parseRichText } from '../../../../../shared/features/reports/rich-text'
import type { Entry } from '../../../../../shared/reports/report-data'
import { listLearnings } from '../../learnings'
import type { ReportContext, SectionWriter } from '../report-context'

type Learning = Awaited<ReturnType<typeof listLearnings>>[number]

function toEntry({ words }: ReportContext, one: Learning): Entry {
  const { t } = words
  const part = (label: string, text: string) => (text.trim() === '' ? [] : [{ label, text: parseRichText(text) }])
  const [first, ...more] = one.observation.trim().split('\n')
  return {
    title: first ?? '',
    parts: [
      ...(more.join('\n').trim() === '' ? [] : [{ label: '', text: parseRichText(more.join('\n')) }]),
      ...part(t('report.learnings.decision'), one.decision), ...part(t('report.learnings.experiment'), one.experiment), ...part(t('report.learnings.result'), one.result)
    ],
    facts: `${t('report.learnings.observed', { date: words.day(one.observedOn) })} · ${t(`report.learnings.state.${one.state}`)}`
  }
}

/** What was observed in the period, and what came of earlier observations in it. */
export const writeLearnings: SectionWriter = async (context, { options }) => {
  const { from, to } = context.report
  const inPeriod = (day: string | null): boolean => day !== null && day >= from && day <= to
  const said = (await listLearnings(context.db))
    .filter((one) => inPeriod(one.observedOn) || (inPeriod(one.reviewOn) && one.result.trim() !== ''))
    .toSorted((a, b) => (a.observedOn < b.observedOn ? 1 : -1))
    .slice(0, options.count ?? 6)
  return said.length === 0 ? [] : [{ kind: 'entries', title: null, entries: said.map((one) => toEntry(context, one)) }]
}
