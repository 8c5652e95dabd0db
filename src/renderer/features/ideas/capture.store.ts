import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useNotices } from '../../app'
import { useText } from '../../ui'
import { useWriting } from '../calendar'
import { takeFiles } from '../posts'
import { ideaFrom } from './idea-input.rules'

/** Writes ideas down, from wherever one is: words, a link, pictures. */
export const useCapture = defineStore('idea-capture', () => {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const notices = useNotices()
  const { say, attempt } = useWriting()
  const open = ref(false)
  const busy = ref(false)

  async function take(files: readonly File[]): Promise<string[] | undefined> {
    if (files.length === 0) return []
    const taken = await attempt(() => takeFiles(shell.currentId ?? '', files))
    if (taken?.refused[0]) notices.fail(taken.refused[0].error)
    return taken?.assetIds
  }

  /** Says whether something was kept. Pictures go into the library first. */
  async function capture(words: string, files: readonly File[] = []): Promise<boolean> {
    const idea = ideaFrom(words)
    const clientId = shell.currentId
    if (clientId === undefined || (!idea && files.length === 0)) return false
    busy.value = true
    try {
      const assetIds = await take(files)
      if (!assetIds || (assetIds.length === 0 && !idea)) return false
      const made = await attempt(() => api.posts.create({ clientId, stage: 'idea', ideaColumn: 'inbox', ...idea, media: assetIds.map((assetId) => ({ assetId, altText: null })) }))
      if (made) say(t('ideas.done.captured'))
      return made !== undefined
    } finally {
      busy.value = false
    }
  }

  return { open, busy, capture }
})
