import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { frameFor } from '../../../../shared/channels/crop'
import type { PackProblem } from '../../../../shared/features/hand-off/hand-off.contract'
import { createTranslator } from '../../../../shared/i18n'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import type { JobContext } from '../../jobs/jobs.types'
import type { ExportedFile } from '../renditions'
import { asPackInput, type PackEntry, type PictureItem, type VideoItem, type WrittenVideo } from './pack-item'
import type { PackJobItem } from './pack.queries'
import { problem } from './pictures'
import { sheetPage, type SheetPicture, type SheetPost } from './sheet-page'

/** Pixels of the longer edge, for screens of two pixels a point. */
const SMALL = 256
const settings = { ...defaultRenderSettings, sharpen: 'off' as const, quality: 72, floorQuality: 50 }
const LOCALE = 'en-US'

/** A small copy of the finished picture, so that the sheet shows what was made. */
async function smallOf({ core }: JobContext, { path, width, height }: ExportedFile, folder: string, signal: AbortSignal): Promise<string | null> {
  const partPath = join(folder, `${core.newId()}.jpg`)
  const scale = Math.min(1, SMALL / Math.max(width, height))
  const target = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const frame = frameFor({ source: { width, height }, target, fit: 'cover', focal: { x: 0.5, y: 0.5 }, allowUpscale: false })
  const output = {
    key: 'small', ...target, frame, settings, format: 'jpg' as const, fallbackFormats: [], maxBytes: null, maxBytesHard: false, adviseBytes: null, requireAlpha: false, partPath
  }
  let written = false
  await core.media.render({ path, outputs: [output] }, (result) => void (written = result.status === 'written'), { signal })
  return written ? (await readFile(partPath)).toString('base64') : null
}

const isPicture = (one: PackJobItem): one is PackJobItem & { item: PictureItem; result: ExportedFile | null } => one.item.kind === 'picture'

const isVideo = (one: PackJobItem): one is PackJobItem & { item: VideoItem; result: WrittenVideo | null } => one.item.kind === 'video'

/** Pictures that could not be made, beside what was known before. */
export function problemsOf(entry: PackEntry, items: readonly PackJobItem[]): PackProblem[] {
  const failed = items.flatMap(({ item, error }) => {
    if (item.variantId !== entry.variantId || !error) return []
    return [problem('render', true, { code: error.code, file: item.path.slice(entry.folder.length + 1) })]
  })
  const asIs = items.filter((one) => one.item.variantId === entry.variantId && isVideo(one) && one.result?.cleaned === false).length
  return [...entry.problems, ...failed, ...(asIs > 0 ? [problem('video-as-is', false, { n: asIs })] : [])]
}

async function picturesOf(context: JobContext, entry: PackEntry, items: readonly PackJobItem[], folder: string, signal: AbortSignal): Promise<SheetPicture[]> {
  const pictures: SheetPicture[] = []
  for (const one of items) {
    if (one.item.variantId !== entry.variantId || !one.result) continue
    if (isVideo(one)) pictures.push({ path: one.result.name, altText: one.item.altText, small: null })
    if (!isPicture(one) || !one.result) continue
    // A file that went away meanwhile still has its line.
    const small = await smallOf(context, one.result, folder, signal).catch(() => null)
    signal.throwIfAborted()
    pictures.push({ path: one.result.name, altText: one.item.altText, small })
  }
  return pictures
}

/** Small pictures wait here while a sheet is made. */
export const smallFolder = ({ workspace, job }: JobContext): string => join(workspace.folders.reports, `.pack-${job.id}`)

/** The text of the sheet, made from what is there. */
export async function makeSheet(context: JobContext, items: readonly PackJobItem[], signal: AbortSignal): Promise<string> {
  const { core, job } = context
  const input = asPackInput(job.input)
  const folder = smallFolder(context)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const posts: SheetPost[] = []
    for (const entry of input.entries) {
      posts.push({ entry, pictures: await picturesOf(context, entry, items, folder, signal), problems: problemsOf(entry, items) })
    }
    const facts = { client: input.client.name, name: input.name, madeAt: job.createdAt, version: core.options.version, locale: LOCALE, posts }
    return sheetPage(facts, createTranslator(LOCALE))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
