import { count, ratio, type FigureUnit } from '../../../../../shared/charts/figure-format'
import { goalProgress, type GoalMetric } from '../../../../../shared/features/goals/goal-progress'
import { oneLine } from '../../../../../shared/features/reports/rich-text'
import { addDays } from '../../../../../shared/time'
import type { Goal } from '../../../../../shared/reports/report-data'
import { listGoals, measure, type KeptGoal } from '../../goals'
import type { ReportContext, SectionWriter } from '../report-context'

const unitOf = (metric: GoalMetric): FigureUnit => (metric === 'engagement_rate' ? ratio : metric === 'revenue' ? { kind: 'number', decimals: 2 } : count)

async function toGoal({ db, words, frame, report }: ReportContext, goal: KeptGoal): Promise<Goal> {
  const { t } = words
  const unit = unitOf(goal.metric)
  const figure = (value: number | null) => words.figure(value, unit)
  // As it stood at the end of the report, not as it stands now.
  const until = report.to < goal.endsOn ? report.to : goal.endsOn
  const { value, asOf } = await measure(db, frame.zone, { ...goal, from: goal.startsOn, to: until })
  const after = addDays(report.to, 1)
  const { done } = goalProgress(goal, value, asOf, after < frame.today ? after : frame.today)
  const name = oneLine(goal.name, 120)
  const percent = done === null ? words.figure(null, ratio) : words.percent(done)
  const ends = words.day(goal.endsOn)
  return {
    name, progress: done, percent,
    status: value === undefined ? t('report.goals.unknown') : t('report.goals.status', { current: figure(value), target: figure(goal.target) }),
    facts: goal.baseline === null ? t('report.goals.ends', { date: ends }) : t('report.goals.began', { baseline: figure(goal.baseline), date: words.day(goal.startsOn), ends }),
    alt: done === null ? t('report.goals.altUnknown', { name }) : t('report.goals.alt', { name, percent, target: figure(goal.target) })
  }
}

/** Goals whose days meet the period, as they stood at its end. */
export const writeGoals: SectionWriter = async (context) => {
  const { from, to, options } = context.report
  const met = (await listGoals(context.db, false)).filter(({ startsOn, endsOn, channelId }) =>
    startsOn <= to && endsOn >= from && (channelId === null || options.channelIds.length === 0 || options.channelIds.includes(channelId)))
  const goals: Goal[] = []
  for (const goal of met) goals.push(await toGoal(context, goal))
  return goals.length === 0 ? [] : [{ kind: 'goals', goals }]
}
