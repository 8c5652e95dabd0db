import { findPlacement } from '../../../../shared/channels/catalog'
import { explain } from '../../../../shared/errors/explain'
import { createTranslator } from '../../../../shared/i18n'
import type { ExportJobItem } from './export-job.queries'
import type { ExportedFile, ExportInput, ExportItem } from './export-item'
import type { Manifest, ManifestFailure, ManifestFile } from './manifest-schema'

export interface ManifestFacts {
  jobId: string
  madeAt: string
  version: string
  input: ExportInput
  items: ExportJobItem[]
}

const placementEntry = (id: string) => ({ id, name: findPlacement(id)?.name ?? id })

function assetEntry({ assetId, source }: ExportItem) {
  return { id: assetId, fileName: source.fileName, sha256: source.sha256, title: source.title, altText: source.altText }
}

function cropOf({ frame, byHand }: ExportItem, fit: 'cover' | 'contain'): ManifestFile['crop'] {
  const by = byHand ? 'hand' : fit === 'cover' ? 'focal-point' : 'whole'
  return { by, px: frame.cropPx, fraction: frame.crop }
}

function fileEntry(item: ExportItem, file: ExportedFile, { jobId, input }: ManifestFacts): ManifestFile {
  const { sha256, bytes, width, height, format, frames, quality, warnings } = file
  return {
    path: file.name,
    sha256, bytes, width, height, format, frames, quality,
    limit: item.maxBytes === null ? null : { bytes: item.maxBytes, assumed: !item.maxBytesHard },
    network: item.network,
    placement: placementEntry(item.placementId),
    asset: assetEntry(item),
    crop: cropOf(item, input.settings.render.fit),
    drawn: item.frame.drawn,
    warnings,
    madeAt: file.writtenAt,
    jobId
  }
}

function failures({ items, input, jobId }: ManifestFacts): ManifestFailure[] {
  const t = createTranslator('en')
  const words = (code: string, data: Record<string, unknown>): string => {
    const { what, why } = explain(code, data, t)
    return [what, why].filter(Boolean).join(' ')
  }
  const failed = items.flatMap(({ item, error }) => {
    if (!error) return []
    const asset = { id: item.assetId, fileName: item.source.fileName, sha256: item.source.sha256 }
    return [{ asset, placement: placementEntry(item.placementId), code: error.code, reason: words(error.code, error.data), jobId }]
  })
  const names = new Map(items.map(({ item }) => [item.assetId, item.source]))
  const refused = input.refused.map(({ assetId, placementId, code, data }) => {
    const source = names.get(assetId)
    const asset = source ? { id: assetId, fileName: source.fileName, sha256: source.sha256 } : null
    return { asset, placement: placementEntry(placementId), code, reason: words(code, data), jobId }
  })
  return [...failed, ...refused]
}

/** What one export made, as its manifest says it. */
export function describeExport(facts: ManifestFacts): Manifest {
  const { input, items, madeAt, version } = facts
  return {
    schema: 'greenroom-manifest/1',
    client: { id: input.client.id, name: input.client.name },
    madeAt,
    app: { name: 'Greenroom', version },
    settings: input.settings,
    rulePack: { date: input.rulePackDate },
    contactSheet: null,
    files: items.flatMap(({ item, file }) => (file ? [fileEntry(item, file, facts)] : [])),
    failures: failures(facts)
  }
}

/** The manifest of a folder after one more export: its files replace those of the same path, the others stay. */
export function mergeManifests(earlier: Manifest, latest: Manifest): Manifest {
  const replaced = new Set(latest.files.map(({ path }) => path))
  const jobs = new Set([...latest.files, ...latest.failures].map(({ jobId }) => jobId))
  return {
    ...latest,
    files: [...earlier.files.filter(({ path, jobId }) => !replaced.has(path) && !jobs.has(jobId)), ...latest.files],
    failures: [...earlier.failures.filter(({ jobId }) => !jobs.has(jobId)), ...latest.failures]
  }
}
