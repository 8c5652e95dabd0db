import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import WritingField from '../../src/renderer/features/posts/WritingField.vue'
import type { Completion } from '../../src/renderer/features/posts/completion.types'
import { press, stage, type Stage } from './ui-support'

let open: Stage | undefined
afterEach(() => {
  open?.wrapper.unmount()
  open = undefined
})

async function field(props: Record<string, unknown>): Promise<HTMLTextAreaElement> {
  open = await stage(WritingField, { props: { label: 'Text', modelValue: '', 'onUpdate:modelValue': (text: string) => open?.wrapper.setProps({ modelValue: text }), ...props } })
  return open.wrapper.find('textarea').element
}

async function type(element: HTMLTextAreaElement, text: string): Promise<void> {
  element.focus()
  element.value = text
  element.setSelectionRange(text.length, text.length)
  element.dispatchEvent(new Event('input', { bubbles: true }))
  await nextTick()
  await nextTick()
}

const people: readonly Completion[] = [
  { id: 'k', label: 'Kari Nordmann', insert: '@kari_n ' },
  { id: 'o', label: 'Ola', insert: '@ola ' }
]

describe('a text that is written', () => {
  it('has the part marked that is too much, and nothing before it', async () => {
    await field({ modelValue: 'fits and does not', overFrom: 5 })
    expect(open?.wrapper.find('mark').text()).toBe('and does not')
    expect(open?.wrapper.find('textarea').attributes('aria-invalid')).toBe('true')
  })

  it('shows markup as the characters it is', async () => {
    await field({ modelValue: '<img src=x onerror=alert(1)>', overFrom: 5 })
    expect(open?.wrapper.find('img').exists()).toBe(false)
  })

  it('is in the language of the post for the spelling checker', async () => {
    const element = await field({ language: 'nb' })
    expect(element.lang).toBe('nb')
    expect(element.getAttribute('spellcheck')).toBe('true')
  })
})

describe('blanks of a template', () => {
  const selected = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string => value.slice(selectionStart, selectionEnd)

  it('are reached one after another by Tab, which leaves the text behind the last', async () => {
    const element = await field({ modelValue: 'Come to [[event]] on [[day]].' })
    element.focus()
    element.setSelectionRange(0, 0)
    expect((await press('Tab')).defaultPrevented).toBe(true)
    expect(selected(element)).toBe('[[event]]')
    await press('Tab')
    expect(selected(element)).toBe('[[day]]')
    expect((await press('Tab')).defaultPrevented).toBe(false)
  })

  it('have the first one selected when a template is put in', async () => {
    const element = await field({ modelValue: 'Hello ' })
    element.setSelectionRange(6, 6)
    const exposed = open?.wrapper.vm as unknown as { insert: (words: string) => void }
    exposed.insert('from [[whom]]')
    expect(selected(element)).toBe('[[whom]]')
  })
})

describe('a person named with @', () => {
  const complete = () => people

  it('is chosen by arrows and Enter, without the mouse', async () => {
    const element = await field({ complete })
    await type(element, 'With @')
    expect(open?.wrapper.findAll('[role="option"]').map((option) => option.text())).toEqual(['Kari Nordmann', 'Ola'])
    await press('ArrowDown')
    expect(element.getAttribute('aria-activedescendant')).toMatch(/-1$/)
    await press('Enter')
    expect(element.value).toBe('With @ola ')
    expect(open?.wrapper.find('[role="listbox"]').exists()).toBe(false)
  })

  it('is no longer offered after Esc, and Esc goes no further', async () => {
    const element = await field({ complete })
    await type(element, '@k')
    const escape = await press('Escape')
    expect(escape.defaultPrevented).toBe(true)
    expect(open?.wrapper.find('[role="listbox"]').exists()).toBe(false)
    await type(element, '@ka')
    expect(open?.wrapper.find('[role="listbox"]').exists()).toBe(false)
  })
})
