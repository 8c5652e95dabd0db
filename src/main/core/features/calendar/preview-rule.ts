import { MAX_SPAN, occurrences, rulePartsOf } from '../../../../shared/calendar'
import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { addDays } from '../../../../shared/time'
import { assertRule } from './series.service'

/** Days that are shown of a rule, and that are counted. */
const SHOWN = 60

/** The first days that a rule gives, before it is set. @throws AppError `validation.rule` */
export function previewRule({ rule, startsOn, untilOn }: Pick<AppInputs['calendar']['previewRule'], 'rule' | 'startsOn' | 'untilOn'>): AppOutputs['calendar']['previewRule'] {
  assertRule(rule, startsOn)
  const parts = rulePartsOf(rule)
  const endless = untilOn === null && !parts?.has('COUNT') && !parts?.has('UNTIL')
  const found = occurrences({ rule, startsOn, untilOn, excluded: [] }, startsOn, addDays(startsOn, MAX_SPAN))
  // The post itself is the first, whether the rule gives its day or not.
  const days = found[0] === startsOn ? found : [startsOn, ...found]
  return { days: days.slice(0, SHOWN), total: days.length, endless }
}
