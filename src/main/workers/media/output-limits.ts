import type { MediaFailure, RenderOutput, RenderWarning } from '../../../shared/media/protocol'

/** Bytes that an output must not exceed; infinite where nothing or only an assumption says so. */
export const hardLimit = (output: RenderOutput): number =>
  output.maxBytesHard && output.maxBytes !== null ? output.maxBytes : Number.POSITIVE_INFINITY

/** What is to be said of limits that do not bind. */
export const limitWarnings = (output: RenderOutput, bytes: number): RenderWarning[] => {
  const { maxBytes, maxBytesHard, adviseBytes } = output
  const warnings: RenderWarning[] = []
  if (maxBytes !== null && !maxBytesHard && bytes > maxBytes) {
    warnings.push({ kind: 'over-assumed-limit', bytes, limit: maxBytes })
  }
  if (adviseBytes !== null && bytes > adviseBytes) warnings.push({ kind: 'over-advised-size', bytes, limit: adviseBytes })
  return warnings
}

/** Why an output cannot be made: `smallest` is the least it came to. */
export const overLimit = (output: RenderOutput, smallest: number): MediaFailure => ({
  code: 'unavailable.byte-limit',
  data: {
    limit: output.maxBytes ?? 0,
    smallest,
    floorQuality: output.settings.floorQuality,
    formats: [output.format, ...output.fallbackFormats].join(', ')
  }
})
