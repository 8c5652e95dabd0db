import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { createHostListener, useCommands, useHistory } from '../../src/renderer/app'
import { fuzzyFilter } from '../../src/renderer/app/fuzzy'
import { belongsToField, pressName } from '../../src/renderer/app/shortcut-matching'
import { stageApp } from './app-stage'
import { pageText, press } from './ui-support'

enableAutoUnmount(afterEach)
const input = (): HTMLInputElement | null => document.querySelector('[role=dialog] input')
const options = (): string[] => [...document.querySelectorAll('[role=dialog] [role=option]')].map((option) => option.textContent?.trim() ?? '')

async function type(text: string): Promise<void> {
  input()!.value = text
  input()!.dispatchEvent(new Event('input'))
  await flushPromises()
}

describe('the command palette', () => {
  it('opens with the keyboard, filters as one types and runs the first match with Enter', async () => {
    const { router } = await stageApp('/networks')
    await press('k', { ctrlKey: true })
    await type('museum')
    expect(options()[0]).toContain('Switch to Museum of Photography')
    await press('Enter')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/clients/a/assets')
    expect(input()).toBeNull()
  })

  it('puts what was run last first', async () => {
    await stageApp('/networks')
    await press('k', { ctrlKey: true })
    await type('fold')
    await press('Enter')
    await flushPromises()
    await press('k', { ctrlKey: true })
    expect(options()[0]).toContain('Fold or unfold the sidebar')
    expect(pageText()).toContain('Recent')
  })

  it('moves with the arrow keys around the ends and says when nothing matches', async () => {
    await stageApp('/networks')
    await press('k', { ctrlKey: true })
    await press('ArrowUp')
    expect(document.querySelector('[role=dialog] [aria-selected=true]')?.textContent).toContain(options().at(-1) ?? 'none')
    await type('qqqq')
    expect(pageText()).toContain('Nothing matches “qqqq”.')
  })

  it('shows what a search of a feature finds, and runs it', async () => {
    const { pinia } = await stageApp('/networks')
    const opened: string[] = []
    useCommands(pinia).addSearch({
      id: 'assets',
      group: 'app.nav.assets',
      find: async (query) => [{ id: 'asset.1', title: `Boats (${query})`, group: 'app.nav.assets', run: () => opened.push('asset.1') }]
    })
    await press('k', { ctrlKey: true })
    await type('qboats')
    await expect.poll(options).toEqual([expect.stringContaining('Boats (qboats)')])
    await press('Enter')
    expect(opened).toEqual(['asset.1'])
  })

  it('begins with what the open screen can do, then what can be done anywhere', async () => {
    const { pinia } = await stageApp('/networks')
    const commands = useCommands(pinia)
    commands.register([{ id: 'anywhere', title: 'Write down an idea', group: 'ideas.title', run: () => undefined }])
    commands.register([{ id: 'here', title: 'Show the week', group: 'calendar.title', run: () => undefined }])
    await press('k', { ctrlKey: true })
    const titles = options()
    const at = (words: string): number => titles.findIndex((title) => title?.includes(words))
    expect(at('Show the week')).toBe(0)
    expect(at('Write down an idea')).toBeGreaterThan(0)
    expect(at('Go to')).toBeGreaterThan(at('Write down an idea'))
  })

  it('offers a command only while it can be done', async () => {
    const { pinia } = await stageApp('/networks')
    let allowed = false
    useCommands(pinia).register([{ id: 'x', title: 'Export selection', group: 'app.palette.group.app', when: () => allowed, run: () => undefined }])
    await press('k', { ctrlKey: true })
    await type('export selection')
    expect(options()).toEqual([])
    allowed = true
    await type('export selectio')
    expect(options()[0]).toContain('Export selection')
  })
})

describe('shortcuts', () => {
  it('G and a letter lead to a screen', async () => {
    const { router } = await stageApp('/clients/a/assets')
    await press('g')
    await press('e')
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('exports')
  })

  it('rest while a text field has the focus, unless they carry a modifier', async () => {
    const { router } = await stageApp('/clients/a/assets')
    await press('/')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('search')
    await press('g')
    await press('e')
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('assets')
    await press('k', { ctrlKey: true })
    expect(input()).not.toBeNull()
  })

  it('are all listed on the sheet', async () => {
    await stageApp('/clients/a/assets')
    await press('?', { shiftKey: true })
    expect(pageText()).toContain('Keyboard shortcuts')
    expect(pageText()).toContain('Go to Exports')
    expect(pageText()).toContain('Search on this screen')
  })

  it('undo is left to a text field and works everywhere else', async () => {
    const { pinia } = await stageApp('/clients/a/assets')
    const done: string[] = []
    useHistory(pinia).provide({ undo: async () => void done.push('undo'), redo: async () => void done.push('redo') })
    await press('/')
    await press('z', { ctrlKey: true })
    expect(done).toEqual([])
    ;(document.activeElement as HTMLElement).blur()
    await press('z', { ctrlKey: true })
    await press('Z', { ctrlKey: true, shiftKey: true })
    expect(done).toEqual(['undo', 'redo'])
  })

  it('the menu of the desktop app does the same as the keys', async () => {
    await stageApp('/clients/a/assets')
    const told: unknown[] = []
    const listen = createHostListener((message) => told.push(message))
    await press('/')
    listen({ type: 'command', command: 'undo' })
    expect(told).toEqual([{ type: 'edit', edit: 'undo' }])
    listen({ type: 'command', command: 'palette' })
    await flushPromises()
    expect(input()).not.toBeNull()
  })
})

describe('key names', () => {
  const key = (name: string, more: Partial<KeyboardEventInit> = {}) => new KeyboardEvent('keydown', { key: name, ...more })

  it('are the same on every keyboard', () => {
    expect(pressName(key('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+z')
    expect(pressName(key('k', { metaKey: true }), true)).toBe('mod+k')
    expect(pressName(key('?', { shiftKey: true }), false)).toBe('?')
    expect(pressName(key('&', { ctrlKey: true, code: 'Digit1' }), false)).toBe('mod+1')
  })

  it('know what a text field keeps for itself', () => {
    expect(['a', 'delete', 'mod+z', 'mod+c', 'shift+a'].every(belongsToField)).toBe(true)
    expect(['mod+k', 'escape', 'f2', 'alt+arrowup'].some(belongsToField)).toBe(false)
  })
})

describe('finding by letters', () => {
  const find = (query: string): string[] => fuzzyFilter(query, ['Go to Assets', 'Go to Exports', 'Café Sankt Hans', 'Use the dark theme'], (text) => text)

  it('takes whole words before scattered letters, and accents as their letters', () => {
    expect(find('ex')[0]).toBe('Go to Exports')
    expect(find('cafe')).toEqual(['Café Sankt Hans'])
    expect(find('gta')[0]).toBe('Go to Assets')
    expect(find('zzz')).toEqual([])
  })
})
