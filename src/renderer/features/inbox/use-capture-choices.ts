import { channelCatalog } from '@shared/channels/catalog'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText, type ChoiceOption } from '../../ui'
import type { InboxChannel } from './inbox-facets.store'

/** Where a message can come from: the client's channels first, then the other networks. Read whenever the form opens. */
export function useCaptureChoices(open: () => boolean): ComputedRef<ChoiceOption[]> {
  const api = useApi()
  const shell = useClientShell()
  const { t } = useText()
  const channels = shallowRef<readonly InboxChannel[]>([])
  watch(
    [open, () => shell.currentId],
    async ([isOpen, clientId]) => {
      if (!isOpen || clientId === undefined) return
      const found = await api.channels.list({ clientId }).catch(() => undefined)
      if (clientId === shell.currentId) channels.value = found?.channels ?? []
    },
    { immediate: true }
  )
  return computed(() => {
    const own = channels.value.map(({ id, name, network }) => ({ value: `${network} ${id}`, label: t('inbox.capture.channel', { network: t(`ui.network.${network}`), name }) }))
    const used = new Set(channels.value.map(({ network }) => network))
    const others = channelCatalog.channels.filter(({ id }) => !used.has(id)).map(({ id }) => ({ value: id as string, label: t(`ui.network.${id}`) }))
    return [...own, ...others, { value: 'mail', label: t('inbox.network.mail') }]
  })
}
