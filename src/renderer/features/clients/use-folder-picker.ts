import { onMounted, ref, type Ref } from 'vue'
import { useApi } from '../../api'

/** The system's folder dialog, where the host has one. */
export function useFolderPicker(): { canPick: Ref<boolean>; pick: () => Promise<string | undefined> } {
  const api = useApi()
  const canPick = ref(false)
  onMounted(async () => {
    const { capabilities } = await api.system.info({})
    canPick.value = capabilities.includes('pick-folder')
  })
  async function pick(): Promise<string | undefined> {
    const { folder } = await api.system.pickFolder({ purpose: 'adopt' })
    return folder?.token
  }
  return { canPick, pick }
}
