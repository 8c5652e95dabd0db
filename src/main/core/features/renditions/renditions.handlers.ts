import { isAppError } from '../../../../shared/errors/app-error'
import { explain } from '../../../../shared/errors/explain'
import { chooseFormat } from '../../../../shared/media/settings'
import { isAnimated } from '../../../../shared/features/renditions/rendition-source'
import { createTranslator } from '../../../../shared/i18n'
import { os } from '../../router-base'
import type { Workspace } from '../../workspaces/workspaces.types'
import type { CoreServices } from '../../context'
import { modelSeconds } from './export-plan'
import { reportExport } from './export-report'
import { listPresets, removePreset, savePreset } from './presets.repository'
import { createNames, getPlacements, planSet, readTemplate, toPlanned } from './rendition-set'
import { getSources } from './sources.queries'

async function previewNames(core: CoreServices, workspace: Workspace, input: { template: string; assetIds: string[]; placementIds: string[] }) {
  const names = await createNames(core, workspace, readTemplate(input.template))
  const placements = getPlacements(input.placementIds)
  const sources = await getSources(workspace.reader, input.assetIds)
  return sources.flatMap((source) =>
    placements.map((placement) => {
      const choice = chooseFormat(placement, { format: 'auto' }, { hasAlpha: source.hasAlpha, animated: isAnimated(source) })
      return names.next(source, placement, choice.format ?? 'jpg')
    })
  )
}

export const renditionsHandlers = {
  plan: os.renditions.plan.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    const { members, calibration } = await planSet(context.core, workspace, input)
    const renditions = members.map((member) => toPlanned(member, input.settings))
    const made = renditions.filter(({ refusal }) => refusal === null)
    return {
      renditions,
      totals: {
        files: made.length,
        refused: renditions.length - made.length,
        atRisk: made.filter(({ risks }) => risks.some(({ severity }) => severity === 'warn')).length,
        estimatedBytes: made.reduce((sum, { estimatedBytes }) => sum + estimatedBytes, 0),
        estimatedSeconds: made.length === 0 ? 0 : modelSeconds(members) * calibration.seconds
      }
    }
  }),
  previewNames: os.renditions.previewNames.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    try {
      return { names: await previewNames(context.core, workspace, input), problem: null }
    } catch (error) {
      if (!isAppError(error) || error.code !== 'validation.template') throw error
      return { names: [], problem: explain(error.code, error.data, createTranslator('en')).why }
    }
  }),
  export: os.renditions.export.handler(async ({ input, context }) => {
    const { clientId, ...request } = input
    return { jobId: await context.core.jobs.start(clientId, 'renditions.export', request) }
  }),
  report: os.renditions.report.handler(async ({ input, context }) =>
    reportExport(context.core, await context.workspace(input.clientId), input.jobId)
  ),
  listPresets: os.renditions.listPresets.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    return { presets: await listPresets(workspace.reader) }
  }),
  savePreset: os.renditions.savePreset.handler(({ input, context }) => {
    const { clientId, ...preset } = input
    readTemplate(preset.settings.template)
    getPlacements(preset.placementIds)
    return context.command(clientId, (tx) => savePreset(tx, { id: context.core.newId(), ...preset }), { data: { name: preset.name } })
  }),
  removePreset: os.renditions.removePreset.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => {
      await removePreset(tx, input.presetId)
      return { ok: true as const }
    })
  )
}
