import { gateUrl } from '@shared/url-gate'
import { onMounted, ref } from 'vue'
import { useApi } from '../api'
import { useNotices } from './notices.store'

/** Opens an address that a stranger may have written: through the gate, by the host where it can, else as a link of the browser. */
export function useOpenLink() {
  const api = useApi()
  const notices = useNotices()
  const canOpen = ref(false)
  onMounted(async () => {
    canOpen.value = (await api.system.info({}).catch(() => undefined))?.capabilities.includes('open-external') ?? false
  })

  /** The address as it may be opened; undefined for anything else. */
  const openable = (address: string): string | undefined => (address === '' ? undefined : gateUrl(address))

  async function open(address: string): Promise<boolean> {
    const url = openable(address)
    if (url === undefined) return false
    if (!canOpen.value) {
      const link = document.createElement('a')
      Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer' })
      link.click()
      return true
    }
    try {
      await api.system.openExternal({ url })
      return true
    } catch (error) {
      notices.fail(error)
      return false
    }
  }

  return { openable, open }
}
