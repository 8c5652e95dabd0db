import type { JobSummary } from '@shared/features/jobs/jobs.contract'
import { subscribeEvents, uploadFile, useApi } from '../../api'

const finished: ReadonlySet<JobSummary['state']> = new Set(['done', 'failed', 'cancelled'])

export interface TakenFiles {
  /** Assets, new ones and those the library had already, in the order of the files. */
  assetIds: string[]
  refused: { name: string; error: unknown }[]
}

/** Waits for the end of a job by its events, asking once in case it ended before the first one. */
function settled(clientId: string, jobId: string): Promise<void> {
  const api = useApi()
  return new Promise((resolve, reject) => {
    const look = ({ id, state }: JobSummary): void => {
      if (id !== jobId || !finished.has(state)) return
      stop()
      resolve()
    }
    const stop = subscribeEvents((event) => {
      if (event.type === 'job.progress') look(event.job)
    })
    api.jobs.get({ clientId, jobId }).then(look, (error: unknown) => {
      stop()
      reject(error)
    })
  })
}

/** Takes files into the library and answers with the assets they are. @throws AppError */
export async function takeFiles(clientId: string, files: readonly File[]): Promise<TakenFiles> {
  const api = useApi()
  const refused: TakenFiles['refused'] = []
  const tokens: string[] = []
  for (const file of files) {
    try {
      tokens.push(await uploadFile(file))
    } catch (error) {
      refused.push({ name: file.name, error })
    }
  }
  if (tokens.length === 0) return { assetIds: [], refused }
  const { jobId } = await api.assets.add({ clientId, files: tokens })
  await settled(clientId, jobId)
  const { items } = await api.jobs.listItems({ clientId, jobId, limit: 1000 })
  const failed = items.filter(({ state }) => state === 'failed').map(({ label, error }) => ({ name: label, error }))
  const assetIds = items.map(({ result }) => result?.assetId).filter((id) => typeof id === 'string')
  return { assetIds, refused: [...refused, ...failed] }
}
