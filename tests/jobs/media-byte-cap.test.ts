import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disk, largePhotograph, noise, overlay, photograph, RED } from '../support/images'
import { openMediaBench, type MediaBench, type OutputWish } from '../support/media'

let bench: MediaBench
let photo: string
let rough: string
beforeAll(async () => {
  bench = await openMediaBench()
  photo = await bench.put('photo.jpg', await largePhotograph(3200))
  rough = await bench.put('noise.png', noise(1400, 1400).png())
})
afterAll(() => bench.close())

const sizes: [string, OutputWish][] = [
  ['message banner', { width: 300, height: 250, maxBytes: 40_000 }],
  ['avatar', { width: 98, height: 98, maxBytes: 50_000 }],
  ['sticker', { width: 512, height: 512, format: 'webp', maxBytes: 100_000 }],
  ['tight photo', { width: 1080, height: 1350, maxBytes: 120_000 }],
  ['tight webp', { width: 1080, height: 1350, format: 'webp', maxBytes: 90_000 }],
  ['tight avif', { width: 540, height: 675, format: 'avif', maxBytes: 25_000 }]
]

describe('a hard byte limit', () => {
  it.each(sizes)('is kept by the %s, of exact size', async (_name, wish) => {
    const { file, result } = await bench.renderOne(photo, wish)
    expect([file.width, file.height, file.format]).toEqual([wish.width, wish.height, wish.format ?? 'jpg'])
    expect(file.bytes.length).toBeLessThanOrEqual(wish.maxBytes ?? 0)
    expect(result.bytes).toBe(file.bytes.length)
  })

  it('is kept by an overlay in PNG, which stays transparent', async () => {
    const path = await bench.put('overlay.png', (await overlay(1080, 2340)).png())
    const wish = { width: 1080, height: 2340, format: 'png', maxBytes: 300_000, requireAlpha: true } as const
    const { file } = await bench.renderOne(path, wish)
    expect(file.bytes.length).toBeLessThanOrEqual(300_000)
    expect([file.width, file.height, file.pixel(540, 1170)[3], file.pixel(540, 100)[3]]).toEqual([1080, 2340, 0, 255])
  })

  it('of each placement is kept where several are cut alike', async () => {
    const size = { width: 1080, height: 1350, settings: { floorQuality: 10 } }
    const caps = [100_000, 8_000_000, 60_000, 5_000_000]
    const results = await bench.render(photo, caps.map((maxBytes) => ({ ...size, maxBytes })))
    const written = results.flatMap((result) => (result.status === 'written' ? [result] : []))
    expect(written.map(({ bytes }, index) => bytes <= (caps[index] ?? 0))).toEqual([true, true, true, true])
    expect(written[1]?.sha256).toBe(written[3]?.sha256)
    expect(written[0]?.sha256).not.toBe(written[2]?.sha256)
    const alone = await bench.renderOne(photo, { ...size, maxBytes: 60_000 })
    expect(alone.result.sha256).toBe(written[2]?.sha256)
  })

  it('is used well, with few encodes, and the quality reached is told', async () => {
    const caps = [60_000, 90_000, 130_000, 180_000]
    const results = await bench.render(
      photo,
      caps.map((maxBytes) => ({ width: 1080, height: 1350, maxBytes, settings: { floorQuality: 10 } }))
    )
    for (const [index, result] of results.entries()) {
      if (result.status !== 'written') throw new Error('not written')
      expect(result.probes).toBeLessThanOrEqual(3)
      if (result.quality !== 82) {
        expect(result.bytes / (caps[index] ?? 0)).toBeGreaterThan(0.85)
        expect(result.warnings).toContainEqual({ kind: 'quality-lowered', from: 82, to: result.quality })
      }
    }
    expect(results.filter((result) => result.status === 'written' && result.quality !== 82).length).toBeGreaterThan(1)
  })

  it('that cannot be kept is an error with figures, and leaves no file', async () => {
    const [result] = await bench.render(rough, [{ key: 'never', width: 1080, height: 1080, maxBytes: 40_000 }])
    expect(result).toMatchObject({
      status: 'failed',
      error: { code: 'unavailable.byte-limit', data: { limit: 40_000, floorQuality: 45, formats: 'jpg' } }
    })
    expect(existsSync(`${bench.folder}/out/never.part`)).toBe(false)
  })

  it('is kept by another format of the placement when that is smaller', async () => {
    const { file, result } = await bench.renderOne(rough, {
      width: 600, height: 600, format: 'png', fallbackFormats: ['jpg'], maxBytes: 130_000, settings: { floorQuality: 10 }
    })
    expect(file.format).toBe('jpg')
    expect(file.bytes.length).toBeLessThanOrEqual(130_000)
    expect(result.format).toBe('jpg')
    expect(result.warnings).toContainEqual({ kind: 'format-changed', from: 'png', to: 'jpg' })
  })

  it('takes colors from a PNG before anything else', async () => {
    const logo = await bench.put('photo-logo.png', disk(700, RED).png())
    const free = await bench.renderOne(photo, { width: 600, height: 600, format: 'png' })
    const tight = await bench.renderOne(photo, {
      width: 600, height: 600, format: 'png', maxBytes: Math.floor(free.result.bytes / 3)
    })
    expect(tight.result.warnings.map(({ kind }) => kind)).toContain('colors-reduced')
    const still = await bench.renderOne(logo, { width: 600, height: 600, format: 'png', maxBytes: 50_000 })
    expect(still.result.warnings).toEqual([])
  })
})

describe('a soft byte limit', () => {
  it('that is only assumed warns and changes nothing', async () => {
    const free = await bench.renderOne(photo, { width: 1080, height: 1080 })
    const { result } = await bench.renderOne(photo, { width: 1080, height: 1080, maxBytes: 20_000, maxBytesHard: false })
    expect(result.sha256).toBe(free.result.sha256)
    expect(result.warnings).toContainEqual({ kind: 'over-assumed-limit', bytes: result.bytes, limit: 20_000 })
  })

  it('that is advice warns', async () => {
    const path = await bench.put('small.jpg', photograph())
    const { result } = await bench.renderOne(path, { width: 600, height: 600, adviseBytes: 10_000 })
    expect(result.warnings).toContainEqual({ kind: 'over-advised-size', bytes: result.bytes, limit: 10_000 })
  })
})
