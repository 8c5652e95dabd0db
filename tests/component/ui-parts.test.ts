import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { AppButton, DataTable, EmptyState, IconButton, InlineError, NetworkMark, ProgressBar, SkeletonBlock, StatusBadge, gridMove, shortcutCaps } from '../../src/renderer/ui'
import { networkGlyphs } from '../../src/renderer/ui/network-glyphs'
import { networkIds } from '../../src/shared/channels/catalog.schema'
import { AppError } from '../../src/shared/errors/app-error'
import { stage } from './ui-support'

enableAutoUnmount(afterEach)

describe('buttons', () => {
  it('an icon button has its label as name and tells its shortcut', async () => {
    const { wrapper } = await stage(IconButton, { props: { icon: 'i', label: 'Move to trash', shortcut: 'delete' } })
    expect(wrapper.get('button').attributes('aria-label')).toBe('Move to trash')
    expect(wrapper.get('button').attributes('aria-keyshortcuts')).toBe('Delete')
  })

  it('a loading button cannot be pressed again', async () => {
    const { wrapper } = await stage(AppButton, { props: { loading: true }, slots: { default: 'Export' } })
    expect(wrapper.get('button').element.disabled).toBe(true)
    expect(wrapper.get('button').attributes('aria-busy')).toBe('true')
  })
})

describe('shortcutCaps', () => {
  it('shows Cmd on a Mac and Ctrl elsewhere, and sequences step by step', () => {
    expect(shortcutCaps('mod+shift+z', true)).toEqual([['⌘', '⇧', 'Z']])
    expect(shortcutCaps('mod+shift+z', false)).toEqual([['Ctrl', 'Shift', 'Z']])
    expect(shortcutCaps('g a', false)).toEqual([['G'], ['A']])
  })
})

describe('InlineError', () => {
  it('says what happened, why and what to do, for an error of the app', async () => {
    const { wrapper } = await stage(InlineError, { props: { error: new AppError('validation.name-taken', { name: 'Nordlys' }), action: 'Try again' } })
    expect(wrapper.text()).toContain('There is already a client named “Nordlys”.')
    expect(wrapper.text()).toContain('Choose another name')
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('act')).toHaveLength(1)
  })

  it('still has sentences for something that has no code', async () => {
    const { wrapper } = await stage(InlineError, { props: { error: new TypeError('x is undefined') } })
    expect(wrapper.text()).toContain('This could not be done.')
    expect(wrapper.text()).not.toContain('x is undefined')
  })
})

describe('states', () => {
  it('a badge has a word and a shape beside its color', async () => {
    const { wrapper } = await stage(StatusBadge, { props: { label: 'Assumed', tone: 'warn' } })
    expect(wrapper.text()).toBe('Assumed')
    expect(wrapper.find('svg').exists()).toBe(true)
  })

  it('progress is told in counts', async () => {
    const { wrapper } = await stage(ProgressBar, { props: { label: 'Export', done: 24, total: 60, showCount: true } })
    expect(wrapper.get('[role=progressbar]').attributes('aria-valuetext')).toBe('24 of 60')
    expect(wrapper.text()).toBe('24 of 60')
  })

  it('room for what loads is as large as its class says', async () => {
    const { wrapper } = await stage(SkeletonBlock, { attrs: { class: 'h-80' } })
    expect(wrapper.get('[aria-hidden=true]').attributes('style') ?? '').toBe('')
    const { wrapper: measured } = await stage(SkeletonBlock, { props: { width: '150px', height: '160px' } })
    expect(measured.get('[aria-hidden=true]').attributes('style')).toContain('height: 160px')
  })

  it('an empty screen offers its one action', async () => {
    const { wrapper } = await stage(EmptyState, { props: { title: 'No photos yet', action: 'Add photos', link: 'or try the demo client' } })
    const [action, link] = wrapper.findAll('button')
    await action?.trigger('click')
    await link?.trigger('click')
    expect(wrapper.emitted()).toMatchObject({ act: [[]], link: [[]] })
  })
})

describe('NetworkMark', () => {
  it('has a drawing for every network of the catalog', () => {
    expect(Object.keys(networkGlyphs).toSorted()).toEqual([...networkIds].toSorted())
  })

  it('carries the name of the network', async () => {
    const { wrapper } = await stage(NetworkMark, { props: { network: 'google-business' } })
    expect(wrapper.get('svg').attributes('aria-label')).toBe('Google Business Profile')
  })
})

describe('DataTable', () => {
  const columns = [
    { id: 'name', label: 'Name', value: (row: { name: string }) => row.name, sortable: true },
    { id: 'bytes', label: 'Bytes', value: (row: { bytes?: number }) => row.bytes, sortable: true }
  ]
  const rows = [{ name: 'b', bytes: 9 }, { name: 'a', bytes: 100 }, { name: 'c' }]

  it('sorts numbers as numbers and leaves missing values last both ways', async () => {
    const { wrapper } = await stage(DataTable, {
      props: { columns, rows, rowKey: (row: { name: string }) => row.name, label: 'Files', 'onUpdate:sort': (sort: unknown) => wrapper.setProps({ sort }) }
    })
    const names = (): string[] => wrapper.findAll('tbody tr').map((row) => row.get('td').text())
    const header = wrapper.findAll('th button')[1]
    await header?.trigger('click')
    expect(names()).toEqual(['b', 'a', 'c'])
    expect(wrapper.findAll('th')[1]?.attributes('aria-sort')).toBe('ascending')
    await header?.trigger('click')
    expect(names()).toEqual(['a', 'b', 'c'])
  })
})

describe('gridMove', () => {
  const grid = { count: 10, columns: 4, pageRows: 2 }

  it('moves by rows and columns and stays in the grid', () => {
    expect(gridMove('ArrowDown', 1, grid)).toBe(5)
    expect(gridMove('ArrowUp', 1, grid)).toBe(1)
    expect(gridMove('ArrowLeft', 0, grid)).toBe(0)
    expect(gridMove('End', 2, grid)).toBe(9)
  })

  it('goes to the last item when the row below is not full', () => {
    expect(gridMove('ArrowDown', 7, grid)).toBe(9)
    expect(gridMove('ArrowDown', 9, grid)).toBe(9)
  })

  it('begins at the first item when none is active', () => {
    expect(gridMove('ArrowDown', -1, grid)).toBe(0)
    expect(gridMove('x', -1, grid)).toBeUndefined()
  })
})
