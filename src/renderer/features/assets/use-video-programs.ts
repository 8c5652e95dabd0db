import type { AppOutputs } from '@shared/contract'
import { onMounted, shallowRef, type ShallowRef } from 'vue'
import { useApi } from '../../api'

export type VideoPrograms = AppOutputs['system']['videoPrograms']

/** Where ffprobe and ffmpeg are on this machine; undefined until it is known. */
export function useVideoPrograms(): ShallowRef<VideoPrograms | undefined> {
  const api = useApi()
  const programs = shallowRef<VideoPrograms>()
  onMounted(async () => {
    programs.value = await api.system.videoPrograms({}).catch(() => undefined)
  })
  return programs
}
