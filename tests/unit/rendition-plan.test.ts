import { describe, expect, it } from 'vitest'
import { findPlacement, type NetworkPlacement } from '../../src/shared/channels/catalog'
import { draftRendition, type DraftRequest } from '../../src/shared/features/renditions/plan-rendition'
import { noCalibration } from '../../src/shared/features/renditions/rendition-estimate'
import type { RenditionSource } from '../../src/shared/features/renditions/rendition-source'
import { riskText } from '../../src/shared/features/renditions/risk-text'
import { createFormats, createTranslator } from '../../src/shared/i18n'
import { renderSettingsSchema } from '../../src/shared/media/settings'

const source: RenditionSource = {
  id: 'a', sha256: 'b', fileName: 'canyon.jpg', title: 'Canyon', altText: '', format: 'jpg', width: 4000, height: 3000,
  bytes: 4_000_000, frames: 1, hasAlpha: false, focal: { x: 0.5, y: 0.5 }, rights: null
}
const placement = (id: string): NetworkPlacement => findPlacement(id)!

interface Wish extends Partial<Omit<DraftRequest, 'source' | 'placement' | 'settings'>> {
  source?: Partial<RenditionSource>
  placement?: string | NetworkPlacement
  settings?: Parameters<typeof renderSettingsSchema.parse>[0]
}

function draft({ source: changed, placement: where = 'ig-feed-4x5', settings = {}, ...rest }: Wish = {}) {
  return draftRendition({
    source: { ...source, ...changed },
    placement: typeof where === 'string' ? placement(where) : where,
    settings: renderSettingsSchema.parse(settings),
    crop: undefined,
    calibration: noCalibration,
    day: '2026-11-22',
    ...rest
  })
}

const words = (wish: Wish) => draft(wish).risks.map((risk) => riskText(risk, createTranslator('en'), createFormats('en-US')))
const graveness = (wish: Wish) => Object.fromEntries(draft(wish).risks.map(({ kind, severity }) => [kind, severity]))

describe('the plan of a rendition', () => {
  it('takes the pages of a document for what they are, and frames for an animation', () => {
    const where = { ...placement('ig-feed-4x5'), formats: ['jpg', 'gif'] }
    expect(draft({ source: { frames: 4, format: 'tiff' }, placement: where }).outcome).toMatchObject({ format: 'jpg' })
    expect(draft({ source: { frames: 4, format: 'gif' }, placement: where }).outcome).toMatchObject({ format: 'gif' })
  })

  it('finds nothing wrong with a large photograph whose subject is in the middle', () => {
    expect(draft({ placement: 'ig-feed-square' })).toMatchObject({ risks: [], byHand: false, outcome: { format: 'jpg' } })
  })

  it('warns of a picture that is too small, with by how much', () => {
    expect(graveness({ source: { width: 540, height: 675 } })).toEqual({ upscale: 'warn', padded: 'note' })
    expect(words({ source: { width: 540, height: 675 } })).toEqual(['Too small: it would have to grow by 100% to fill the size', '75% is padding'])
    expect(words({ source: { width: 540, height: 675 }, settings: { allowUpscale: true } })).toEqual(['Enlarged by 100%, which costs sharpness'])
  })

  it('warns of a crop by hand that cuts the focal point off', () => {
    const crop = { left: 0, top: 0, width: 0.4, height: 0.6667 }
    expect(draft({ crop, source: { focal: { x: 0.9, y: 0.9 } } })).toMatchObject({ byHand: true })
    expect(graveness({ crop, source: { focal: { x: 0.9, y: 0.9 } } })).toMatchObject({ 'focal-cut': 'warn' })
  })

  it('warns of a focal point under the network’s own controls, with the side', () => {
    const story = { placement: 'ig-story-image', source: { focal: { x: 0.5, y: 0.02 } } }
    expect(graveness(story)).toMatchObject({ 'safe-zone': 'warn' })
    expect(words(story)[0]).toMatch(/^The focal point lies under the network’s own controls at the top, \d+ px deep$/)
  })

  it('notes padding that was asked for without calling it a risk', () => {
    expect(graveness({ settings: { fit: 'contain' } })).toEqual({ padded: 'note' })
  })

  it('refuses by name what a placement cannot take', () => {
    expect(draft({ placement: 'ig-story-video' })).toMatchObject({ risks: [], estimatedBytes: 0, outcome: { refusal: { code: 'unsupported.not-an-image-placement' } } })
    expect(draft({ settings: { format: 'webp' } })).toMatchObject({ outcome: { refusal: { code: 'unsupported.format-for-placement', data: { format: 'webp', formats: 'jpg' } } } })
  })

  it('never estimates more than the limit', () => {
    const tight = { ...placement('ig-feed-4x5'), maxBytes: 20_000 }
    expect(draft({ placement: tight }).estimatedBytes).toBe(20_000)
    expect(draft({ placement: tight, calibration: { bytes: { jpg: 5 }, seconds: 1 } }).estimatedBytes).toBe(20_000)
  })

  it('estimates more for more pixels, more quality and finer pictures, and learns from earlier exports', () => {
    const bytes = (wish: Wish) => draft(wish).estimatedBytes
    expect(bytes({ placement: 'ig-feed-4x5' })).toBeGreaterThan(bytes({ placement: 'ig-profile' }))
    expect(bytes({ settings: { quality: 95 } })).toBeGreaterThan(bytes({}))
    expect(bytes({ settings: { quality: 60 } })).toBeLessThan(bytes({}))
    expect(bytes({ source: { bytes: 12_000_000 } })).toBeGreaterThan(bytes({}))
    expect(bytes({ calibration: { bytes: { jpg: 2 }, seconds: 1 } })).toBe(2 * bytes({}))
  })
})
