import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useClientShell, useNotices, usePreferences, useSaveState } from '../../src/renderer/app'
import { stageApp } from './app-stage'
import { pageText, press } from './ui-support'

enableAutoUnmount(afterEach)
const headings = (): string[] => [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? '')

describe('the frame', () => {
  it('shows screens of a client only while a client is open', async () => {
    const { wrapper, router } = await stageApp('/networks')
    const entries = (): string[] => wrapper.findAll('nav a').map((entry) => entry.text())
    expect(entries()).toEqual(['Networks'])
    await router.push('/clients/a/assets')
    await flushPromises()
    expect(entries()).toEqual(['Assets', 'Exports', 'Networks'])
    expect(wrapper.get('nav [aria-current=page]').text()).toBe('Assets')
  })

  it('folds the sidebar to icons that keep their names, and remembers it', async () => {
    const { wrapper, pinia } = await stageApp('/clients/a/assets')
    await wrapper.get('[aria-label="Fold sidebar"]').trigger('click')
    expect(wrapper.get('nav [aria-current=page]').attributes('aria-label')).toBe('Assets')
    expect(wrapper.get('nav').text()).not.toContain('Assets')
    expect(usePreferences(pinia).get('sidebar.folded', false)).toBe(true)
  })

  it('closes the inspector with Esc and opens it again with its shortcut', async () => {
    await stageApp('/clients/a/assets')
    expect(pageText()).toContain('Details of Assets')
    await press('Escape')
    expect(pageText()).not.toContain('Details of Assets')
    await press('i', { ctrlKey: true })
    expect(pageText()).toContain('Details of Assets')
  })

  it('says why a client cannot be opened, and tries again', async () => {
    const { wrapper, calls } = await stageApp('/clients/locked/assets')
    expect(wrapper.get('main').text()).toContain('This client is open in another window or program.')
    await wrapper.get('main [role=alert] button').trigger('click')
    expect(calls).toEqual(['open locked', 'open locked'])
  })

  it('tells the truth about saving', async () => {
    const { wrapper, pinia } = await stageApp('/networks')
    const saves = useSaveState(pinia)
    expect(wrapper.get('footer').text()).toContain('Saved')
    const failing = saves.track(Promise.reject(Object.assign(new Error(), { code: 'unavailable.disk', data: {} })))
    await expect(failing).rejects.toThrow()
    await flushPromises()
    expect(wrapper.get('footer').text()).toContain('Not saved')
    await saves.track(Promise.resolve())
    await flushPromises()
    expect(wrapper.get('footer').text()).not.toContain('Not saved')
  })

  it('offers undo in a quiet line and speaks it politely', async () => {
    const { wrapper, pinia } = await stageApp('/networks')
    const undone: string[] = []
    useNotices(pinia).show({ text: '12 assets moved to the trash', action: { label: 'Undo', run: () => undone.push('yes') } })
    await flushPromises()
    expect(wrapper.get('[aria-live=polite]').text()).toBe('12 assets moved to the trash')
    await wrapper.findAll('button').find((button) => button.text() === 'Undo')?.trigger('click')
    expect(undone).toEqual(['yes'])
  })
})

describe('switching clients', () => {
  it('comes back to the screen a client was left on', async () => {
    const { router } = await stageApp('/clients/a/exports')
    await press('2', { ctrlKey: true, code: 'Digit2' })
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/clients/b/assets')
    await press('1', { ctrlKey: true, code: 'Digit1' })
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/clients/a/exports')
  })

  it('lists pinned clients first, finds one by typing and opens it with Enter', async () => {
    const { wrapper, router } = await stageApp('/networks')
    await wrapper.get('nav button').trigger('click')
    await flushPromises()
    const options = (): string[] => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent ?? '')
    expect(options()[0]).toContain('Museum of Photography')
    const search = document.querySelector<HTMLInputElement>('input[aria-label="Find a client"]')
    search!.value = 'nord'
    search!.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(options()).toHaveLength(1)
    search!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/clients/b/assets')
    expect(headings()).toEqual(['Assets'])
  })

  it('opens the client of last time where the address names none', async () => {
    const { pinia, calls } = await stageApp('/networks', { 'client.last': 'b' })
    await useClientShell(pinia).openLast()
    expect(calls).toEqual(['open b'])
    expect(useClientShell(pinia).current?.name).toBe('Nordlys Coffee')
  })
})

describe('a narrow window', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('begins with the sidebar folded, and keeps what is chosen there from the wide one', async () => {
    vi.spyOn(window, 'matchMedia').mockImplementation((media) => Object.assign(new EventTarget(), { matches: media.includes('max-width'), media, onchange: null, addListener: () => undefined, removeListener: () => undefined }) as MediaQueryList)
    const { wrapper, pinia } = await stageApp('/clients/a/assets')
    expect(wrapper.get('nav').text()).not.toContain('Assets')
    await wrapper.get('[aria-label="Unfold sidebar"]').trigger('click')
    expect(wrapper.get('nav').text()).toContain('Assets')
    expect(usePreferences(pinia).get('sidebar.folded', 'not said')).toBe('not said')
  })
})
