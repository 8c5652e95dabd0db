import { onMounted, ref, type Ref } from 'vue'
import { useApi } from '../../api'
import { useNotices } from '../../app'
import { useText } from '../../ui'

/** A source's address: opened where the host may, copied everywhere. Nothing is fetched by the app itself. */
export function useSourceLink(): { canOpen: Ref<boolean>; open: (url: string) => Promise<void>; copy: (url: string) => Promise<void> } {
  const api = useApi()
  const notices = useNotices()
  const { t } = useText()
  const canOpen = ref(false)
  onMounted(async () => {
    canOpen.value = (await api.system.info({})).capabilities.includes('open-external')
  })
  return {
    canOpen,
    async open(url) {
      await api.system.openExternal({ url })
    },
    async copy(url) {
      await navigator.clipboard.writeText(url)
      notices.show({ text: t('channels.copied') })
    }
  }
}
