import { rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error'
import { legalName, stemOf } from '../../../../shared/naming'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import type { CoreServices } from '../../context'
import { makeFolder } from '../../files/durable-folders'
import { originalPath } from '../../files/originals'
import { makingFolder } from '../../workspaces/folders'
import type { Workspace } from '../../workspaces/workspaces.types'
import { memberKey, toExportItem, type SetMember } from '../renditions'
import { findOutgoing } from './outgoing.queries'
import { planPictures } from './pictures'

const settings = { render: defaultRenderSettings, template: '' }

/** Renders one picture for its placement. @throws AppError of the media process when it cannot be made */
async function render(core: CoreServices, workspace: Workspace, member: SetMember, path: string): Promise<void> {
  const item = toExportItem(member)
  if (!item) throw new AppError('validation.placement', { placement: member.placement.id })
  const making = makingFolder(workspace.folders)
  const part = join(making, core.newId())
  await makeFolder(making)
  await makeFolder(join(workspace.folders.renditions, 'hand-off'))
  const { frame, format, fallbackFormats, maxBytes, maxBytesHard, adviseBytes, requireAlpha } = item
  const output = {
    key: 'picture', width: frame.target.width, height: frame.target.height, frame, format, fallbackFormats: fallbackFormats.filter((one) => one === format),
    maxBytes, maxBytesHard, adviseBytes, requireAlpha, settings: settings.render, partPath: part
  }
  let failure: AppError | undefined
  await core.media.render({ path: originalPath(workspace.folders, item.source.sha256, item.source.format), outputs: [output] }, (result) => {
    if (result.status === 'failed') failure = new AppError('validation.placement', { placement: member.placement.id })
  })
  if (failure) throw failure
  await rename(part, path)
}

/** A variant's picture at the size and format of its placement, made on first use; undefined where there is none. */
export async function ensureVariantPicture(core: CoreServices, workspace: Workspace, variantId: string, index: number) {
  const variant = await findOutgoing(workspace.reader, variantId)
  const planned = variant && (await planPictures(workspace.reader, [variant], core.now())).get(variant.id)
  const member = planned?.pictures[index]?.member
  if (!member || 'refusal' in member.draft.outcome) return undefined
  const { source, placement, draft } = member
  const { format } = member.draft.outcome
  const path = join(workspace.folders.renditions, 'hand-off', `${memberKey({ source, placement, draft, path: '' }, settings)}.${format}`)
  const there = await stat(path).then((file) => file.size > 0, () => false)
  if (!there) await render(core, workspace, member, path)
  const number = String(planned?.pictures[index]?.number ?? index + 1).padStart(2, '0')
  return { path, downloadName: legalName(`${number}_${stemOf(source.fileName)}_${placement.width}x${placement.height}`, { extension: `.${format}`, maxBytes: 120 }) }
}
