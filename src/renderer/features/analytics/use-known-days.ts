import { addMonths, monthOf } from '@shared/time'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useClientShell, useFormats } from '../../app'
import { useText } from '../../ui'
import { useAnalyticsChoices } from './analytics-choices.store'
import { useAnalyticsScope } from './analytics-scope.store'

/** The way on from days without figures: to the last month that has some, else to where files come in. */
export function useKnownDays() {
  const { t } = useText()
  const router = useRouter()
  const shell = useClientShell()
  const choices = useAnalyticsChoices()
  const scope = useAnalyticsScope()
  const formats = useFormats()
  /** Whether nothing was ever imported. */
  const hasNothing = computed(() => choices.days === null)
  const span = computed(() => (choices.days ? t('analytics.none.text', { from: formats.value.date(choices.days.first), until: formats.value.date(choices.days.last) }) : ''))

  function toImports(): void {
    void router.push({ name: 'imports', params: { clientId: shell.currentId } })
  }
  /** The last whole month that figures are of. */
  function showKnown(): void {
    const last = choices.days?.last
    if (!last) return
    const month = monthOf(last).last === last ? last : addMonths(last, -1)
    const { first } = monthOf(month)
    scope.chooseDays(first > (choices.days?.first ?? first) || monthOf(month).last === last ? { from: first, to: monthOf(month).last } : { from: monthOf(last).first, to: last })
  }
  return { hasNothing, span, toImports, showKnown }
}
