import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Samples that lie beside the repository where it is developed and may not be committed. */
const folder = resolve(import.meta.dirname, '../../../shared/data/formats')

export interface SampleFacts extends Record<string, unknown> {
  platform: string
  kind: string
  rows?: number
  confidence?: string
}

export const samplesAreHere = existsSync(join(folder, 'expected.json'))
export const NO_SAMPLES = 'no samples beside this repository: ../shared/data/formats'

export const samplePath = (name: string): string => join(folder, 'samples', name)

/** What is expected of each sample, by its name. */
export function expectedFacts(): Record<string, SampleFacts> {
  if (!samplesAreHere) return {}
  return (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { samples: Record<string, SampleFacts> }).samples
}
