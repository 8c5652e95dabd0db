import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IMAGE_LIMITS } from '../../src/shared/media/limits'
import {
  animation, BLUE, fourCorners, jpegWithSecrets, largePhotograph, noise, photograph, plain, RED, SECRETS
} from '../support/images'
import { openMediaBench, type MediaBench } from '../support/media'
import { readBack } from '../support/read-back'

let bench: MediaBench
let photo: string
beforeAll(async () => {
  bench = await openMediaBench()
  photo = await bench.put('photo.jpg', await largePhotograph(3200))
})
afterAll(() => bench.close())

const out = (key: string): string => join(bench.folder, 'out', `${key}.part`)

describe('renditions', () => {
  it('have exactly the size and format asked for', async () => {
    const sizes = { jpg: [[1080, 1350], [1500, 500], [98, 98]], webp: [[512, 512]], png: [[300, 250]], avif: [[400, 225]], gif: [[300, 60]] }
    const wishes = (['jpg', 'webp', 'png', 'avif', 'gif'] as const).flatMap((format) =>
      sizes[format].map(([width, height]) => ({ key: `${format}-${width}`, width, height, format }))
    )
    const results = await bench.render(photo, wishes)
    const found = results.map(({ key }) => {
      const { format, width, height } = readBack(out(key))
      return { key, width, height, format }
    })
    expect(found).toEqual(wishes)
  })

  it('report the bytes and the hash of what was written, owned by the person alone', async () => {
    const { file, result } = await bench.renderOne(photo, { width: 300, height: 300 })
    expect(result.bytes).toBe(file.bytes.length)
    expect(result.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'))
    expect(statSync(out('one')).mode & 0o777).toBe(0o600)
  })

  it('are the same bytes however often, in whichever company and after whatever was left there', async () => {
    const wish = { width: 1080, height: 1350, maxBytes: 100_000, settings: { floorQuality: 10 } }
    const alone = await bench.renderOne(photo, wish)
    writeFileSync(out('late'), 'left over')
    const together = await bench.render(photo, [
      { key: 'small', width: 64, height: 64 }, { key: 'large', width: 3000, height: 2000 }, { key: 'late', ...wish }, { key: 'twin', ...wish }
    ])
    expect(together.slice(2).map((result) => result.status === 'written' && result.sha256)).toEqual([
      alone.result.sha256, alone.result.sha256
    ])
    expect(readFileSync(out('late'))).toEqual(readFileSync(out('twin')))
  })

  it('follow the focal point', async () => {
    const path = await bench.put('corners.png', fourCorners(1600, 400).png())
    const left = await bench.renderOne(path, { focal: { x: 0.1, y: 0.5 } })
    const right = await bench.renderOne(path, { focal: { x: 0.9, y: 0.5 } })
    expect(left.file.pixel(50, 20)[0]).toBeGreaterThan(200)
    expect(right.file.pixel(50, 20)[0]).toBeLessThan(80)
  })

  it('follow a crop set by hand', async () => {
    const path = await bench.put('corners2.png', fourCorners(1600, 1600).png())
    const { file } = await bench.renderOne(path, { crop: { left: 0.6, top: 0.6, width: 0.3, height: 0.3 } })
    expect(file.pixel(2, 2)[0]).toBeGreaterThan(220)
    expect(file.pixel(97, 97)[1]).toBeGreaterThan(200)
  })

  it('fail one by one: a folder that is not there fails its own output only', async () => {
    const results = await bench.render(photo, [
      { key: 'lost', partPath: join(bench.folder, 'no-such', 'a.part') }, { key: 'fine' }
    ])
    expect(results).toMatchObject([
      { status: 'failed', error: { code: 'unavailable.media-write', data: { reason: 'ENOENT' } } }, { status: 'written' }
    ])
  })
})

describe('a picture too small for its placement', () => {
  const small = async () => bench.put('small.png', plain(200, 100, RED).png())

  it('is never enlarged: it keeps its pixels and is padded with a color', async () => {
    const { file, result } = await bench.renderOne(await small(), {
      width: 400, height: 400, settings: { pad: 'color', padColor: '#0000ff' }
    })
    const row = Array.from({ length: 400 }, (_, x) => file.pixel(x, 200)[0] > 128)
    expect(row.filter(Boolean).length).toBe(200)
    expect(file.pixel(5, 5)[2]).toBeGreaterThan(240)
    expect(result.warnings).toContainEqual({ kind: 'padded' })
  })

  it('is padded with its own blur', async () => {
    const { file } = await bench.renderOne(await small(), { width: 400, height: 400 })
    const [red, green] = file.pixel(5, 5)
    expect(red - green).toBeGreaterThan(100)
  })

  it('is enlarged when that is allowed, which is said', async () => {
    const { file, result } = await bench.renderOne(await small(), {
      width: 400, height: 400, settings: { allowUpscale: true }
    })
    expect(file.pixel(5, 5)[0]).toBeGreaterThan(200)
    expect(result.warnings).toContainEqual({ kind: 'upscaled', factor: 4 })
  })

  it('is shown whole by contain', async () => {
    const path = await bench.put('wide.png', fourCorners(1000, 200).png())
    const { file } = await bench.renderOne(path, { settings: { fit: 'contain', pad: 'color', padColor: '#000000' } })
    expect(file.pixel(3, 45)[0]).toBeGreaterThan(180)
    expect(file.pixel(97, 45)[1]).toBeGreaterThan(150)
    expect(file.pixel(50, 5)).toEqual([0, 0, 0, 255])
  })
})

describe('metadata', () => {
  it('of no kind leaves with a rendition or a thumbnail, not even at the same size', async () => {
    const path = await bench.put('secret.jpg', await jpegWithSecrets(fourCorners(600, 400)))
    const source = readFileSync(path)
    expect(SECRETS.filter((secret) => !source.includes(secret))).toEqual([])
    const formats = ['jpg', 'png', 'webp', 'avif', 'gif'] as const
    await bench.render(path, formats.map((format) => ({ key: format, width: 600, height: 400, format })))
    const thumbnail = join(bench.folder, 'thumb.webp')
    await bench.pool.thumbnail({ path, outPath: thumbnail, size: 600, format: 'webp' })
    for (const file of [...formats.map(out), thumbnail]) {
      const bytes = readFileSync(file)
      const leaked = [...SECRETS, 'Exif', 'GPS', '8BIM', 'xmpmeta', 'ICC_PROFILE'].filter((text) => bytes.includes(text))
      expect({ file, leaked }).toEqual({ file, leaked: [] })
    }
  })
})

describe('an animation', () => {
  const moving = async () => bench.put('moving.gif', animation(120, 80, 12).gif({ delay: Array.from({ length: 12 }, () => 80) }))
  const framesOf = async (path: string) => (await bench.pool.probe({ path, fileName: '' })).frames

  it('is known by its frames and time', async () => {
    expect(await bench.pool.probe({ path: await moving(), fileName: 'a.gif' })).toMatchObject({
      animated: true, frames: 12, durationMs: 960, width: 120, height: 80
    })
  })

  it.each(['gif', 'webp'] as const)('goes on moving as %s', async (format) => {
    const { file, result } = await bench.renderOne(await moving(), { width: 100, height: 100, format })
    expect([file.format, file.width, file.height, result.frames]).toEqual([format, 100, 100, 12])
    expect(await framesOf(out('one'))).toBe(12)
  })

  it('never goes still without a word', async () => {
    const { result } = await bench.renderOne(await moving(), { width: 60, height: 60 })
    expect(result.frames).toBe(1)
    expect(result.warnings).toContainEqual({ kind: 'animation-flattened', frames: 12 })
  })
})

describe('thumbnails', () => {
  it('fit in the side asked for and are never enlarged', async () => {
    const outPath = join(bench.folder, 't.webp')
    const large = await bench.pool.thumbnail({ path: photo, outPath, size: 320, format: 'webp' })
    expect(Math.max(large.width, large.height)).toBe(320)
    expect(readBack(outPath)).toMatchObject({ format: 'webp', width: large.width, height: large.height })
    const path = await bench.put('tiny.png', plain(40, 30, BLUE).png())
    expect(await bench.pool.thumbnail({ path, outPath, size: 320, format: 'webp' })).toMatchObject({ width: 40, height: 30 })
  })
})

describe('facts', () => {
  it('of a photograph hold its size, color and where the eye looks', async () => {
    const path = await bench.put('real.jpg', photograph())
    const facts = await bench.pool.probe({ path, fileName: 'real.jpg' })
    expect(facts).toMatchObject({ format: 'jpg', width: 1024, height: 819, frames: 1, hasAlpha: false, bitDepth: 8 })
    expect(facts.placeholder).toMatch(/^#[0-9a-f]{6}$/)
    expect(facts.focal.x).toBeGreaterThan(0)
    expect(facts.focal.x).toBeLessThan(1)
  })

  it('of an even picture put the focal point in the center', async () => {
    const path = await bench.put('even.png', plain(500, 400, BLUE).png())
    expect((await bench.pool.probe({ path, fileName: 'even.png' })).focal).toEqual({ x: 0.5, y: 0.5 })
  })

  it('find a bright spot on an even ground', async () => {
    const spot = await plain(900, 600, [90, 100, 110])
      .composite([{ input: await noise(90, 90).png().toBuffer(), left: 630, top: 150 }])
      .jpeg()
      .toBuffer()
    const { focal } = await bench.pool.probe({ path: await bench.put('spot.jpg', spot), fileName: 'spot.jpg' })
    expect(Math.hypot(focal.x - 0.75, focal.y - 0.325)).toBeLessThan(0.1)
  })

  it('are kept within the limits that are written down', () => {
    expect(IMAGE_LIMITS).toMatchObject({ fileBytes: 200_000_000, frames: 1000, channels: 5, summedPixels: 200_000_000 })
  })
})
