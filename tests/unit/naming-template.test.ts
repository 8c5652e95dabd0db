import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAME_TOKENS, parseTemplate, ratioForName, renderName, stemOf, utf8Bytes, type NameValues } from '../../src/shared/naming'

const values: NameValues = {
  client: 'Museum of Light',
  date: '2026-11-22',
  year: '2026',
  month: '11',
  day: '22',
  network: 'instagram',
  placement: 'ig-portrait',
  placementName: 'Portrait 4:5',
  kind: 'image',
  scope: 'organic',
  asset: 'canyon',
  title: 'Black Canyon',
  w: '1080',
  h: '1350',
  ratio: ratioForName('4:5'),
  format: 'jpg',
  n: 7
}

const render = (text: string, change: Partial<NameValues> = {}) => {
  const { template, problem } = parseTemplate(text)
  if (!template) throw new Error(problem.reason)
  return renderName(template, { ...values, ...change })
}
const problemOf = (text: string) => parseTemplate(text).problem

describe('a name template', () => {
  it('fills every token', () => {
    expect(render('{client}/{date}/{network}/{asset}_{placement}_{w}x{h}.{ext}')).toBe(
      'Museum of Light/2026-11-22/instagram/canyon_ig-portrait_1080x1350.jpg'
    )
    expect(render('{year}{month}{day} {kind} {scope} {placementName} {ratio} {title} {n} {n:03}')).toBe(
      '20261122 image organic Portrait 4_5 4x5 Black Canyon 7 007.jpg'
    )
    for (const token of NAME_TOKENS) expect(problemOf(`x{${token}}`)).toBeUndefined()
  })

  it('does not mind how tokens are written', () => {
    expect(render('{Asset}_{ PlacementName }')).toBe('canyon_Portrait 4_5.jpg')
  })

  it.each(['{asset}', '{asset}.{ext}', '{asset}.{format}', '{asset}.jpg', '{asset}.PNG'])('ends in the extension of the file: %s', (text) => {
    expect(render(text, { format: 'webp' })).toBe('canyon.webp')
  })

  it('keeps an extension that is part of the name', () => {
    expect(render('{asset}_{ext}')).toBe('canyon_jpg.jpg')
  })

  it.each([
    ['{clinet}/x', { reason: 'unknown-token', token: 'clinet', suggestion: 'client', at: 0 }],
    ['{place}', { reason: 'unknown-token', token: 'place', suggestion: 'placement', at: 0 }],
    ['a{width}', { reason: 'unknown-token', token: 'width', suggestion: undefined, at: 1 }],
    ['', { reason: 'empty' }],
    ['  ', { reason: 'empty' }],
    ['a{asset', { reason: 'unclosed-brace', at: 1 }],
    ['a}b', { reason: 'stray-brace', at: 1 }],
    ['{n:x}', { reason: 'counter', token: 'n:x', at: 0 }],
    ['{w:03}', { reason: 'counter', token: 'w:03', at: 0 }],
    ['a:b', { reason: 'illegal-character', character: ':', at: 1 }],
    ['x/what?', { reason: 'illegal-character', character: '?', at: 6 }],
    ['a\\b', { reason: 'backslash', at: 1 }],
    ['/etc/x', { reason: 'absolute' }],
    ['~/x', { reason: 'absolute' }],
    ['C:/x', { reason: 'absolute' }],
    ['../x', { reason: 'parent-folder', at: 0 }],
    ['a/ .. /x', { reason: 'parent-folder', at: 2 }],
    ['./x', { reason: 'parent-folder', at: 0 }],
    ['a//b', { reason: 'empty-folder', at: 2 }],
    ['a/', { reason: 'no-file-name' }],
    ['a/{ext}', { reason: 'no-file-name' }],
    ['a/.jpg', { reason: 'no-file-name' }],
    ['a/'.repeat(13) + 'x', { reason: 'too-deep', limit: 12 }]
  ])('says what is wrong with %j', (text, problem) => {
    expect(problemOf(text)).toEqual(problem)
  })

  it('opens no folder for a slash in a value', () => {
    expect(render('{client}/{title}', { client: 'A/B\\C', title: '../../up' })).toBe('A_B_C/_.._up.jpg')
    expect(render('{client}/{title}/{asset}', { client: '..', title: '.' })).toBe('_/_/canyon.jpg')
  })

  it('keeps the whole path short enough for every system', () => {
    const path = render('{client}/{title}/{asset}_{w}x{h}', { client: 'c'.repeat(300), title: 't'.repeat(300), asset: '日本'.repeat(200) })
    expect(path.length).toBeLessThanOrEqual(200)
    expect(path.split('/')).toHaveLength(3)
  })

  it('never leaves its folder, whatever the texts are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, text, text, (client, title, asset) => {
        const parts = render('{client}/{title}/{asset}_{n:03}', { client, title, asset }).split('/')
        expect(parts).toHaveLength(3)
        for (const part of parts) {
          expect(part).not.toMatch(/^\.|[. ]$|[<>:"\\|?*\p{Cc}]/u)
          expect(part).not.toBe('')
          expect(utf8Bytes(part)).toBeLessThanOrEqual(255)
        }
      }),
      { numRuns: 300 }
    )
  })

  it('never throws while it is being typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { template } = parseTemplate(text)
      if (template) expect(renderName(template, values)).toMatch(/\.jpg$/)
    }))
  })

  it('knows the name of a file without its extension', () => {
    expect(['a.jpg', 'a.b.jpeg', '.jpg', 'a', 'v1.2 final'].map(stemOf)).toEqual(['a', 'a.b', '.jpg', 'a', 'v1.2 final'])
  })
})
