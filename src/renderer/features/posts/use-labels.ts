import { onMounted, shallowRef, type ShallowRef } from 'vue'
import { useApi } from '../../api'

/** Labels in use, for suggestions; none where they cannot be read. */
export function useLabels(clientId: string): Readonly<ShallowRef<readonly string[]>> {
  const api = useApi()
  const labels = shallowRef<readonly string[]>([])
  onMounted(async () => {
    const counts = await api.posts.counts({ clientId }).catch(() => undefined)
    labels.value = counts?.labels.map(({ name }) => name) ?? []
  })
  return labels
}
