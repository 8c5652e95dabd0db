import { computed, type ComputedRef } from 'vue'
import { useText } from '../../ui'
import { once } from './day-formats'

/** Counts that a month says over and over: each is put into words once. */
export interface CountWords {
  /** `48 posts` */
  posts(n: number): string
  /** `+44` */
  more(n: number): string
}

export function useCountWords(): ComputedRef<CountWords> {
  const { t } = useText()
  return computed(() => {
    // Said here, so that all are made anew for another language.
    const none = t('calendar.posts', { n: 0 })
    return { posts: once((n) => (n === 0 ? none : t('calendar.posts', { n }))), more: once((n) => t('calendar.more', { n })) }
  })
}
