import { createHash } from 'node:crypto'
import { findPlacement, type NetworkPlacement } from '../../../../shared/channels/catalog'
import { AppError } from '../../../../shared/errors/app-error'
import { createExportNames, dayInZone, type ExportNames } from '../../../../shared/features/renditions/export-names'
import { draftRendition, drawnFractions, type RenditionDraft } from '../../../../shared/features/renditions/plan-rendition'
import type { EstimateCalibration } from '../../../../shared/features/renditions/rendition-estimate'
import type { RenditionSource } from '../../../../shared/features/renditions/rendition-source'
import type { ExportSettings, PlannedRendition } from '../../../../shared/features/renditions/renditions.contract'
import { todayIn } from '../../../../shared/time'
import { parseTemplate, templateReason, type NameTemplate } from '../../../../shared/naming'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { readCalibration } from './calibration.queries'
import { getSources, listHandCrops } from './sources.queries'

export interface RenditionSelection {
  assetIds: string[]
  placementIds: string[]
  exclude: { assetId: string; placementId: string }[]
  settings: ExportSettings
}

/** One asset in one placement, with the name it gets; the name is empty for what cannot be made. */
export interface SetMember {
  source: RenditionSource
  placement: NetworkPlacement
  draft: RenditionDraft
  path: string
}

export interface RenditionSet {
  members: SetMember[]
  sources: RenditionSource[]
  calibration: EstimateCalibration
}

/** @throws AppError `validation.template` */
export function readTemplate(text: string): NameTemplate {
  const { template, problem } = parseTemplate(text)
  if (template) return template
  throw new AppError('validation.template', { template: text, ...templateReason(problem) })
}

/** @throws AppError `validation.placement` for an id that the catalog does not have */
export function getPlacements(ids: readonly string[]): NetworkPlacement[] {
  return [...new Set(ids)].map((placement) => {
    const found = findPlacement(placement)
    if (!found) throw new AppError('validation.placement', { placement })
    return found
  })
}

export async function createNames(core: CoreServices, workspace: Workspace, template: NameTemplate): Promise<ExportNames> {
  const { name, zone } = await workspace.profile()
  return createExportNames(template, { client: name, day: dayInZone(core.now(), zone) })
}

/** Crops planned at once; more would keep the app from answering while they are worked out. */
const mostCrops = 50_000

function refuseTooMany({ assetIds, placementIds }: RenditionSelection): void {
  const crops = assetIds.length * placementIds.length
  if (crops <= mostCrops) return
  const message = `${crops} crops at once; at most ${mostCrops}. Export in parts`
  throw new AppError('validation.input', { issues: [{ path: 'assetIds', message }] })
}

/** Everything that an export of the selection would make, asset by asset, in the order asked. */
export async function planSet(
  core: CoreServices,
  workspace: Workspace,
  selection: RenditionSelection,
  usable?: (path: string, member: { source: RenditionSource; placement: NetworkPlacement }) => boolean
): Promise<RenditionSet> {
  refuseTooMany(selection)
  const template = readTemplate(selection.settings.template)
  const placements = getPlacements(selection.placementIds)
  const sources = await getSources(workspace.reader, selection.assetIds)
  const crops = await listHandCrops(workspace.reader, selection.assetIds)
  const day = todayIn((await workspace.profile()).zone, core.now())
  const calibration = await readCalibration(workspace.reader)
  const names = await createNames(core, workspace, template)
  const left = new Set(selection.exclude.map(({ assetId, placementId }) => `${assetId} ${placementId}`))
  const members = sources.flatMap((source) =>
    placements
      .filter((placement) => !left.has(`${source.id} ${placement.id}`))
      .map((placement): SetMember => {
        const crop = crops.get(source.id)?.get(placement.id)
        const draft = draftRendition({ source, placement, settings: selection.settings.render, crop, calibration, day })
        const free = usable && ((path: string) => usable(path, { source, placement }))
        const path = 'refusal' in draft.outcome ? '' : names.next(source, placement, draft.outcome.format, free)
        return { source, placement, draft, path }
      })
  )
  return { members, sources, calibration }
}

/** Hash of everything that decides a file: the picture, its frame, how it is written, and its name. */
export function memberKey({ source, placement, draft, path }: SetMember, settings: ExportSettings): string {
  const { crop, drawn, target } = draft.frame
  const limits = [placement.maxBytes, placement.maxBytesStatus, placement.adviseBytes, placement.requireAlpha]
  const decides = [source.sha256, source.id, placement.id, target, crop, drawn, draft.outcome, limits, settings.render, path]
  return createHash('sha256').update(JSON.stringify(decides)).digest('hex')
}

/** As the contact sheet shows it. */
export function toPlanned(member: SetMember, settings: ExportSettings): PlannedRendition {
  const { source, placement, draft, path } = member
  const refusal = 'refusal' in draft.outcome ? draft.outcome.refusal : null
  return {
    key: memberKey(member, settings),
    assetId: source.id,
    placementId: placement.id,
    width: placement.width,
    height: placement.height,
    crop: draft.frame.crop,
    drawn: drawnFractions(draft.frame),
    byHand: draft.byHand,
    format: 'refusal' in draft.outcome ? '' : draft.outcome.format,
    fileName: path,
    risks: draft.risks,
    refusal: refusal && { code: refusal.code, data: refusal.data },
    estimatedBytes: draft.estimatedBytes
  }
}
