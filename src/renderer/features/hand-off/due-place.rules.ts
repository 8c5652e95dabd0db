import type { DueTarget } from '@shared/host/due-target'
import type { RouteLocationRaw } from 'vue-router'

/** The screen that shows what a notice is about. */
export function whereOf(target: DueTarget): RouteLocationRaw {
  if ('variantId' in target) return { name: 'hand-off', params: target }
  if ('conversationId' in target) return { name: 'inbox', params: target }
  return { name: target.screen === 'inbox' ? 'inbox-clients' : 'today' }
}
