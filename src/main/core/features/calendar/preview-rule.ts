import { MAX_SPAN, occurrences, rulePartsOf } from '../../../../shared/calendar'
import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { addDays, clockChanges, type PlainDate, rangeOfDays, resolveWallTime, wallTimeOf } from '../../../../shared/time'
import { assertRule } from './series.service'

/** Days that are shown of a rule, and that are counted. */
const SHOWN = 60

type Preview = AppOutputs['calendar']['previewRule']

/** Days on which the clock skips the time: a series takes the time before the gap, as `repeat` does. */
function gapsOf(days: readonly PlainDate[], time: string, zone: string): Preview['gaps'] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const { from, to } = rangeOfDays(first, last, zone)
  const wanted = new Set(days)
  return clockChanges(zone, from, to)
    .map(({ instant }) => wallTimeOf(instant, zone).date)
    .filter((date) => wanted.has(date))
    .flatMap((date) => {
      const found = resolveWallTime(date, time, zone)
      return found.kind === 'gap' ? [{ date, time: found.before.time }] : []
    })
}

/** The first days that a rule gives, before it is set. @throws AppError `validation.rule` */
export function previewRule({ rule, startsOn, untilOn, time }: Pick<AppInputs['calendar']['previewRule'], 'rule' | 'startsOn' | 'untilOn' | 'time'>, zone: string): Preview {
  assertRule(rule, startsOn)
  const parts = rulePartsOf(rule)
  const endless = untilOn === null && !parts?.has('COUNT') && !parts?.has('UNTIL')
  const found = occurrences({ rule, startsOn, untilOn, excluded: [] }, startsOn, addDays(startsOn, MAX_SPAN))
  // The post itself is the first, whether the rule gives its day or not.
  const days = found[0] === startsOn ? found : [startsOn, ...found]
  return { days: days.slice(0, SHOWN), total: days.length, endless, gaps: gapsOf(days, time, zone) }
}
