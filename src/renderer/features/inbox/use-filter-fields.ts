import { conversationKinds, conversationTypes, sentiments } from '@shared/features/inbox/inbox.schema'
import { hasMessage } from '@shared/i18n'
import { computed } from 'vue'
import { useText, type ChoiceOption } from '../../ui'
import { useInboxFacets } from './inbox-facets.store'
import { useInboxList, type Narrowing } from './inbox-list.store'
import { useLanguageName } from './use-language-name'

interface Field {
  key: keyof Narrowing
  label: string
  options: ChoiceOption[]
}

/** What a view can be narrowed by: the fields with what they offer, what is set, and the chips that say so. */
export function useFilterFields() {
  const { t } = useText()
  const list = useInboxList()
  const store = useInboxFacets()
  const languageName = useLanguageName()
  const networkName = (network: string): string => {
    const key = `ui.network.${network}`
    return hasMessage(key) ? t(key) : network
  }

  const fields = computed<Field[]>(() => {
    const { networks, labels, assignees, languages } = store.facets
    const all: Field[] = [
      { key: 'network', label: t('inbox.filter.network'), options: networks.map((value) => ({ value, label: networkName(value) })) },
      { key: 'channelId', label: t('inbox.filter.channel'), options: store.channels.map(({ id, name, network }) => ({ value: id, label: t('inbox.capture.channel', { network: networkName(network), name }) })) },
      { key: 'kind', label: t('inbox.filter.kind'), options: conversationKinds.map((value) => ({ value, label: t(`inbox.kind.${value}`) })) },
      { key: 'type', label: t('inbox.field.type'), options: conversationTypes.map((value) => ({ value, label: t(`inbox.type.${value}`) })) },
      { key: 'sentiment', label: t('inbox.field.sentiment'), options: sentiments.map((value) => ({ value, label: t(`inbox.sentiment.${value}`) })) },
      { key: 'priority', label: t('inbox.field.priority'), options: (['3', '2', '1'] as const).map((value) => ({ value, label: t(`inbox.priority.${value}`) })) },
      { key: 'label', label: t('inbox.filter.label'), options: labels.map((value) => ({ value, label: value })) },
      { key: 'assignee', label: t('inbox.field.assignee'), options: [{ value: '-', label: t('inbox.assign.nobody') }, ...assignees.filter(Boolean).map((value) => ({ value, label: value }))] },
      { key: 'language', label: t('inbox.field.language'), options: languages.filter(Boolean).map((value) => ({ value, label: languageName(value) })) },
      { key: 'unread', label: t('inbox.filter.unread'), options: [{ value: 'true', label: t('inbox.unread') }, { value: 'false', label: t('inbox.read') }] }
    ]
    return all.filter(({ options }) => options.length > 0)
  })

  function shown(key: keyof Narrowing): string {
    const value = list.narrowing[key]
    if (value === undefined) return ''
    return key === 'assignee' && value === '' ? '-' : String(value)
  }
  function set(key: keyof Narrowing, value: string): void {
    if (value === '') list.narrow({ [key]: undefined })
    else if (key === 'priority') list.narrow({ priority: Number(value) })
    else if (key === 'unread') list.narrow({ unread: value === 'true' })
    else list.narrow({ [key]: key === 'assignee' && value === '-' ? '' : value })
  }
  const chips = computed(() => fields.value.flatMap(({ key, label, options }) => {
    const value = shown(key)
    return value === '' ? [] : [{ key, label: t('inbox.filter.chip', { what: label, value: options.find((one) => one.value === value)?.label ?? value }) }]
  }))

  return { fields, shown, set, chips }
}
