import { figureAnswers, type FigureImportDraft, type FigureReadAnswers } from '@shared/features/figure-imports/figure-draft.schema'
import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import type { AppOutputs } from '@shared/contract'
import { AppError } from '@shared/errors/app-error'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { followJob, useApi } from '../../api'
import { useClientShell, useSaveState } from '../../app'
import { askedChannels, askedTables, type AskedTable, type ChannelQuestion } from './figure-answers.rules'
import { takeUploads, type Uploads } from './take-uploads'

const MOST_FILES = 500

export type FiguresDone = AppOutputs['figureImports']['commit'] & { rows: number; files: number }

/** Files that were dropped, read into a draft by a job, and what was answered about them. Nothing counts before `commit`. */
export const useFigureImport = defineStore('figure-import', () => {
  const api = useApi()
  const shell = useClientShell()
  const save = useSaveState()
  const clientId = ref<string>()
  const files = shallowRef<Uploads['taken']>([])
  const unsent = shallowRef<Uploads['refused']>([])
  const answers = shallowRef<FigureReadAnswers>(figureAnswers.parse({}))
  const draft = shallowRef<FigureImportDraft>()
  const job = shallowRef<JobSummary>()
  const failure = shallowRef<unknown>()
  const done = shallowRef<FiguresDone>()
  const busy = ref<'' | 'sending' | 'reading' | 'committing'>('')
  const sent = ref(0)
  const sending = ref(0)
  const asked = shallowRef<AskedTable[]>([])
  const askedOf = shallowRef<ChannelQuestion[]>([])
  let stopping = new AbortController()
  let newest = 0

  /** True while the open client is the one that the files were dropped for. */
  const here = computed(() => clientId.value !== undefined && clientId.value === shell.currentId)
  const unanswered = computed(() => draft.value?.questions.filter(({ required }) => required).length ?? 0)
  const wanted = computed(() => (draft.value ? draft.value.totals.added + draft.value.totals.changed : 0))
  const progress = computed(() => (busy.value === 'sending' ? { done: sent.value, total: sending.value } : { done: (job.value?.done ?? 0) + (job.value?.failed ?? 0), total: job.value?.total ?? files.value.length }))

  /** Lets go of the files; the draft is cleared, since nobody will ask for it again. */
  function reset(): void {
    newest += 1
    stopping.abort()
    const old = draft.value?.draftId ?? job.value?.id
    if (old !== undefined && clientId.value !== undefined && !done.value) void api.figureImports.discard({ clientId: clientId.value, draftId: old }).catch(() => undefined)
    clientId.value = undefined
    files.value = []
    unsent.value = []
    answers.value = figureAnswers.parse({})
    draft.value = undefined
    job.value = undefined
    failure.value = undefined
    done.value = undefined
    asked.value = []
    askedOf.value = []
    busy.value = ''
  }

  function take(found: FigureImportDraft): void {
    draft.value = found
    asked.value = askedTables(asked.value, found)
    askedOf.value = askedChannels(askedOf.value, found)
  }

  /** Reads all files with the answers as they are; what comes of an older reading is let go. */
  async function read(): Promise<void> {
    const forClient = clientId.value
    if (forClient === undefined || files.value.length === 0) return
    const mine = (newest += 1)
    if (busy.value === 'reading' && job.value) void api.jobs.cancel({ clientId: forClient, jobId: job.value.id }).catch(() => undefined)
    busy.value = 'reading'
    job.value = undefined
    try {
      const replaces = draft.value?.draftId
      const given = { clientId: forClient, files: files.value.map(({ token }) => token), answers: answers.value }
      const { jobId, draftId } = await api.figureImports.read(replaces === undefined ? given : { ...given, replaces })
      const end = await followJob(forClient, jobId, (now) => mine === newest && (job.value = now))
      if (mine !== newest) return
      if (end.state === 'failed') throw new AppError(end.error?.code ?? 'internal.unexpected', end.error?.data ?? {})
      if (end.state === 'cancelled') return draft.value ? undefined : reset()
      const found = await api.figureImports.draft({ clientId: forClient, draftId })
      if (mine !== newest) return
      take(found)
      failure.value = undefined
    } catch (error) {
      if (mine === newest) failure.value = error
    } finally {
      if (mine === newest) busy.value = ''
    }
  }

  async function add(given: readonly File[]): Promise<void> {
    if (given.length === 0 || shell.currentId === undefined || busy.value !== '') return
    if (!here.value || done.value) reset()
    clientId.value = shell.currentId
    stopping = new AbortController()
    const { signal } = stopping
    const chosen = given.slice(0, MOST_FILES - files.value.length)
    busy.value = 'sending'
    sent.value = 0
    sending.value = chosen.length
    const { taken, refused } = await takeUploads(chosen, signal, () => (sent.value += 1))
    if (signal.aborted) return
    files.value = [...files.value, ...taken]
    unsent.value = [...unsent.value, ...refused]
    busy.value = ''
    if (files.value.length > 0) await read()
    else failure.value = refused[0]?.error
  }

  async function cancel(): Promise<void> {
    if (busy.value === 'sending') return reset()
    if (job.value && clientId.value !== undefined) await api.jobs.cancel({ clientId: clientId.value, jobId: job.value.id }).catch(() => undefined)
  }

  function answer(change: (before: FigureReadAnswers) => FigureReadAnswers): Promise<void> {
    answers.value = change(answers.value)
    return read()
  }

  /** @returns what counts from now on; undefined where it could not be, with the reason in `failure` */
  async function commit(): Promise<FiguresDone | undefined> {
    const forClient = clientId.value
    if (!draft.value || forClient === undefined || busy.value !== '' || wanted.value === 0 || unanswered.value > 0) return undefined
    const { draftId, totals } = draft.value
    const { added, changed, unchanged, rows, files: count } = totals
    busy.value = 'committing'
    try {
      const result = await save.track(api.figureImports.commit({ clientId: forClient, draftId, expect: { added, changed, unchanged } }))
      done.value = { ...result, rows, files: count }
      failure.value = undefined
      return done.value
    } catch (error) {
      failure.value = error
      return undefined
    } finally {
      busy.value = ''
    }
  }

  /** Takes the line away that says what came in; nothing else is left of it here. */
  function forgetDone(): void {
    if (done.value) reset()
  }

  /** What came in and no longer stands was undone or removed. */
  async function checkDone(): Promise<void> {
    const { importId } = done.value ?? {}
    if (importId === undefined || clientId.value === undefined) return
    const { imports } = await api.figureImports.list({ clientId: clientId.value, limit: 20 })
    if (done.value?.importId === importId && !imports.some(({ id }) => id === importId)) reset()
  }

  return { clientId, files, unsent, answers, draft, job, failure, done, busy, asked, askedOf, here, unanswered, wanted, progress, reset, read, add, cancel, answer, commit, forgetDone, checkDone }
})
