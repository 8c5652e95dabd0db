import { describe, expect, it } from 'vitest'
import { blanksOf, brokenLocks, putBackLocks, templateText } from '../../src/shared/features/texts/templates'
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

  it('let blanks and variables of a locked part be filled in, and its lines be broken elsewhere', () => {
    const locked = [{ label: '', text: 'Open [[hours]] at {place}, all year.', locked: true }]
    expect(brokenLocks(locked, 'Now: Open 10 to 17\nat the quay, all  year. Welcome')).toEqual([])
    expect(brokenLocks(locked, 'Open 10 to 17 at the quay, in summer.')).toHaveLength(1)
  })

  it('put a locked part back where it was changed, else behind the part before it', () => {
    const three = [{ text: 'Dear friends', locked: true }, { text: '[[news]]', locked: false }, { text: 'Tickets at the door, always', locked: true }]
    expect(putBackLocks(three, 'Dear friends\n\nBoats\n\nTickets at the door, sometimes\n\n#sea')).toBe('Dear friends\n\nBoats\n\nTickets at the door, always\n\n#sea')
    expect(putBackLocks(three, 'Boats')).toBe('Dear friends\n\nBoats\n\nTickets at the door, always')
    expect(putBackLocks(three, '')).toContain('Tickets at the door, always')
  })
})
