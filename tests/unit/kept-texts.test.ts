import { describe, expect, it } from 'vitest'
import { blanksOf, brokenLocks, templateText } from '../../src/shared/features/texts/templates'
import { fillVariables, variablePieces, type VariableFacts } from '../../src/shared/features/texts/variables'

const facts: VariableFacts = { client: { name: 'Nordlys' }, variables: [{ name: 'address', value: 'Bryggen 3' }, { name: 'åpent', value: '11–17 {address}' }] }

describe('variables in a text', () => {
  it('are filled in whatever their case, once, and unknown ones stay and are named', () => {
    expect(fillVariables('{client}, {Address}. {åpent} {map} {map} { x } {', facts)).toEqual({
      text: 'Nordlys, Bryggen 3. 11–17 {address} {map} {map} { x } {',
      unknown: ['map']
    })
  })

  it('know the channel only where there is one', () => {
    expect(fillVariables('{handle}', facts).unknown).toEqual(['handle'])
    expect(fillVariables('{handle}', { ...facts, channel: { name: 'IG', handle: '@nordlys', link: '' } }).text).toBe('@nordlys')
  })

  it('are told apart from the words around them, so that a preview can mark them', () => {
    expect(variablePieces('At {address} or {map}', facts)).toEqual([
      { kind: 'words', text: 'At ' },
      { kind: 'variable', name: 'address', text: '{address}', value: 'Bryggen 3' },
      { kind: 'words', text: ' or ' },
      { kind: 'variable', name: 'map', text: '{map}' }
    ])
  })
})

describe('templates', () => {
  const parts = [
    { label: 'Opening', text: 'Come to [[event]] on [[ day ]].', locked: false },
    { label: '', text: '  ', locked: false },
    { label: 'Small print', text: 'Tickets at {link}', locked: true }
  ]

  it('begin a post with their parts, and say where its blanks are', () => {
    const text = templateText(parts)
    expect(text).toBe('Come to [[event]] on [[ day ]].\n\nTickets at {link}')
    expect(blanksOf(text).map(({ label, start, end }) => [label, text.slice(start, end)])).toEqual([['event', '[[event]]'], ['day', '[[ day ]]']])
  })

  it('notice a locked part that was changed', () => {
    expect(brokenLocks(parts, 'Come tomorrow. Tickets at {link}')).toEqual([])
    expect(brokenLocks(parts, 'Tickets sold out')).toMatchObject([{ label: 'Small print' }])
  })
})
