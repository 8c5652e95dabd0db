import type { JobItem, JobSummary } from '@shared/features/jobs/jobs.contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { subscribeEvents, uploadFile, useApi } from '../../api'
import { useClientShell } from '../../app'
import { intakeReport, type IntakeReport, type RefusedFile } from './intake-report.rules'

const UPLOADS_AT_ONCE = 3
const MAX_FILES_A_JOB = 5000
const finished: ReadonlySet<JobSummary['state']> = new Set(['done', 'failed', 'cancelled'])

/** Files on their way into a client: uploaded, read, reported. */
export const useIntake = defineStore('asset-intake', () => {
  const client = useApi()
  const shell = useClientShell()
  const phase = ref<'idle' | 'uploading' | 'reading' | 'done'>('idle')
  const clientId = ref<string>()
  const total = ref(0)
  const uploaded = ref(0)
  const job = shallowRef<JobSummary>()
  const report = shallowRef<IntakeReport>()
  const failure = shallowRef<unknown>()
  let stopping = new AbortController()

  const busy = computed(() => phase.value === 'uploading' || phase.value === 'reading')
  const done = computed(() => (phase.value === 'uploading' ? uploaded.value : (job.value?.done ?? 0) + (job.value?.failed ?? 0)))
  /** True while the open client is the one that the files go to. */
  const here = computed(() => clientId.value !== undefined && clientId.value === shell.currentId)

  async function uploadAll(files: readonly File[], signal: AbortSignal): Promise<{ tokens: string[]; refused: RefusedFile[] }> {
    const tokens: (string | undefined)[] = []
    const refused: RefusedFile[] = []
    const queue = [...files.entries()]
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
        const [index, file] = next
        try {
          tokens[index] = await uploadFile(file, { signal })
        } catch (error) {
          if (!signal.aborted) refused.push({ name: file.name, error })
        }
        uploaded.value += 1
      }
    }
    await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, worker))
    return { tokens: tokens.filter((token) => token !== undefined), refused }
  }

  async function itemsOf(forClient: string, jobId: string): Promise<JobItem[]> {
    const items: JobItem[] = []
    for (;;) {
      const page = await client.jobs.listItems({ clientId: forClient, jobId, offset: items.length, limit: 1000 })
      items.push(...page.items)
      if (page.items.length === 0 || items.length >= page.total) return items
    }
  }

  /** Follows a job to its end by the events, asking once in case it ended before the first one. */
  function settled(forClient: string, jobId: string): Promise<JobSummary> {
    return new Promise((resolve, reject) => {
      const look = (summary: JobSummary): void => {
        if (summary.id !== jobId) return
        job.value = summary
        if (!finished.has(summary.state)) return
        stop()
        resolve(summary)
      }
      const stop = subscribeEvents((event) => {
        if (event.type === 'job.progress') look(event.job)
      })
      client.jobs.get({ clientId: forClient, jobId }).then(look, (error: unknown) => {
        stop()
        reject(error)
      })
    })
  }

  async function read(tokens: readonly string[], refused: RefusedFile[], forClient: string): Promise<void> {
    const items: JobItem[] = []
    phase.value = 'reading'
    for (let from = 0; from < tokens.length; from += MAX_FILES_A_JOB) {
      const { jobId } = await client.assets.add({ clientId: forClient, files: tokens.slice(from, from + MAX_FILES_A_JOB) })
      await settled(forClient, jobId)
      items.push(...(await itemsOf(forClient, jobId)))
    }
    report.value = intakeReport(items, refused)
    phase.value = 'done'
  }

  async function take(count: number, first: 'uploading' | 'reading', work: (forClient: string) => Promise<void>): Promise<void> {
    if (busy.value || count === 0 || shell.currentId === undefined) return
    dismiss()
    stopping = new AbortController()
    clientId.value = shell.currentId
    total.value = count
    phase.value = first
    try {
      await work(shell.currentId)
    } catch (error) {
      failure.value = error
      phase.value = 'done'
    }
  }

  /** Takes files into the open client. One drop at a time: what comes while one is running is ignored. */
  const add = (files: readonly File[]): Promise<void> =>
    take(files.length, 'uploading', async (forClient) => {
      const { signal } = stopping
      const { tokens, refused } = await uploadAll(files, signal)
      if (signal.aborted) dismiss()
      else await read(tokens, refused, forClient)
    })

  /** Takes files in that the host knows already, such as those opened with the desktop app. */
  const addOpened = (tokens: readonly string[]): Promise<void> => take(tokens.length, 'reading', (forClient) => read(tokens, [], forClient))

  async function cancel(): Promise<void> {
    stopping.abort()
    if (job.value && clientId.value !== undefined) await client.jobs.cancel({ clientId: clientId.value, jobId: job.value.id }).catch(() => undefined)
  }

  function dismiss(): void {
    phase.value = 'idle'
    total.value = 0
    uploaded.value = 0
    job.value = undefined
    report.value = undefined
    failure.value = undefined
  }

  return { phase, total, done, busy, here, report, failure, add, addOpened, cancel, dismiss }
})
