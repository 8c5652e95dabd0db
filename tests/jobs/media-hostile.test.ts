import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAppError } from '../../src/shared/errors/app-error'
import { mediaErrorsEn } from '../../src/shared/i18n/en/media-errors'
import { hostileImages, type HostileImage } from '../support/hostile-images'
import { openMediaBench, type MediaBench } from '../support/media'

let bench: MediaBench
let images: HostileImage[]

beforeAll(async () => {
  bench = await openMediaBench()
  images = await hostileImages()
})
afterAll(() => bench.close())

const outcome = async (image: HostileImage, path: string): Promise<string> => {
  try {
    await bench.pool.probe({ path, fileName: image.fileName })
    return 'read'
  } catch (error) {
    return isAppError(error) ? error.code : `unexpected ${String(error)}`
  }
}

describe('hostile pictures', () => {
  it('cost one error line each, by the right name, and never the process', async () => {
    const expected: string[] = []
    const found: string[] = []
    for (const [index, image] of images.entries()) {
      const path = await bench.put(`hostile-${index}`, image.bytes)
      expected.push(`${image.name}: ${image.expected}`)
      found.push(`${image.name}: ${await outcome(image, path)}`)
    }
    expect(found).toEqual(expected)
    expect(bench.started).toHaveLength(1)
  })

  it('each have a sentence of what, why and do', () => {
    const codes = [...new Set(images.map((image) => image.expected))].filter((code) => code !== 'read')
    const missing = codes.filter((code) => !['what', 'why', 'do'].every((part) => `errors.${code}.${part}` in mediaErrorsEn))
    expect(missing).toEqual([])
  })

  it('fail a render with the same reason', async () => {
    const path = await bench.put('cut.jpg', (images.find(({ name }) => name === 'jpg cut at 60 %') as HostileImage).bytes)
    const code = await bench.render(path, [{ width: 50, height: 50 }]).catch((error: unknown) => (isAppError(error) ? error.code : ''))
    expect(code).toBe('corrupt.image')
  })

  it('that are folders or are not there are refused', async () => {
    const refusal = (path: string) =>
      bench.pool.probe({ path, fileName: 'a.jpg' }).catch((error: unknown) => (isAppError(error) ? error.code : ''))
    expect(await refusal(bench.folder)).toBe('unsupported.not-an-image')
    expect(await refusal(`${bench.folder}/nothing-here`)).toBe('not-found.media-file')
  })
})
