import { describe, expect, it } from 'vitest'
import type { NetworkId } from '../../src/shared/channels/catalog.schema'
import type { FormatId } from '../../src/shared/channels/formats'
import { applyTextFix, checkVariant, findingSentence, type CheckedMedia, type Finding, type VariantInput } from '../../src/shared/checks'
import { NO_RIGHTS, namesCredit, rightsBlock, rightsState, type AssetRights } from '../../src/shared/features/assets/rights'
import { createFormats, createTranslator } from '../../src/shared/i18n'
import { sniffVideo } from '../../src/shared/media/sniff-video'
import { coverMoment } from '../../src/shared/media/video'

const NOW = '2026-11-22T08:00:00.000Z'
const t = createTranslator('en')
const formats = createFormats('en-US')
const clip = (over: Partial<CheckedMedia> = {}): CheckedMedia => ({ assetId: 'v', width: 1080, height: 1920, bytes: 9_000_000, format: 'mp4', altText: '', seconds: 30, codec: 'h264', audioCodec: 'aac', framesPerSecond: 30, ...over })
const photo = (rights: Partial<AssetRights>, over: Partial<CheckedMedia> = {}): CheckedMedia => ({ assetId: 'p', width: 1080, height: 1350, bytes: 400_000, format: 'jpg', altText: 'Boats', rights: { ...NO_RIGHTS, ...rights }, ...over })
const input = (network: NetworkId, format: FormatId, media: CheckedMedia[], over: Partial<VariantInput> = {}): VariantInput => ({ network, format, text: 'Open on Sunday.', media, ...over })
const check = (...given: Parameters<typeof input>): Finding[] => checkVariant(input(...given), NOW)
const said = (found: readonly Finding[]): string[] => found.map((one) => findingSentence(t, one, formats))

describe('a video that was read', () => {
  it('is held against length, codecs, sound and rates, each with limit, source and date', () => {
    expect(check('instagram', 'reel', [clip()])).toEqual([])
    const bad = check('instagram', 'reel', [clip({ seconds: 1000, codec: 'vp9', audioCodec: 'opus', framesPerSecond: 120, bitsPerSecond: 40_000_000 })])
    expect(said(bad)).toEqual(expect.arrayContaining(['Video in VP9, takes H264, HEVC', 'Sound in OPUS, takes AAC', '120 frames a second, takes 23 to 60', 'Video of 40 Mbit/s, limit 25']))
    expect(bad.map(({ id }) => id)).toContain('video.too-long')
    for (const { source, sourceDate, severity } of bad) expect([source.startsWith('https:'), sourceDate !== '', severity]).toEqual([true, true, 'error'])
  })

  it('may be a hair longer than the limit, and 23.976 frames a second are 24', () => {
    expect(check('x', 'video', [clip({ width: 1280, height: 720, seconds: 140.02, framesPerSecond: 59.94 })])).toEqual([])
    expect(check('facebook', 'reel', [clip({ framesPerSecond: 23.976 })])).toEqual([])
  })
})

describe('a video that no program could read', () => {
  it('is not passed: what was not checked is said, and its format is still looked at', () => {
    const found = check('instagram', 'reel', [clip({ format: 'webm', width: 16, height: 9, seconds: null, codec: null, unread: true })])
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([['media.format', 'error'], ['video.not-checked', 'warning']])
    expect(found[1]).toMatchObject({ source: '', fix: { kind: 'read-video', assetId: 'v' } })
  })
})

describe('rights', () => {
  it('that end before the day of a post stop it; on their last day they do not', () => {
    const rights = { endsOn: '2026-12-01' }
    const on = (plannedDay: string) => check('instagram', 'feed', [photo(rights)], { plannedDay }).map(({ id, severity }) => [id, severity])
    expect(on('2026-12-02')).toEqual([['rights.ended', 'error']])
    expect(on('2026-12-01')).toEqual([['rights.ending', 'warning']])
    expect(on('2026-11-01')).toEqual([['rights.ending', 'warning']])
    expect(on('2026-10-31')).toEqual([])
    expect(said(check('instagram', 'feed', [photo(rights)], { plannedDay: '2026-12-02' }))).toEqual(['The rights ended on Dec 1, 2026'])
  })

  it('with a reason given are told of and stop nothing', () => {
    const found = check('instagram', 'feed', [photo({ endsOn: '2026-11-01', usedAnyway: 'Extended by mail' })])
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([['rights.anyway', 'note']])
    expect(rightsBlock({ ...NO_RIGHTS, endsOn: '2026-11-01', usedAnyway: ' ' }, '2026-11-22')).toBe('ended')
  })

  it('wait for the consent of who is shown', () => {
    expect(check('instagram', 'feed', [photo({ people: 'Ida' })]).map(({ id }) => id)).toEqual(['rights.no-consent'])
    expect(check('instagram', 'feed', [photo({ people: 'Ida', consentOn: '2026-10-01' })])).toEqual([])
    expect(rightsState({ ...NO_RIGHTS, people: 'Ida' }, '2026-11-22')).toBe('no-consent')
  })

  it('ask once for a credit, which is put below the text', () => {
    const media = [photo({ credit: 'Photo: Ida Berg', creditRequired: true }), photo({ credit: 'Photo: Ida Berg', creditRequired: true }, { assetId: 'q' })]
    const given = input('x', 'feed', media)
    const [finding, ...more] = checkVariant(given, NOW)
    expect([finding?.id, more]).toEqual(['rights.credit-missing', []])
    const { text = '' } = applyTextFix(given, finding!.fix!)
    expect(text).toBe('Open on Sunday.\n\nPhoto: Ida Berg')
    expect(checkVariant({ ...given, text }, NOW)).toEqual([])
    expect(namesCredit('photo:  ida berg', ['By Ida', 'PHOTO: Ida Berg.'])).toBe(true)
  })

  it('of what is out already are let be', () => {
    expect(check('instagram', 'feed', [photo({ endsOn: '2026-11-01' })], { isOut: true })).toEqual([])
  })
})

describe('the first bytes of a file', () => {
  const iso = (brand: string) => new Uint8Array(Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1'))
  it.each([['isom', 'mp4'], ['mp42', 'mp4'], ['qt  ', 'mov'], ['M4V ', 'm4v'], ['avif', undefined], ['heic', undefined], ['M4A ', undefined], ['crx ', undefined]] as const)('of the brand %s are %s', (brand, format) => {
    expect(sniffVideo(iso(brand))).toBe(format)
  })

  it('of a picture, of Matroska and of nothing are no video', () => {
    expect(sniffVideo(new Uint8Array(Buffer.from('ffd8ffe000104a46494600010101', 'hex')))).toBeUndefined()
    expect(sniffVideo(new Uint8Array(Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from('....matroska....')])))).toBeUndefined()
    expect(sniffVideo(new Uint8Array())).toBeUndefined()
  })
})

describe('the cover of a video', () => {
  it('is a moment in, where the person wants it, and never past the end', () => {
    expect(coverMoment({ seconds: 60, coverSeconds: null })).toBe(1)
    expect(coverMoment({ seconds: 4, coverSeconds: null })).toBe(0.4)
    expect(coverMoment({ seconds: 4, coverSeconds: 9 })).toBe(3.9)
    expect(coverMoment({ seconds: null, coverSeconds: null })).toBe(0)
  })
})
