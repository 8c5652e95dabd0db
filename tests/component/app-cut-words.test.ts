import { enableAutoUnmount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { useCutWords } from '../../src/renderer/app/use-cut-words'
import { stage } from './ui-support'

enableAutoUnmount(afterEach)

const page = defineComponent({
  setup() {
    useCutWords()
    return () => [h('p', { id: 'name', class: 'truncate' }, [h('b', 'Maria'), ' van den  Broek']), h('p', { id: 'told', title: 'Due tomorrow', class: 'truncate' }, 'in a day'), h('input', { id: 'field', type: 'text', value: 'weekdays 8 to 20' })]
  }
})
const at = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`nothing called ${id}`)
  return found
}
/** How wide the words are, and how much room they have. */
function room(id: string, words: number, width: number): void {
  Object.defineProperty(at(id), 'scrollWidth', { configurable: true, value: words })
  Object.defineProperty(at(id), 'clientWidth', { configurable: true, value: width })
}
const pointAt = (element: Element | null): void => void element?.dispatchEvent(new Event('mouseover', { bubbles: true }))

describe('words that are cut', () => {
  it('are told whole when they are pointed at', async () => {
    await stage(page)
    room('name', 200, 80)
    pointAt(at('name').querySelector('b'))
    expect(at('name').title).toBe('Maria van den Broek')
    room('field', 200, 80)
    pointAt(at('field'))
    expect(at('field').title).toBe('weekdays 8 to 20')
  })

  it('are left alone while there is room, and again once there is', async () => {
    await stage(page)
    room('name', 80, 80)
    pointAt(at('name'))
    expect(at('name').hasAttribute('title')).toBe(false)
    room('name', 200, 80)
    pointAt(at('name'))
    room('name', 80, 80)
    pointAt(at('name'))
    expect(at('name').hasAttribute('title')).toBe(false)
  })

  it('leave what says more by itself its say', async () => {
    await stage(page)
    room('told', 200, 80)
    pointAt(at('told'))
    expect(at('told').title).toBe('Due tomorrow')
  })
})
