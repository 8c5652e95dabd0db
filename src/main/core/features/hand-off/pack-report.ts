import { stat } from 'node:fs/promises'
import type { AppOutputs } from '../../../../shared/contract'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { problemsOf } from './pack-sheet'
import { getPackJob, listPackItems } from './pack.queries'

const isThere = (path: string): Promise<boolean> => stat(path).then((file) => file.isFile(), () => false)

/** What a pack came to, also while it is still being made. @throws AppError `not-found.job` */
export async function reportPack(core: CoreServices, workspace: Workspace, jobId: string): Promise<AppOutputs['handOff']['packReport']> {
  const { input, end } = await getPackJob(workspace.reader, jobId)
  const items = await listPackItems(workspace.reader, jobId)
  const variants = input.entries.map((entry) => {
    const { variantId, postId, title, network, format, folder } = entry
    const files = items.filter(({ item, result }) => result && item.variantId === variantId).length
    return { variantId, postId, title, network, format, folder, files, problems: problemsOf(entry, items) }
  })
  const made = items.flatMap(({ item, result }) => (result ? [{ item, result }] : []))
  const zipped = end?.zip ? await isThere(end.zip) : false
  return {
    jobId,
    folder: input.folder,
    sheet: end?.sheet ?? null,
    zip: end?.zip ?? null,
    zipUrl: zipped ? core.urls.sign({ kind: 'pack-zip', clientId: workspace.id, jobId }) : null,
    totals: {
      posts: new Set(input.entries.map(({ postId }) => postId)).size,
      variants: variants.length,
      pictures: made.filter(({ item }) => item.kind !== 'text').length,
      files: made.length,
      bytes: made.reduce((sum, { result }) => sum + result.bytes, 0),
      failed: items.filter(({ error }) => error !== null).length,
      problems: variants.reduce((sum, { problems }) => sum + problems.length, 0)
    },
    variants
  }
}
