import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { channelCatalog } from '../../../../shared/channels/catalog'
import { AppError } from '../../../../shared/errors/app-error'
import { hardLimit } from '../../../../shared/features/renditions/plan-rendition'
import { estimateSeconds } from '../../../../shared/features/renditions/rendition-estimate'
import type { ExportSettings } from '../../../../shared/features/renditions/renditions.contract'
import { isVideoFormat } from '../../../../shared/media/video'
import { foldedName, legalName } from '../../../../shared/naming'
import type { CoreServices } from '../../context'
import type { JobPlan, PlannedItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { checkDestination } from './export-folder'
import { listExportFiles } from './export-files.repository'
import { asJson, type ExportInput, type ExportItem } from './export-item'
import { memberKey, planSet, type RenditionSelection, type SetMember } from './rendition-set'

/** What the operation hands to the job: a selection, and where to. */
export interface ExportRequest extends RenditionSelection {
  destination: { kind: 'default' } | { kind: 'folder'; token: string }
}

/** The client's own export folder; a name that had to be changed gets the end of the id, so that no two are the same. */
export function defaultFolder(exportsFolder: string, client: { id: string; name: string }): string {
  const legal = legalName(client.name, { maxBytes: 120 })
  const unchanged = foldedName(legal) === foldedName(client.name)
  return join(exportsFolder, unchanged ? legal : `${legal} ${client.id.slice(-6)}`)
}

function wantedFolder(core: CoreServices, client: { id: string; name: string }, { destination }: ExportRequest): string {
  return destination.kind === 'folder' ? core.tokens.resolve(destination.token).path : defaultFolder(core.home.exports, client)
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Everything that decides a file, as a job stores it; undefined for what cannot be made. */
export function toExportItem({ source, placement, draft, path }: SetMember): ExportItem | undefined {
  if ('refusal' in draft.outcome || isVideoFormat(source.format)) return undefined
  const { sha256, fileName, title, altText } = source
  return {
    assetId: source.id,
    placementId: placement.id,
    network: placement.network,
    source: { sha256, format: source.format, fileName, title, altText },
    path,
    frame: draft.frame,
    byHand: draft.byHand,
    format: draft.outcome.format,
    fallbackFormats: draft.outcome.fallbackFormats,
    maxBytes: placement.maxBytes,
    maxBytesHard: hardLimit(placement),
    adviseBytes: placement.adviseBytes ?? null,
    requireAlpha: placement.requireAlpha ?? false,
    modelBytes: draft.modelBytes
  }
}

function planItems(members: SetMember[], settings: ExportSettings): PlannedItem[] {
  return members.flatMap((member) => {
    const item = toExportItem(member)
    if (!item) return []
    return [{ key: memberKey(member, settings), group: item.assetId, label: item.path, payload: asJson(item) }]
  })
}

function listRefused(members: SetMember[]): ExportInput['refused'] {
  return members.flatMap(({ source, placement, draft }) => {
    if (!('refusal' in draft.outcome)) return []
    const { code, data } = draft.outcome.refusal
    return [{ assetId: source.id, placementId: placement.id, code, data }]
  })
}

export function sourcesUsed(members: SetMember[]): SetMember['source'][] {
  return [...new Set(members.filter(({ path }) => path !== '').map(({ source }) => source))]
}

/** Seconds by the model alone. */
export function modelSeconds(members: SetMember[]): number {
  const files = members.flatMap(({ placement, draft }) =>
    'refusal' in draft.outcome ? [] : [{ width: placement.width, height: placement.height, format: draft.outcome.format }]
  )
  return estimateSeconds(sourcesUsed(members), files)
}

/** Decides every name and stores it, so that a job that is resumed makes what was planned. */
export async function planExport(core: CoreServices, workspace: Workspace, request: ExportRequest): Promise<JobPlan> {
  const profile = await workspace.profile()
  const folder = await checkDestination(wantedFolder(core, profile, request), core.home, workspace.folders.root, core.newId())
  const ours = await listExportFiles(workspace.reader, folder)
  const { members } = await planSet(core, workspace, request, (path, { source, placement }) => {
    const absolute = join(folder, ...path.split('/'))
    if (!isThere(absolute)) return true
    const own = ours.get(absolute)
    return own?.assetId === source.id && own.placementId === placement.id
  })
  const items = planItems(members, request.settings)
  if (items.length === 0) throw nothingToMake(members)
  const stored: ExportInput = {
    folder,
    settings: request.settings,
    rulePackDate: channelCatalog.generatedOn,
    client: { id: profile.id, name: profile.name, zone: profile.zone },
    modelSeconds: modelSeconds(members),
    refused: listRefused(members)
  }
  const placements = new Set(items.map((item) => String(item.payload.placementId)))
  const title = { files: items.length, assets: sourcesUsed(members).length, placements: placements.size }
  return { title, items, stored: asJson(stored) }
}

/** Refusals that hold wherever the file would go. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['unsupported.video', 'conflict.rights-ended', 'conflict.consent-missing'])

function nothingToMake(members: SetMember[]): AppError {
  const first = members[0]
  // Said as the contact sheet says it: a video, or a file whose rights keep it here.
  const refusal = first && 'refusal' in first.draft.outcome ? first.draft.outcome.refusal : undefined
  if (refusal && OF_THE_FILE.has(refusal.code)) return new AppError(refusal.code, { ...refusal.data })
  return first ? new AppError('validation.placement', { placement: first.placement.id }) : new AppError('validation.nothing-selected')
}
