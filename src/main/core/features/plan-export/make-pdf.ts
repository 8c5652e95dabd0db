import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanRow } from '../../../../shared/features/plan-export/plan-row'
import type { JobContext } from '../../jobs/jobs.types'
import { ensureThumbnail, gridThumbnail } from '../assets'
import { listCampaignRecords } from '../campaigns'
import { listData } from './list-data'
import { monthData } from './month-data'
import { pdfWords } from './pdf-words'
import { asPlanInput } from './plan-job'

/** Pictures of a list wait here while it is set. */
export const pictureFolder = ({ workspace, job }: JobContext): string => join(workspace.folders.reports, `.plan-${job.id}`)

interface Made {
  sha256: string
  bytes: number
}

/** Small copies of the first picture of each post. One that cannot be read is left out: the words are worth more. */
async function copyPictures(context: JobContext, rows: readonly PlanRow[], folder: string, signal: AbortSignal): Promise<Map<string, string>> {
  const { core, workspace } = context
  const pictures = new Map<string, string>()
  for (const { assetId, sha256, imageFormat } of rows.flatMap(({ media }) => media)) {
    signal.throwIfAborted()
    if (pictures.has(assetId)) continue
    const small = await ensureThumbnail(core, workspace, { sha256, format: imageFormat }, gridThumbnail, signal).catch(() => undefined)
    if (!small) continue
    await copyFile(small, join(folder, `${assetId}.webp`))
    pictures.set(assetId, `/${assetId}.webp`)
  }
  return pictures
}

async function withFolder<T>(context: JobContext, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = pictureFolder(context)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Sets the month or the list as a tagged PDF at `part`. @throws AppError `internal.report`, `unavailable.report-process`, `unavailable.report-timeout` */
export async function makePdf(context: JobContext, kind: 'month' | 'list', rows: readonly PlanRow[], part: string, signal: AbortSignal): Promise<Made> {
  const { core, workspace, job } = context
  const input = asPlanInput(job.input)
  const words = pdfWords(input)
  return withFolder(context, async (root) => {
    const facts = { input, rows, words, now: core.now() }
    const data =
      kind === 'month'
        ? monthData({ ...facts, campaigns: await listCampaignRecords(workspace.reader, { includeArchived: false }) })
        : listData({ ...facts, pictures: await copyPictures(context, rows, root, signal) })
    return core.reports.compile({
      templatePath: join(core.options.resources, 'reports', `plan-${kind}.typ`),
      fontFolder: join(core.options.resources, 'fonts'),
      root,
      data,
      outPath: part,
      createdAt: job.createdAt
    })
  })
}
