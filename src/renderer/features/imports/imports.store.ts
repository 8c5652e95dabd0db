import type { ScheduleItem, ScheduleOptions, SchedulePreview } from '@shared/features/imports/imports.contract'
import type { ColumnTarget } from '@shared/features/imports/schedule-fields'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useSaveState } from '../../app'

const noOptions = (): ScheduleOptions => ({ order: null, defaultTime: '09:00', pick: null, mapping: [], channels: [], defaultChannelIds: [], status: null })

export interface ImportDone {
  added: number
  changed: number
}

type Channel = { id: string; name: string; handle: string; network: string }

/** Files that were dropped, what was answered about them, and what they would become. Nothing is written before `commit`. */
export const useImports = defineStore('imports', () => {
  const client = useApi()
  const shell = useClientShell()
  const save = useSaveState()
  const clientId = ref<string>()
  const files = ref<string[]>([])
  const busy = ref<'' | 'reading' | 'committing'>('')
  const options = ref(noOptions())
  const preview = shallowRef<SchedulePreview>()
  const channels = shallowRef<Channel[]>([])
  const failure = shallowRef<unknown>()
  const done = shallowRef<ImportDone>()
  const status = ref<ScheduleItem['status'] | ''>('')
  let asked = 0

  /** True while the open client is the one that the files were dropped for. */
  const here = computed(() => clientId.value !== undefined && clientId.value === shell.currentId)
  const items = computed(() => preview.value?.items.filter((item) => status.value === '' || item.status === status.value) ?? [])
  /** A date that could be two days is asked before anything is written. */
  const unanswered = computed(() => preview.value?.questions.some(({ kind }) => kind === 'date-order') ?? false)
  const wanted = computed(() => (preview.value ? preview.value.totals.new + preview.value.totals.changed : 0))

  function reset(): void {
    asked += 1
    clientId.value = undefined
    files.value = []
    options.value = noOptions()
    preview.value = undefined
    failure.value = undefined
    done.value = undefined
    status.value = ''
    busy.value = ''
  }

  /** Asks again with the answers as they are; what comes of an older question is let go. */
  async function read(): Promise<void> {
    const forClient = clientId.value
    if (forClient === undefined || files.value.length === 0) return
    const mine = (asked += 1)
    busy.value = 'reading'
    try {
      const [found, list] = await Promise.all([
        client.imports.previewSchedule({ clientId: forClient, files: files.value, options: options.value }),
        client.channels.list({ clientId: forClient })
      ])
      if (mine !== asked) return
      preview.value = found
      channels.value = list.channels
      failure.value = undefined
    } catch (error) {
      if (mine === asked) failure.value = error
    } finally {
      if (mine === asked) busy.value = ''
    }
  }

  /** Reads anew after something changed. What was taken in and has rows to take in again was undone. */
  async function refresh(): Promise<void> {
    if (!here.value || busy.value !== '') return
    await read()
    if (done.value && wanted.value > 0) done.value = undefined
  }

  /** Reads files that the core holds already; the same ones again keep what was answered about them. */
  async function take(forClient: string, tokens: readonly string[]): Promise<void> {
    if (busy.value === 'committing') return
    if (clientId.value !== forClient || files.value.join() !== tokens.join()) {
      reset()
      clientId.value = forClient
      files.value = [...tokens]
      await read()
    }
  }

  function answer(change: Partial<ScheduleOptions>): Promise<void> {
    options.value = { ...options.value, ...change }
    return read()
  }

  function mapColumn(format: string, column: { key: string; header: string }, target: ColumnTarget | null): Promise<void> {
    const others = options.value.mapping.filter((one) => one.format !== format || one.key !== column.key)
    return answer({ mapping: target === null ? others : [...others, { format, key: column.key, header: column.header, target }] })
  }

  function chooseChannel(name: string, channelId: string | null): Promise<void> {
    return answer({ channels: [...options.value.channels.filter((one) => one.name !== name), { name, channelId }] })
  }

  /** @returns what was written; undefined where it could not be, with the reason in `failure` */
  async function commit(): Promise<ImportDone | undefined> {
    const { totals } = preview.value ?? {}
    const forClient = clientId.value
    if (!totals || forClient === undefined || busy.value !== '' || wanted.value === 0 || unanswered.value) return undefined
    busy.value = 'committing'
    try {
      const expect = { new: totals.new, changed: totals.changed }
      done.value = await save.track(client.imports.commitSchedule({ clientId: forClient, files: files.value, options: options.value, expect }))
      failure.value = undefined
      return done.value
    } catch (error) {
      failure.value = error
      return undefined
    } finally {
      busy.value = ''
    }
  }

  return { files, busy, options, preview, channels, failure, done, status, here, items, unanswered, wanted, reset, read, refresh, take, answer, mapColumn, chooseChannel, commit }
})
