import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { uploadFile, useApi } from '../../api'
import { useClientShell, useSaveState } from '../../app'

type Preview = AppOutputs['inbox']['previewImport']
type Own = { network: string; key: string }

/** Files of messages and mails on their way in: what they hold, what has to be asked, and then the one step that takes them. */
export const useMessageImport = defineStore('inbox-import', () => {
  const api = useApi()
  const shell = useClientShell()
  const save = useSaveState()
  const clientId = ref<string>()
  const tokens = ref<string[]>([])
  const names = ref<string[]>([])
  const preview = shallowRef<Preview>()
  const refused = shallowRef<readonly { name: string; error: unknown }[]>([])
  const own = ref<Own[]>([])
  /** Messages of people who were erased on their request come in only when somebody says so. */
  const takesErased = ref(false)
  const busy = ref<'' | 'reading' | 'importing'>('')
  const failure = shallowRef<unknown>()
  let turn = 0

  const here = computed(() => clientId.value !== undefined && clientId.value === shell.currentId)
  const openQuestions = computed(() => (preview.value?.questions ?? []).filter(({ network }) => !own.value.some((one) => one.network === network)))
  /** Files that hold something else. */
  const without = computed(() => {
    const told = new Set([...(preview.value?.files ?? []), ...(preview.value?.refused ?? [])].map(({ file }) => file))
    return preview.value && busy.value !== 'reading' ? names.value.filter((_, index) => !told.has(index)) : []
  })
  const ready = computed(() => here.value && busy.value === '' && openQuestions.value.length === 0 && (preview.value?.totals.added ?? 0) > 0)

  function reset(): void {
    turn += 1
    clientId.value = undefined
    tokens.value = []
    names.value = []
    takesErased.value = false
    preview.value = undefined
    refused.value = []
    own.value = []
    busy.value = ''
    failure.value = undefined
  }

  const erased = (): 'take-in' | 'leave-out' => (takesErased.value ? 'take-in' : 'leave-out')

  async function look(): Promise<void> {
    const asked = (turn += 1)
    const client = clientId.value
    if (client === undefined || tokens.value.length === 0) return
    busy.value = 'reading'
    try {
      const found = await api.inbox.previewImport({ clientId: client, files: tokens.value, own: own.value, erased: erased() })
      if (asked !== turn) return
      // An answer takes its question away; it still has to be there to be changed.
      const answered = preview.value?.questions.filter(({ network }) => !found.questions.some((one) => one.network === network)) ?? []
      preview.value = { ...found, questions: [...answered, ...found.questions] }
      failure.value = undefined
    } catch (error) {
      if (asked === turn) failure.value = error
    }
    if (asked === turn) busy.value = ''
  }

  /** Adds files to those that are looked at. */
  async function take(files: readonly File[]): Promise<void> {
    const client = shell.currentId
    if (client === undefined || files.length === 0) return
    if (clientId.value !== client) reset()
    clientId.value = client
    busy.value = 'reading'
    const asked = (turn += 1)
    const bad: { name: string; error: unknown }[] = []
    const sent: string[] = []
    const called: string[] = []
    for (const file of files) {
      try {
        sent.push(await uploadFile(file))
        called.push(file.name)
      } catch (error) {
        bad.push({ name: file.name, error })
      }
    }
    if (asked !== turn) return
    tokens.value = [...tokens.value, ...sent]
    names.value = [...names.value, ...called]
    refused.value = [...refused.value, ...bad]
    if (tokens.value.length === 0) busy.value = ''
    else await look()
  }

  /** Says which of the authors of a network the client is; several where it has several names. */
  function answer(network: string, key: string, isOwn: boolean): void {
    const others = own.value.filter((one) => one.network !== network || one.key !== key)
    own.value = isOwn ? [...others, { network, key }] : others
    void look()
  }

  async function commit(): Promise<AppOutputs['inbox']['commitImport'] | undefined> {
    const client = clientId.value
    if (client === undefined || !preview.value || !ready.value) return undefined
    busy.value = 'importing'
    try {
      const done = await save.track(api.inbox.commitImport({ clientId: client, files: tokens.value, own: own.value, erased: erased(), expect: { added: preview.value.totals.added } }))
      reset()
      return done
    } catch (error) {
      failure.value = error
      busy.value = ''
      return undefined
    }
  }

  watch(takesErased, () => void look())
  watch(() => shell.currentId, (now) => clientId.value !== undefined && now !== clientId.value && reset())
  return { preview, refused, without, takesErased, own, busy, failure, here, openQuestions, ready, take, look, answer, commit, reset }
})
