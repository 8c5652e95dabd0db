import { AppError } from '../../../../shared/errors/app-error'
import { isVideoFormat } from '../../../../shared/media/video'
import type { CoreServices } from '../../context'
import { originalPath } from '../../files/originals'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { requireAssets } from './assets.repository'
import { listUnreadVideos, updateVideoFacts, type VideoToRead } from './videos.repository'

async function readOne({ core, workspace }: JobContext, row: JobItemRow, signal: AbortSignal, settle: SettleItem): Promise<void> {
  const { id, sha256, format } = row.payload as unknown as VideoToRead
  if (!isVideoFormat(format)) return
  const reading = await core.videos.read({ path: originalPath(workspace.folders, sha256, format), format }, signal)
  if (reading.state === 'unread') return settle(row.id, { state: 'failed', error: { code: 'unavailable.video-reader', data: {} } })
  if (reading.state === 'refused') return settle(row.id, { state: 'failed', error: { code: 'corrupt.video', data: { format } } })
  await settle(row.id, async (tx) => {
    await updateVideoFacts(tx, id, reading.facts, core.now())
    return { state: 'done', result: { assetId: id } }
  })
}

async function plan(_core: CoreServices, workspace: Workspace, input: Record<string, unknown>) {
  const ids = input.ids as string[] | undefined
  if (ids) await requireAssets(workspace.reader, ids)
  const videos = await listUnreadVideos(workspace.reader, ids)
  if (videos.length === 0) throw new AppError('validation.nothing-selected')
  return {
    title: { files: videos.length },
    stored: { files: videos.length },
    step: { operation: 'assets.readVideos', data: { count: videos.length } },
    items: videos.map((video) => ({ key: video.id, group: video.id, label: video.file_name, payload: { ...video } }))
  }
}

/** Reads videos that were kept while no program could read them. */
export const readVideosJob: JobKindDefinition = {
  kind: 'assets.readVideos',
  parallel: 1,
  plan,
  async runGroup(context, items, signal, settle) {
    for (const item of items) await readOne(context, item, signal, settle)
  }
}
