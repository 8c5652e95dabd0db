import { describe, expect, it } from 'vitest'
import {
  emptySelection, keepListed, selectAt, selectForMenu, selectWithin, type Selection
} from '../../src/renderer/features/assets/asset-selection.rules'

const order = ['a', 'b', 'c', 'd', 'e']
const idAt = (index: number): string | undefined => order[index]
const plain = { range: false, toggle: false }
const chosen = (selection: Selection): string => [...selection.ids].toSorted().join('')

describe('selection as in a file manager', () => {
  it('chooses one with a click, and another one in its place', () => {
    const first = selectAt(emptySelection, 1, idAt, plain)
    expect(chosen(first)).toBe('b')
    expect(chosen(selectAt(first, 3, idAt, plain))).toBe('d')
  })

  it('chooses a run with Shift from where the last click was, in both directions', () => {
    const first = selectAt(emptySelection, 2, idAt, plain)
    const down = selectAt(first, 4, idAt, { range: true, toggle: false })
    expect(chosen(down)).toBe('cde')
    expect(chosen(selectAt(down, 0, idAt, { range: true, toggle: false }))).toBe('abc')
  })

  it('adds and takes away with Ctrl, and begins the next run there', () => {
    const two = selectAt(selectAt(emptySelection, 0, idAt, plain), 2, idAt, { range: false, toggle: true })
    expect(chosen(two)).toBe('ac')
    expect(chosen(selectAt(two, 0, idAt, { range: false, toggle: true }))).toBe('c')
    expect(chosen(selectAt(two, 3, idAt, { range: true, toggle: true }))).toBe('acd')
  })

  it('lets a right click act on the selection when it lies inside it, else on what was clicked', () => {
    const run = selectAt(selectAt(emptySelection, 0, idAt, plain), 2, idAt, { range: true, toggle: false })
    expect(chosen(selectForMenu(run, 1, idAt))).toBe('abc')
    expect(chosen(selectForMenu(run, 4, idAt))).toBe('e')
  })

  it('chooses what a marquee touches, added to what was there with Ctrl', () => {
    const one = selectAt(emptySelection, 0, idAt, plain)
    expect(chosen(selectWithin(one, ['c', 'd'], false))).toBe('cd')
    expect(chosen(selectWithin(one, ['c', 'd'], true))).toBe('acd')
  })

  it('drops what is no longer listed and keeps the ring inside the list', () => {
    const last = selectAt(emptySelection, 4, idAt, plain)
    expect(keepListed(last, ['a', 'b'])).toMatchObject({ focus: 1 })
    expect(keepListed(last, ['a', 'b']).ids.size).toBe(0)
  })

  it('does nothing at a place that is not known', () => {
    expect(selectAt(emptySelection, 9, idAt, plain)).toBe(emptySelection)
  })
})
