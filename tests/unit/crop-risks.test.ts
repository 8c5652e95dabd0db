import { describe, expect, it } from 'vitest'
import { frameFor, type FrameRequest } from '../../src/shared/channels/crop'
import { cropRisks, type RiskPlacement } from '../../src/shared/channels/crop-risks'

const risksOf = (changes: Partial<FrameRequest>, placement: RiskPlacement = {}) => {
  const request: FrameRequest = {
    source: { width: 3000, height: 4000 }, target: { width: 1080, height: 1350 }, fit: 'cover',
    focal: { x: 0.5, y: 0.5 }, allowUpscale: false, ...changes
  }
  return cropRisks(frameFor(request), { focal: request.focal, placement })
}

describe('the risks of a crop', () => {
  it('are none where the picture fits and its focal point is free', () => {
    const safeZone = { top: 100, right: 50, bottom: 100, left: 50 }
    expect(risksOf({}, { safeZone, keepOut: [0, 0, 200, 200] })).toEqual([])
  })

  it('tell how much a small picture would have to grow, and that it is padded instead', () => {
    expect(risksOf({ source: { width: 540, height: 675 } })).toEqual([
      { kind: 'upscale', factor: 2, allowed: false }, { kind: 'padded', share: 0.75 }
    ])
  })

  it('tell that a small picture is enlarged where that is allowed', () => {
    expect(risksOf({ source: { width: 540, height: 675 }, allowUpscale: true })).toEqual([
      { kind: 'upscale', factor: 2, allowed: true }
    ])
  })

  it('tell a focal point that a crop by hand cuts off, and nothing else about it', () => {
    const risks = risksOf(
      { crop: { left: 0, top: 0, width: 0.75, height: 0.703125 }, focal: { x: 0.9, y: 0.2 } },
      { safeZone: { top: 500, right: 500, bottom: 500, left: 500 } }
    )
    expect(risks).toHaveLength(1)
    expect(risks[0]).toMatchObject({ kind: 'focal-cut' })
  })

  it('tell a focal point under the buttons of the network, and how deep', () => {
    const source = { width: 1080, height: 1350 }
    const safeZone = { top: 0, right: 0, bottom: 300, left: 0 }
    expect(risksOf({ source, focal: { x: 0.5, y: 0.9 } }, { safeZone })).toEqual([
      { kind: 'safe-zone', side: 'bottom', depth: 165, strict: false }
    ])
  })

  it('tell the stricter rule only where the usual one is kept', () => {
    const source = { width: 1080, height: 1350 }
    const placement = {
      safeZone: { top: 0, right: 0, bottom: 100, left: 0 }, safeZoneStrict: { top: 0, right: 0, bottom: 400, left: 0 }
    }
    expect(risksOf({ source, focal: { x: 0.5, y: 0.8 } }, placement)).toEqual([
      { kind: 'safe-zone', side: 'bottom', depth: 130, strict: true }
    ])
    expect(risksOf({ source, focal: { x: 0.5, y: 0.95 } }, placement)).toMatchObject([{ strict: false }])
  })

  it('tell a focal point behind what the network lays over a corner', () => {
    const source = { width: 1500, height: 500 }
    const risks = risksOf({ source, target: source, focal: { x: 0.1, y: 0.9 } }, { keepOut: [0, 330, 400, 500] })
    expect(risks).toEqual([{ kind: 'keep-out', rect: [0, 330, 400, 500] }])
  })

  it('tell a crop that leaves little of the picture', () => {
    const risks = risksOf({ source: { width: 6000, height: 2000 }, target: { width: 1080, height: 1920 } })
    expect(risks).toEqual([{ kind: 'heavy-crop', kept: expect.closeTo(0.1875) }])
  })
})
