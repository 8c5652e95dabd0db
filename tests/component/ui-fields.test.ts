import { afterEach, describe, expect, it } from 'vitest'
import { enableAutoUnmount } from '@vue/test-utils'
import { ColorSwatchPicker, ConfirmByTyping, SearchField, SegmentedControl, TagInput, TextField } from '../../src/renderer/ui'
import { pageText, press, stage } from './ui-support'

enableAutoUnmount(afterEach)

describe('TextField', () => {
  it('ties its label and its error to the input', async () => {
    const { wrapper } = await stage(TextField, { props: { modelValue: 'Nordlys', label: 'Name', error: 'This name is taken.' } })
    const input = wrapper.get('input')
    expect(wrapper.get('label').attributes('for')).toBe(input.attributes('id'))
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(wrapper.get(`#${input.attributes('aria-describedby')}`).text()).toBe('This name is taken.')
  })

  it('puts a class on the outside and other attributes on the input', async () => {
    const { wrapper } = await stage(TextField, { props: { modelValue: '', label: 'Name' }, attrs: { class: 'w-64', maxlength: '120' } })
    expect(wrapper.classes()).toContain('w-64')
    expect(wrapper.get('input').attributes('maxlength')).toBe('120')
  })
})

describe('SearchField', () => {
  it('empties itself on the first Esc and lets the second go', async () => {
    const { wrapper } = await stage(SearchField, { props: { modelValue: 'boats', 'onUpdate:modelValue': (value: unknown) => wrapper.setProps({ modelValue: value }) } })
    wrapper.get('input').element.focus()
    const first = await press('Escape')
    expect(wrapper.get('input').element.value).toBe('')
    expect(first.defaultPrevented).toBe(true)
    const second = await press('Escape')
    expect(second.defaultPrevented).toBe(false)
  })
})

describe('TagInput', () => {
  it('adds what is typed on Enter, takes pasted lists apart and keeps no doubles', async () => {
    const { wrapper } = await stage(TagInput, { props: { modelValue: ['museum'], label: 'Tags' } })
    await wrapper.get('input').setValue('archive, museum, plates')
    await wrapper.get('input').trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual([['museum', 'archive', 'plates']])
  })

  it('removes a tag by its button and the last one by Backspace', async () => {
    const { wrapper } = await stage(TagInput, { props: { modelValue: ['museum', 'archive'], label: 'Tags' } })
    await wrapper.get('[aria-label="Remove museum"]').trigger('click')
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual([['archive']])
    await wrapper.get('input').trigger('keydown', { key: 'Backspace' })
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual([[]])
  })
})

describe('SegmentedControl', () => {
  it('keeps one segment chosen when it is pressed twice', async () => {
    const options = [{ value: 'grid', label: 'Grid' }, { value: 'list', label: 'List' }]
    const { wrapper } = await stage(SegmentedControl, { props: { modelValue: 'grid', options, label: 'View' } })
    const [grid, list] = wrapper.findAll('button')
    await grid?.trigger('click')
    expect(wrapper.emitted('update:modelValue')).toBeUndefined()
    await list?.trigger('click')
    expect(wrapper.emitted('update:modelValue')).toEqual([['list']])
  })
})

describe('ColorSwatchPicker', () => {
  it('takes a hex color with or without the sign and says what a wrong one should look like', async () => {
    const { wrapper } = await stage(ColorSwatchPicker, { props: { modelValue: '#1d5c44', label: 'Color' } })
    await wrapper.get('input').setValue('2F6583')
    await wrapper.get('input').trigger('change')
    expect(wrapper.emitted('update:modelValue')).toEqual([['#2f6583']])
    await wrapper.get('input').setValue('green')
    await wrapper.get('input').trigger('change')
    expect(wrapper.text()).toContain('A hex color looks like #1D5C44')
  })
})

describe('ConfirmByTyping', () => {
  it('lets the button work only once the name is typed', async () => {
    const confirmed: string[] = []
    await stage(ConfirmByTyping, {
      props: { open: true, title: 'Delete Nordlys', name: 'Nordlys', confirmLabel: 'Delete client', onConfirm: () => confirmed.push('yes') }
    })
    const button = [...document.querySelectorAll('button')].find((found) => found.textContent?.includes('Delete client'))
    const input = document.querySelector<HTMLInputElement>('[role=dialog] input')
    expect(pageText()).toContain('Type Nordlys to confirm')
    expect(button?.disabled).toBe(true)
    input!.value = 'Nordlys'
    input!.dispatchEvent(new Event('input'))
    await press('Shift')
    expect(button?.disabled).toBe(false)
    button?.click()
    expect(confirmed).toEqual(['yes'])
  })
})
