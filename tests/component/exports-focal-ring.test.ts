import { afterEach, describe, expect, it } from 'vitest'
import FocalRing from '../../src/renderer/features/renditions/FocalRing.vue'
import { press, stage, type Stage } from './ui-support'

let shown: Stage
afterEach(() => shown.wrapper.unmount())

const ring = (): HTMLElement => shown.wrapper.get('[role="slider"]').element as HTMLElement

describe('the focal point', () => {
  it('says where it is in words', async () => {
    shown = await stage(FocalRing, { props: { point: { x: 0.25, y: 0.6 } } })
    expect(ring().getAttribute('aria-valuetext')).toBe('25% from the left, 60% from the top')
  })

  it('moves by 1 % with an arrow key, by 10 % with Shift, and is left there', async () => {
    shown = await stage(FocalRing, { props: { point: { x: 0.25, y: 0.6 } } })
    ring().focus()
    await press('ArrowRight')
    await press('ArrowUp', { shiftKey: true })
    expect(shown.wrapper.emitted('move')).toEqual([[{ x: 0.26, y: 0.6 }], [{ x: 0.25, y: 0.5 }]])
    ring().blur()
    expect(shown.wrapper.emitted('commit')).toEqual([[{ x: 0.25, y: 0.5 }]])
  })

  it('is kept before any other key can lead elsewhere', async () => {
    shown = await stage(FocalRing, { props: { point: { x: 0.25, y: 0.6 } } })
    ring().focus()
    await press('ArrowRight')
    expect(shown.wrapper.emitted('commit')).toBeUndefined()
    await press('j')
    expect(shown.wrapper.emitted('commit')).toEqual([[{ x: 0.26, y: 0.6 }]])
  })

  it('stays where it is for a client that is only read', async () => {
    shown = await stage(FocalRing, { props: { point: { x: 0.25, y: 0.6 }, disabled: true } })
    ring().focus()
    await press('ArrowRight')
    expect(shown.wrapper.emitted('commit')).toBeUndefined()
  })
})
