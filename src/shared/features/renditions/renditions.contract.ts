import { z } from 'zod'
import { clientOperation, clientScope, done, id, jobStarted } from '../../contract/base'
import { renderSettingsSchema } from '../../media/settings'

/** Where files go: the client's own export folder, or a folder the person picked (its token). */
export const destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  z.object({ kind: z.literal('folder'), token: z.string() })
])

export const exportSettings = z.object({
  render: renderSettingsSchema,
  /** Name and folder template, without a leading slash: `{network}/{asset}_{placement}_{w}x{h}.{ext}`. */
  template: z.string().min(1).max(500)
})
export type ExportSettings = z.infer<typeof exportSettings>

const selection = z.object({
  assetIds: z.array(id).min(1).max(20_000),
  placementIds: z.array(z.string()).min(1).max(225),
  /** Single crops left out on the contact sheet. */
  exclude: z.array(z.object({ assetId: id, placementId: z.string() })).max(20_000).default([])
})

export const cropRiskKind = z.enum(['upscale', 'padded', 'focal-cut', 'safe-zone', 'keep-out', 'heavy-crop'])

export const plannedRendition = z.object({
  key: z.string(),
  assetId: id,
  placementId: z.string(),
  width: z.int(),
  height: z.int(),
  /** What is cut out of the upright picture, in fractions. */
  crop: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  /** Where that lies in the rendition, in fractions; smaller than 1 when padded. */
  drawn: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  byHand: z.boolean(),
  format: z.string(),
  fileName: z.string(),
  risks: z.array(z.object({ kind: cropRiskKind, severity: z.enum(['warn', 'note']), data: z.record(z.string(), z.union([z.string(), z.number()])) })),
  /** Set when this one cannot be made at all. */
  refusal: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  estimatedBytes: z.int()
})
export type PlannedRendition = z.infer<typeof plannedRendition>

export const exportPreset = z.object({ id, name: z.string(), placementIds: z.array(z.string()), settings: exportSettings })

export const renditionsContract = {
  /** The contact sheet: every crop with its risks, its name and its estimated size, before anything is made. */
  plan: clientOperation('query', 'not-found.asset', 'validation.placement', 'validation.template')
    .input(clientScope.extend(selection.shape).extend({ settings: exportSettings }))
    .output(
      z.object({
        renditions: z.array(plannedRendition),
        totals: z.object({ files: z.int(), refused: z.int(), atRisk: z.int(), estimatedBytes: z.int(), estimatedSeconds: z.number() })
      })
    ),
  /** Names as a template makes them, for the live preview; answers with the reason when the template is wrong. */
  previewNames: clientOperation('query')
    .input(clientScope.extend({ template: z.string().max(500), assetIds: z.array(id).max(3), placementIds: z.array(z.string()).max(5) }))
    .output(z.object({ names: z.array(z.string()), problem: z.string().nullable() })),
  export: clientOperation(
    'job',
    'not-found.asset',
    'not-found.file-token',
    'validation.placement',
    'validation.template',
    'validation.destination',
    'validation.nothing-selected'
  )
    .input(clientScope.extend(selection.shape).extend({ settings: exportSettings, destination: destination.default({ kind: 'default' }) }))
    .output(jobStarted),
  /** What an export made, with bytes and qualities as achieved. */
  report: clientOperation('query', 'not-found.job')
    .input(clientScope.extend({ jobId: id }))
    .output(
      z.object({
        jobId: id,
        folder: z.string(),
        manifest: z.string().nullable(),
        contactSheet: z.string().nullable(),
        /** Signed addresses for a browser to fetch; null where the file is not there. */
        contactSheetUrl: z.string().nullable(),
        totals: z.object({ files: z.int(), failed: z.int(), bytes: z.int(), seconds: z.number(), warnings: z.int() }),
        byNetwork: z.array(z.object({ network: z.string(), files: z.int(), bytes: z.int() })),
        files: z.array(
          z.object({
            assetId: id,
            placementId: z.string(),
            path: z.string(),
            width: z.int(),
            height: z.int(),
            bytes: z.int(),
            maxBytes: z.number().nullable(),
            quality: z.int().nullable(),
            format: z.string(),
            warnings: z.array(z.string()),
            error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
            url: z.string().nullable()
          })
        )
      })
    ),
  listPresets: clientOperation('query').input(clientScope).output(z.object({ presets: z.array(exportPreset) })),
  savePreset: clientOperation('command', 'validation.template', 'validation.placement', 'conflict.client-archived')
    .input(clientScope.extend({ name: z.string().trim().min(1).max(80), placementIds: z.array(z.string()).max(225), settings: exportSettings }))
    .output(exportPreset),
  removePreset: clientOperation('command', 'not-found.preset', 'conflict.client-archived')
    .input(clientScope.extend({ presetId: id }))
    .output(done)
}
