import type { PlannedRendition } from '@shared/features/renditions/renditions.contract'
import { describe, expect, it } from 'vitest'
import { sheetMove, sheetRows } from '../../src/renderer/features/renditions/contact-sheet.layout'
import { keyOf, LOOK_FIRST, riskyKeys, sheetCrops, sheetGroups, sheetTotals } from '../../src/renderer/features/renditions/contact-sheet.rules'

const full = { left: 0, top: 0, width: 1, height: 1 }
function planned(assetId: string, placementId: string, change: Partial<PlannedRendition> = {}): PlannedRendition {
  return {
    key: `${assetId}-${placementId}`, assetId, placementId, width: 1080, height: 1350, crop: full, drawn: full, byHand: false, format: 'jpg',
    fileName: `${assetId}.jpg`, risks: [], refusal: null, estimatedBytes: 100_000, ...change
  }
}
const upscale = { kind: 'upscale', severity: 'warn', data: { factor: 1.4, allowed: 0 } } as const
const refusal = { code: 'unsupported.alpha-required', data: {} }
const plan = [
  planned('one', 'li-post-landscape'),
  planned('one', 'ig-feed-4x5'),
  planned('two', 'ig-feed-4x5', { risks: [upscale] }),
  planned('two', 'fb-post-square', { refusal })
]
const none = { out: new Set<string>(), flagged: new Set<string>() }

describe('the contact sheet', () => {
  it('puts crops to look at first, then network by network', () => {
    const crops = sheetCrops(plan, { ...none, flagged: new Set(riskyKeys(plan)) })
    expect(sheetGroups(crops, 'all').map((group) => [group.id, group.items.length])).toEqual([[LOOK_FIRST, 1], ['instagram', 1], ['linkedin', 1]])
  })

  it('leaves a crop in its place while it is being mended', () => {
    const mended = plan.map((one) => ({ ...one, risks: [] }))
    const crops = sheetCrops(mended, { ...none, flagged: new Set(riskyKeys(plan)) })
    expect(sheetGroups(crops, 'all')[0]).toMatchObject({ id: LOOK_FIRST, items: [{ risky: false, flagged: true }] })
  })

  it('names what cannot be made apart from the rest', () => {
    const crops = sheetCrops(plan, none)
    expect(sheetGroups(crops, 'refused').map((group) => group.id)).toEqual(['facebook'])
  })

  it('counts on the button only what goes out', () => {
    const crops = sheetCrops(plan, { ...none, out: new Set([keyOf(plan[0]!)]) })
    expect(sheetTotals(crops, 9)).toEqual({ files: 2, bytes: 200_000, seconds: 6 })
  })

  it('draws crops true to scale beside each other, none wider than the sheet', () => {
    const items = [
      { key: 'story', width: 1080, height: 1920, lines: 2 },
      { key: 'square', width: 1080, height: 1080, lines: 2 },
      { key: 'banner', width: 4000, height: 1000, lines: 2 }
    ]
    const rows = sheetRows([{ id: 'x', items, minWidth: 100 }], { width: 400, scale: 0.14 })
    const cells = rows.flatMap((row) => (row.kind === 'crops' ? row.cells : []))
    expect(cells[0]!.picture.width).toBe(cells[1]!.picture.width)
    expect(cells[2]!.picture).toEqual({ width: 400, height: 100 })
    for (const cell of cells) expect(cell.left + cell.width).toBeLessThanOrEqual(400)
  })

  it('moves by the arrow keys along a row and to the nearest crop of the next', () => {
    const items = ['a', 'b', 'c', 'd'].map((key) => ({ key, width: 1000, height: 1000, lines: 2 }))
    const rows = sheetRows([{ id: 'x', items, minWidth: 100 }], { width: 230, scale: 0.1 })
    expect(sheetMove(rows, 'ArrowRight', 'a')).toBe('b')
    expect(sheetMove(rows, 'ArrowDown', 'b')).toBe('d')
    expect(sheetMove(rows, 'ArrowUp', 'a')).toBe('a')
    expect(sheetMove(rows, 'End', null)).toBe('a')
    expect(sheetMove(rows, 'x', 'a')).toBeUndefined()
  })
})
