import { describe, expect, it } from 'vitest'
import type { NetworkId } from '../../src/shared/channels/catalog.schema'
import type { FormatId } from '../../src/shared/channels/formats'
import { checkVariant, findingSentence, ratioLabel, type CheckedMedia, type Finding, type LimitOverrides } from '../../src/shared/checks'
import { createTranslator } from '../../src/shared/i18n'

const NOW = '2026-11-22T08:00:00.000Z'
const t = createTranslator('en')

const picture = (over: Partial<CheckedMedia> = {}): CheckedMedia => ({
  assetId: 'a1', width: 1080, height: 1350, bytes: 400_000, format: 'jpg', frames: 1, altText: 'Boats on a river', ...over
})
const clip = (over: Partial<CheckedMedia> = {}): CheckedMedia => picture({ width: 1080, height: 1920, bytes: 9_000_000, format: 'mp4', seconds: 30, ...over })

const check = (network: NetworkId, format: FormatId, media: CheckedMedia[], limits?: LimitOverrides): Finding[] =>
  checkVariant({ network, format, text: 'Open on Sunday.', media, limits }, NOW)
const ids = (found: readonly Finding[]): string[] => found.map(({ id }) => id)
const said = (found: readonly Finding[], id: string): string => found.filter((one) => one.id === id).map((one) => findingSentence(t, one)).join()

describe('pictures', () => {
  it('of a ratio that is not taken can be cropped', () => {
    const found = check('instagram', 'feed', [picture({ width: 2400, height: 1000 })])
    expect(found[0]).toMatchObject({ id: 'media.ratio', severity: 'error', assetId: 'a1', fix: { kind: 'crop', placementId: 'ig-feed-4x5', ratio: 1.91 } })
    expect(said(found, 'media.ratio')).toBe('Picture is 2.4:1, limit 4:5 to 1.91:1')
    expect(found[0]?.source).toMatch(/^https:/)
  })

  it('are judged by what the crop shows', () => {
    const wide = { width: 2400, height: 1000 }
    expect(check('instagram', 'feed', [picture({ ...wide, crop: { left: 0.2, top: 0, width: 0.5, height: 1 } })])).toEqual([])
  })

  it('may be off by a pixel of rounding', () => {
    expect(check('instagram', 'feed', [picture({ width: 1080, height: 1351 })])).toEqual([])
  })

  it('that only the app of the network takes are told so', () => {
    const found = check('instagram', 'feed', [picture({ width: 1080, height: 1440 })])
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([['media.app-only', 'warning']])
  })

  it('of a format that is not taken are converted on their way out: that is noted, and no fault', () => {
    const found = check('tiktok', 'carousel', [picture({ format: 'png', width: 1080, height: 1080 })])
    expect(found[0]).toMatchObject({ id: 'media.format', severity: 'note', fix: { kind: 'convert', formats: ['jpg', 'webp'] } })
    expect(said(found, 'media.format')).toBe('PNG, takes JPG, WEBP')
  })

  it('as heavy as a camera makes them are written smaller on their way out: how heavy they are is noted, and no fault', () => {
    const found = check('bluesky', 'feed', [picture({ bytes: 3_400_000 })])
    expect(said(found, 'media.bytes')).toBe('File of 3.4 MB, limit 2 MB')
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([['media.bytes', 'note']])
  })

  it('over a limit that was set for the client are at fault: they are not written by that one', () => {
    expect(check('bluesky', 'feed', [picture({ bytes: 900_000 })], { bytes: 800_000 })[0]).toMatchObject({ id: 'media.bytes', severity: 'error', overridden: true })
  })

  it('that go out as they are keep to the limit: clips, and moving pictures where they are not taken', () => {
    expect(check('bluesky', 'video', [clip({ bytes: 400_000_000 })]).filter(({ id }) => id === 'media.bytes')).toMatchObject([{ severity: 'error' }])
    expect(check('tiktok', 'carousel', [picture({ format: 'webp', frames: 3 })])[0]).toMatchObject({ id: 'media.animated', severity: 'error' })
  })

  it('that are too small are told so, those that are too large are made smaller', () => {
    expect(said(check('google-business', 'update', [picture({ width: 320, height: 240 })]), 'media.too-small')).toBe('Picture is 320 × 240, at least 400 × 300')
    expect(check('instagram', 'feed', [picture({ width: 4000, height: 5000 })])).toMatchObject([{ id: 'media.dimensions', severity: 'note', fix: { kind: 'resize' } }])
  })

  it('in a story that do not fill it are a warning', () => {
    expect(said(check('instagram', 'story', [picture({ width: 1080, height: 1080 })]), 'media.ratio-advised')).toBe('Picture is 1:1, shown in full at 9:16')
  })

  it('that move are taken where GIF is, alone on X, and nowhere as WebP', () => {
    const gif = picture({ format: 'gif', frames: 12, width: 600, height: 500 })
    expect(check('x', 'feed', [gif])).toEqual([])
    expect(ids(check('x', 'feed', [gif, picture()]))).toContain('media.gif-alone')
    expect(ids(check('instagram', 'feed', [gif]))).toContain('media.animated')
    expect(ids(check('bluesky', 'feed', [picture({ format: 'webp', frames: 12 })]))).toContain('media.animated')
  })

  it('are counted', () => {
    const many = (count: number): CheckedMedia[] => Array.from({ length: count }, (_, index) => picture({ assetId: `a${index}` }))
    expect(said(check('x', 'feed', many(5)), 'media.too-many')).toBe('5 files, limit 4')
    expect(check('instagram', 'feed', many(2))[0]).toMatchObject({ id: 'media.too-many', fix: { kind: 'change-format', formats: ['carousel'] } })
    expect(said(check('instagram', 'carousel', many(1)), 'media.too-few')).toBe('1 file, at least 2')
    expect(said(check('instagram', 'feed', []), 'media.missing')).toBe('A picture or video is needed here')
    expect(check('threads', 'carousel', many(20))).toEqual([])
  })

  it('need an alternative text where the network has one, within its length', () => {
    expect(check('mastodon', 'feed', [picture({ altText: ' ' })])).toMatchObject([{ id: 'alt.missing', severity: 'warning', fix: { kind: 'add-alt-text' } }])
    expect(said(check('instagram', 'feed', [picture({ altText: 'a'.repeat(1001) })]), 'alt.too-long')).toBe('The alternative text has 1,001 characters, limit 1,000')
    expect(check('google-business', 'update', [picture({ altText: '' })])).toEqual([])
  })
})

describe('videos and documents', () => {
  it('too long or too short for the format are told by their length', () => {
    expect(said(check('youtube', 'short', [clip({ seconds: 200 })]), 'video.too-long')).toMatch(/^Video of 3 min 20 s|Video of 3 min/)
    expect(ids(check('instagram', 'reel', [clip({ seconds: 2 })]))).toContain('video.too-short')
    expect(ids(check('x', 'feed', [clip({ seconds: 200 })], { seconds: 600 }))).not.toContain('video.too-long')
  })

  it('in a codec that is not taken are told so, when it is known', () => {
    expect(ids(check('x', 'feed', [clip({ width: 720, height: 1280, codec: 'hevc' })]))).toContain('video.codec')
    expect(check('instagram', 'reel', [clip({ codec: 'h265' })])).toEqual([])
    expect(check('x', 'feed', [clip({ width: 720, height: 1280, codec: null, seconds: null })])).toEqual([])
  })

  it('are not taken where pictures are, and the other way round', () => {
    expect(said(check('pinterest', 'video', [picture()]), 'media.kind')).toBe('This format takes no pictures')
    expect(said(check('linkedin', 'carousel', [clip(), picture()]), 'media.kind')).toBe('This format takes no video')
    expect(ids(check('linkedin', 'feed', [picture({ format: 'pdf' })]))).toContain('media.kind')
  })

  it('stand alone outside of carousels', () => {
    expect(ids(check('linkedin', 'feed', [clip(), picture()]))).toContain('media.too-many')
    expect(ids(check('instagram', 'carousel', [clip({ width: 1080, height: 1350 }), picture()]))).toEqual([])
  })
})

describe('what is said of a video', () => {
  it('names it', () => {
    expect(said(check('youtube', 'short', [clip({ width: 1920, height: 1080 })]), 'media.ratio')).toBe('Video is 16:9, limit 9:16 to 1:1')
  })
})

describe('the name of a ratio', () => {
  it.each([[16 / 9, '16:9'], [1080 / 1350, '4:5'], [1200 / 628, '1.91:1'], [2.4, '2.4:1'], [0.45, '1:2.22']])('%f is %s', (ratio, label) => {
    expect(ratioLabel(ratio)).toBe(label)
  })
})
