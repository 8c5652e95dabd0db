import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BLUE, disk, fourCorners, GREEN, painted, plain, RED, YELLOW, type Rgb } from '../support/images'
import { openMediaBench, type MediaBench } from '../support/media'
import type { ReadBack } from '../support/read-back'

let bench: MediaBench
beforeAll(async () => {
  bench = await openMediaBench()
})
afterAll(() => bench.close())

const off = { sharpen: 'off', quality: 95 } as const

/** The largest difference of a channel. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...[0, 1, 2].map((channel) => Math.abs((a[channel] ?? 0) - (b[channel] ?? 0))))

const NAMES: [string, Rgb][] = [['R', RED], ['G', GREEN], ['B', BLUE], ['Y', YELLOW]]

const nearest = (color: readonly number[]): string =>
  NAMES.reduce((best, next) => (apart(color, next[1]) < apart(color, best[1]) ? next : best))[0]

/** Colors of the corners: top left, top right, bottom left, bottom right. */
const corners = (file: ReadBack): string =>
  [[0.2, 0.2], [0.8, 0.2], [0.2, 0.8], [0.8, 0.8]]
    .map(([x = 0, y = 0]) => nearest(file.pixel(Math.floor(x * file.width), Math.floor(y * file.height))))
    .join('')

/** Corners after a viewer has applied the EXIF orientation to R G / B Y. */
const UPRIGHT = ['RGBY', 'GRYB', 'YBGR', 'BYRG', 'RBGY', 'BRYG', 'YGBR', 'GYRB']

describe('orientation', () => {
  it.each(UPRIGHT.map((expected, index) => ({ orientation: index + 1, expected })))(
    '$orientation is applied, in the facts and in the pixels',
    async ({ orientation, expected }) => {
      const jpeg = fourCorners(1200, 800).withMetadata({ orientation }).jpeg({ quality: 95 })
      const path = await bench.put(`o${orientation}.jpg`, jpeg)
      const facts = await bench.pool.probe({ path, fileName: 'o.jpg' })
      const turned = orientation > 4
      expect([facts.width, facts.height]).toEqual(turned ? [800, 1200] : [1200, 800])
      const { file } = await bench.renderOne(path, { width: 200, height: 200, settings: off })
      expect(corners(file)).toBe(expected)
    }
  )

  it('of a PNG is applied too', async () => {
    const path = await bench.put('o6.png', fourCorners(300, 200).withMetadata({ orientation: 6 }).png())
    const { file } = await bench.renderOne(path, { width: 100, height: 100, settings: off })
    expect(corners(file)).toBe('BRYG')
  })
})

describe('color', () => {
  const green: Rgb = [30, 200, 60]

  it('of a Display P3 photo arrives in sRGB', async () => {
    const p3 = plain(900, 600, green).withIccProfile('p3').jpeg({ quality: 98 })
    const path = await bench.put('p3.jpg', p3)
    const { file } = await bench.renderOne(path, { width: 200, height: 200, settings: off })
    expect(apart(file.pixel(100, 100), green)).toBeLessThanOrEqual(4)
  })

  it('of a 16 bit picture with a profile arrives in sRGB', async () => {
    const deep = plain(900, 600, green).toColourspace('rgb16').withIccProfile('p3').png()
    const path = await bench.put('deep.png', deep)
    expect(await bench.pool.probe({ path, fileName: 'deep.png' })).toMatchObject({ bitDepth: 16, colorSpace: 'rgb16' })
    const { file } = await bench.renderOne(path, { width: 200, height: 200, format: 'png', settings: off })
    expect(apart(file.pixel(100, 100), green)).toBeLessThanOrEqual(4)
  })

  it('of a 16 bit picture without a profile stays', async () => {
    const path = await bench.put('deep-plain.png', plain(900, 600, green).toColourspace('rgb16').png())
    const { file } = await bench.renderOne(path, { width: 200, height: 200, format: 'png', settings: off })
    expect(apart(file.pixel(100, 100), green)).toBeLessThanOrEqual(2)
  })

  it('of a CMYK photo with a profile comes close', async () => {
    const printable: Rgb = [150, 110, 90]
    const cmyk = plain(900, 600, printable).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 98 })
    const path = await bench.put('cmyk.jpg', cmyk)
    expect(await bench.pool.probe({ path, fileName: 'cmyk.jpg' })).toMatchObject({ colorSpace: 'cmyk' })
    const { file } = await bench.renderOne(path, { width: 200, height: 200, settings: off })
    expect(apart(file.pixel(100, 100), printable)).toBeLessThanOrEqual(20)
  })

  it('of grey and palette pictures stays', async () => {
    const grey = painted(400, 300, 1, () => [120]).toColourspace('b-w').png()
    const fromGrey = await bench.renderOne(await bench.put('grey.png', grey), { settings: off })
    expect(apart(fromGrey.file.pixel(50, 50), [120, 120, 120])).toBeLessThanOrEqual(3)
    const palette = fourCorners(400, 300).png({ palette: true, colours: 8 })
    const fromPalette = await bench.renderOne(await bench.put('palette.png', palette), { settings: off })
    expect(corners(fromPalette.file)).toBe('RGBY')
  })

  it('survives a broken profile', async () => {
    const jpeg = await plain(400, 300, green).withIccProfile('p3').jpeg({ quality: 98 }).toBuffer()
    const at = jpeg.indexOf('acsp')
    jpeg.fill(0xff, at - 20, at + 40)
    const { file } = await bench.renderOne(await bench.put('broken.jpg', jpeg), { settings: off })
    expect(file.width).toBe(100)
  })
})

describe('transparency', () => {
  it('is laid on the chosen color where the format has none', async () => {
    const path = await bench.put('disk.png', disk(400, RED).png())
    const wish = { width: 200, height: 200, settings: { ...off, flattenColor: '#2040c0' } }
    const { file, result } = await bench.renderOne(path, wish)
    expect(apart(file.pixel(3, 3), [0x20, 0x40, 0xc0])).toBeLessThanOrEqual(4)
    expect(apart(file.pixel(100, 100), RED)).toBeLessThanOrEqual(6)
    expect(result.warnings).toContainEqual({ kind: 'alpha-flattened', color: '#2040c0' })
  })

  it('stays where the format has it', async () => {
    const path = await bench.put('disk-keep.png', disk(400, RED).png())
    const { file } = await bench.renderOne(path, { width: 200, height: 200, format: 'png' })
    expect(file.pixel(3, 3)[3]).toBe(0)
    expect(file.pixel(100, 100)).toEqual([...RED, 255])
  })

  it('is asked for in vain of an opaque picture, which is said', async () => {
    const path = await bench.put('opaque.png', plain(400, 400, GREEN).png())
    const { file, result } = await bench.renderOne(path, { format: 'png', requireAlpha: true })
    expect(file.bytes[25]).toBe(6)
    expect(result.warnings).toContainEqual({ kind: 'no-transparency' })
  })

  it('does not count where an alpha channel is opaque everywhere', async () => {
    const path = await bench.put('opaque-alpha.png', plain(400, 400, GREEN).ensureAlpha().png())
    expect(await bench.pool.probe({ path, fileName: 'a.png' })).toMatchObject({ hasAlpha: false })
  })
})
