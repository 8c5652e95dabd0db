import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { frameFor } from '@shared/channels/crop'
import type { OutputResult, RenderOutput } from '@shared/media/protocol'
import { defaultRenderSettings } from '@shared/media/settings'
import { guardDecoders } from '../../src/main/workers/media/decoder'
import { inspect, type Inspected } from '../../src/main/workers/media/inspect'
import { renderInspected } from '../../src/main/workers/media/render-asset'

interface Placement {
  id: string
  width: number
  height: number
  cap?: number
}

interface Job {
  photographs: string[]
  placements: Placement[]
  format: 'jpg' | 'webp'
  quality: number
  floorQuality: number
  sharpen: 'off' | 'standard'
  /** By base name; the middle where there is none. */
  focal: Record<string, { x: number; y: number }>
  inFlight: number
  out: string
}

const outputFor = (job: Job, image: Inspected, placement: Placement): RenderOutput => {
  const { width, height, id, cap } = placement
  const name = basename(image.path)
  const focal = job.focal[name] ?? job.focal['*'] ?? { x: 0.5, y: 0.5 }
  return {
    key: id,
    width,
    height,
    frame: frameFor({ source: image.upright, target: { width, height }, fit: 'cover', focal, allowUpscale: false }),
    format: job.format,
    fallbackFormats: [],
    maxBytes: cap ?? null,
    maxBytesHard: cap !== undefined,
    adviseBytes: null,
    requireAlpha: false,
    settings: { ...defaultRenderSettings, quality: job.quality, floorQuality: job.floorQuality, sharpen: job.sharpen },
    partPath: join(job.out, `${name.replace(/\.[^.]+$/, '')}_${id}.${job.format}`)
  }
}

const run = async (job: Job): Promise<OutputResult[]> => {
  const results: OutputResult[] = []
  const queue = job.photographs.values()
  const work = async (): Promise<void> => {
    for (const path of queue) {
      const image = await inspect(path)
      const outputs = job.placements.map((placement) => outputFor(job, image, placement))
      await renderInspected(image, outputs, (output) => results.push(output))
    }
  }
  await Promise.all(Array.from({ length: job.inFlight }, work))
  return results
}

const job = JSON.parse(process.argv[2] ?? '') as Job
mkdirSync(job.out, { recursive: true })
guardDecoders()
const results = await run(job)
const written = results.filter((result) => result.status === 'written')
process.stdout.write(
  JSON.stringify({
    files: written.length,
    failed: results.length - written.length,
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
    probes: written.map(({ probes }) => probes),
    qualities: written.map(({ quality }) => quality),
    overCap: written.filter(({ key, bytes }) => bytes > (job.placements.find(({ id }) => id === key)?.cap ?? Infinity)).length,
    peakMiB: process.resourceUsage().maxRSS / 1024
  })
)
