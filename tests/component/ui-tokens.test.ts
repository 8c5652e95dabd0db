import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, readableOn } from '../../src/renderer/app/readable-on'
import { presetColors } from '../../src/renderer/ui/preset-colors'
import { networkGlyphs } from '../../src/renderer/ui/network-glyphs'

const css = readFileSync(resolve(import.meta.dirname, '../../src/renderer/styles/tokens.css'), 'utf8')
const pairs = [...css.matchAll(/--gr-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const themes = {
  light: new Map(pairs.map(([, name = '', light = '']) => [name, light])),
  dark: new Map(pairs.map(([, name = '', , dark = '']) => [name, dark]))
}

const grounds = ['canvas', 'surface', 'raised']
const text: [string, string[]][] = [
  ['ink', [...grounds, 'sunken', 'hover', 'active', 'accent-soft']],
  ['ink-2', [...grounds, 'sunken', 'hover', 'active', 'accent-soft']],
  ['ink-3', [...grounds, 'sunken', 'hover', 'active', 'accent-soft']],
  ['accent-text', [...grounds, 'accent-soft', 'hover', 'active']],
  ['danger', [...grounds, 'danger-soft', 'hover', 'accent-soft']],
  ['warn', [...grounds, 'warn-soft', 'hover']],
  ['info', [...grounds, 'info-soft', 'hover']],
  ['ok', [...grounds, 'ok-soft', 'hover']],
  ['on-accent', ['accent', 'accent-hover', 'danger-fill']],
  ['on-inverse', ['inverse']],
  ['inverse-accent', ['inverse']]
]
const marks: [string, string[]][] = [
  ['control', grounds],
  ['focus', [...grounds, 'sunken', 'hover', 'active', 'accent-soft']],
  ['accent', ['surface', 'raised', 'canvas']],
  ...[1, 2, 3, 4, 5, 6].map((series): [string, string[]] => [`series-${series}`, ['surface', 'raised']]),
  ...Object.keys(networkGlyphs).map((network): [string, string[]] => [`net-${network}`, grounds])
]

function tooClose(theme: Map<string, string>, list: [string, string[]][], least: number): string[] {
  return list.flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const found = contrast(theme.get(front) ?? '', theme.get(back) ?? '')
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)}`]
    })
  )
}

describe('the colors of the interface', () => {
  it.each(['light', 'dark'] as const)('text stands out at 4.5 : 1 or more in the %s theme', (name) => {
    expect(tooClose(themes[name], text, 4.5)).toEqual([])
  })

  it.each(['light', 'dark'] as const)('marks and outlines stand out at 3 : 1 or more in the %s theme', (name) => {
    expect(tooClose(themes[name], marks, 3)).toEqual([])
  })

  it('every color has a value for both themes', () => {
    const colors = [...css.matchAll(/--gr-([\w-]+): light-dark\(/g)].map(([, name]) => name)
    const opaque = colors.filter((name) => name !== 'backdrop')
    expect(opaque.filter((name) => !themes.light.has(name ?? ''))).toEqual([])
  })

  it('surfaces step lighter as they rise in the dark theme', () => {
    const steps = ['sunken', 'canvas', 'surface', 'raised'].map((name) => Number.parseInt(themes.dark.get(name)?.slice(1, 3) ?? '', 16))
    expect(steps).toEqual(steps.toSorted((left, right) => left - right))
  })

  it('initials can be read on every preset client color', () => {
    expect(presetColors.filter((color) => contrast(color, readableOn(color)) < 4.5)).toEqual([])
  })
})
