import type { AppOutputs } from '@shared/contract'
import { shallowRef, onScopeDispose, watch } from 'vue'
import { subscribeEvents, useApi } from '../../../api'
import { useSaveState } from '../../../app'
import { useAnalyticsScope } from '../analytics-scope.store'

export type EventOnChart = AppOutputs['annotations']['list']['annotations'][number]

/** Events of the days that are shown; read again after every change, also one that was undone. */
export function useAnnotations() {
  const api = useApi()
  const scope = useAnalyticsScope()
  const annotations = shallowRef<EventOnChart[]>([])

  async function load(): Promise<void> {
    const { clientId, from, to } = scope.scope
    if (clientId === '') return
    const found = await api.annotations.list({ clientId, from, to }).catch(() => undefined)
    if (found && clientId === scope.scope.clientId && from === scope.scope.from && to === scope.scope.to) annotations.value = found.annotations
  }
  const stop = subscribeEvents((event) => {
    if (event.type === 'ready' || (event.type === 'workspace.changed' && event.clientId === scope.scope.clientId && event.tables.includes('annotation'))) void load()
  })
  onScopeDispose(stop)
  watch(() => [scope.scope.clientId, scope.scope.from, scope.scope.to].join(), () => void load(), { immediate: true })
  return annotations
}

/** Writes events; each is a step that can be undone. */
export function useAnnotationWriter() {
  const api = useApi()
  const scope = useAnalyticsScope()
  const saving = useSaveState()
  type Fields = Pick<EventOnChart, 'startsOn' | 'endsOn' | 'text' | 'channelId'>
  return {
    create: (fields: Fields) => saving.track(api.annotations.create({ clientId: scope.scope.clientId, ...fields })),
    update: (annotationId: string, fields: Fields) => saving.track(api.annotations.update({ clientId: scope.scope.clientId, annotationId, ...fields })),
    remove: (annotationId: string) => saving.track(api.annotations.remove({ clientId: scope.scope.clientId, annotationId }))
  }
}
