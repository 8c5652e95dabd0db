import { stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { isVideoFormat } from '../../../shared/media/video'
import type { CoreServices } from '../context'
import type { MediaFile } from '../core.types'
import { ensureThumbnail, findAssetFile, rowThumbnail } from '../features/assets'
import { ensureVariantPicture, findPackFile } from '../features/hand-off'
import { findPersonFile } from '../features/people'
import { findPlanFile } from '../features/plan-export'
import { findOutputFile, findSheetFile } from '../features/renditions'
import { findLogFile } from '../features/incidents'
import { agencyLogoPath, findMadeFile, previewFolder } from '../features/reports'
import { originalPath } from './originals'
import type { MediaReference } from './media-urls'

const types: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.tiff': 'image/tiff',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.zip': 'application/zip',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

interface Located {
  path: string
  downloadName?: string
  isOwnDrawing?: boolean
}

async function locate(core: CoreServices, reference: MediaReference): Promise<Located | undefined> {
  // The agency's mark is of no client.
  if (reference.kind === 'agency-logo') return { path: agencyLogoPath(core, reference.file) }
  const workspace = await core.workspaces.open(reference.clientId)
  switch (reference.kind) {
    case 'thumbnail': {
      const asset = await findAssetFile(workspace.reader, { sha256: reference.sha256 })
      const path = asset && (await ensureThumbnail(core, workspace, asset, reference.small ? rowThumbnail : reference.size))
      return path ? { path } : undefined
    }
    case 'original': {
      const asset = await findAssetFile(workspace.reader, { id: reference.assetId })
      return asset && { path: originalPath(workspace.folders, asset.sha256, asset.format), downloadName: asset.file_name }
    }
    case 'video': {
      const asset = await findAssetFile(workspace.reader, { id: reference.assetId })
      return asset && isVideoFormat(asset.format) ? { path: originalPath(workspace.folders, asset.sha256, asset.format) } : undefined
    }
    case 'logo':
      return { path: join(workspace.folders.renditions, 'logos', basename(reference.file)) }
    case 'output': {
      const path = await findOutputFile(workspace.reader, reference.itemId)
      return path ? { path } : undefined
    }
    case 'variant-picture':
      return ensureVariantPicture(core, workspace, reference.variantId, reference.index)
    case 'pack-zip': {
      const path = await findPackFile(workspace.reader, reference.jobId, 'zip')
      return path ? { path, downloadName: basename(path) } : undefined
    }
    case 'plan-file': {
      const made = await findPlanFile(workspace.reader, reference.itemId)
      return made && { path: made.path, downloadName: basename(made.path) }
    }
    case 'person-file': {
      const made = await findPersonFile(workspace.reader, reference.itemId)
      return made && { path: made.path, downloadName: basename(made.path) }
    }
    case 'report-page':
      return { path: join(previewFolder(workspace.folders, basename(reference.reportId)), basename(reference.file)), isOwnDrawing: true }
    case 'report-file': {
      const made = await findMadeFile(workspace.reader, reference.itemId)
      return made && { path: made.path, downloadName: basename(made.path) }
    }
    case 'incident-file': {
      const made = await findLogFile(workspace.reader, reference.itemId)
      return made && { path: made.path, downloadName: basename(made.path) }
    }
    case 'sheet': {
      const path = await findSheetFile(workspace.reader, reference.jobId)
      return path ? { path, downloadName: basename(path) } : undefined
    }
  }
}

/** The file behind a signed address; undefined when the address is not good or the file is gone. */
export async function openMedia(core: CoreServices, address: string): Promise<MediaFile | undefined> {
  const reference = core.urls.verify(address)
  if (!reference) return undefined
  const located = await locate(core, reference).catch(() => undefined)
  if (!located) return undefined
  const contentType = types[extname(located.path).toLowerCase()]
  const file = await stat(located.path).catch(() => undefined)
  if (!contentType || !file?.isFile()) return undefined
  return { ...located, contentType, bytes: file.size }
}
