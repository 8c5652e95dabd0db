import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sharp } from 'sharp'
import { createMediaPool, type MediaPool, type MediaPoolOptions, type MediaProcess } from '../../src/main/core/media/media-pool'
import { spawnMediaWithNode } from '../../src/main/hosts/node/spawn-media'
import { frameFor, type FrameRequest } from '../../src/shared/channels/crop'
import type { OutputResult, RenderOutput, WrittenOutput } from '../../src/shared/media/protocol'
import { defaultRenderSettings, type RenderSettings } from '../../src/shared/media/settings'
import { mediaWorkerPath } from './media-worker'
import { readBack, type ReadBack } from './read-back'

export interface OutputWish extends Partial<Omit<RenderOutput, 'settings' | 'frame'>> {
  settings?: Partial<RenderSettings>
  focal?: FrameRequest['focal']
  crop?: FrameRequest['crop']
}

/** A media process with a folder of its own. */
export interface MediaBench {
  pool: MediaPool
  /** Processes started so far, the last one running. */
  started: MediaProcess[]
  folder: string
  /** Puts a picture or bytes into the folder and returns the path. */
  put(name: string, content: Buffer | Sharp): Promise<string>
  /** Renders with all choices defaulted; answers come in the order of the wishes. */
  render(path: string, wishes: OutputWish[]): Promise<OutputResult[]>
  /** Renders one output that must succeed, and reads it back. */
  renderOne(path: string, wish: OutputWish): Promise<{ result: WrittenOutput; file: ReadBack }>
  close(): Promise<void>
}

type Source = FrameRequest['source']

const outputFor = (folder: string, source: Source, wish: OutputWish, index: number): RenderOutput => {
  const { focal = { x: 0.5, y: 0.5 }, crop, settings: changes, ...given } = wish
  const settings = { ...defaultRenderSettings, ...changes }
  const target = { width: wish.width ?? 100, height: wish.height ?? 100 }
  const frame = frameFor({ source, target, fit: settings.fit, focal, crop, allowUpscale: settings.allowUpscale })
  const key = wish.key ?? `output-${index}`
  return {
    ...target, format: 'jpg', fallbackFormats: [], maxBytes: null, maxBytesHard: true, adviseBytes: null,
    requireAlpha: false, partPath: join(folder, 'out', `${key}.part`), ...given, key, frame, settings
  }
}

/** The whole requests behind short wishes. */
export const outputsFor = (folder: string, source: Source, wishes: readonly OutputWish[]): RenderOutput[] =>
  wishes.map((wish, index) => outputFor(folder, { width: source.width, height: source.height }, wish, index))

const ordered = (outputs: RenderOutput[], results: OutputResult[]): OutputResult[] =>
  outputs.flatMap((output) => results.filter((result) => result.key === output.key))

/** Starts the real media process in a folder of its own. */
export const openMediaBench = async (options: Partial<MediaPoolOptions> = {}): Promise<MediaBench> => {
  const worker = await mediaWorkerPath()
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-media-'))
  mkdirSync(join(folder, 'out'))
  const started: MediaProcess[] = []
  let ids = 0
  const spawn = (): MediaProcess => {
    const process = spawnMediaWithNode(worker)
    started.push(process)
    return process
  }
  const pool = createMediaPool({ spawn, newId: () => `request-${(ids += 1)}`, ...options })

  const bench: MediaBench = {
    pool, started, folder,
    async put(name, content) {
      const path = join(folder, name)
      writeFileSync(path, Buffer.isBuffer(content) ? content : await content.toBuffer())
      return path
    },
    async render(path, wishes) {
      const source = await pool.probe({ path, fileName: '' })
      const outputs = outputsFor(folder, source, wishes)
      const results: OutputResult[] = []
      await pool.render({ path, outputs }, (result) => results.push(result))
      return ordered(outputs, results)
    },
    async renderOne(path, wish) {
      const [result] = await bench.render(path, [{ key: 'one', ...wish }])
      if (result?.status !== 'written') throw new Error(`not written: ${JSON.stringify(result)}`)
      return { result, file: readBack(join(folder, 'out', 'one.part')) }
    },
    async close() {
      await pool.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return bench
}
