import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ThumbnailRequest } from '../../../shared/media/protocol'
import type { CoreServices } from '../context'
import { makingFolder } from '../workspaces/folders'
import type { Workspace } from '../workspaces/workspaces.types'
import { makeFolder } from './durable-folders'

/**
 * Makes a small copy of a picture. It gets its name when it is whole: half of one, left by a kill, would be shown for
 * ever, and two who ask for the same at once must not write into one another's.
 */
export async function makeThumbnail(
  core: Pick<CoreServices, 'media' | 'newId'>,
  workspace: Pick<Workspace, 'folders'>,
  request: ThumbnailRequest,
  signal?: AbortSignal
): Promise<void> {
  const making = makingFolder(workspace.folders)
  const part = join(making, core.newId())
  await makeFolder(making)
  await makeFolder(dirname(request.outPath))
  await core.media.thumbnail({ ...request, outPath: part }, { signal })
  await rename(part, request.outPath)
}
