import { describe, expect, it } from 'vitest'
import type { RuleCondition } from '../../src/shared/features/care-rules/care-rules.schema'
import { matches, type RuleFacts } from '../../src/shared/features/care-rules/match-rule'
import { citation, findKnowledge, isStale } from '../../src/shared/features/replies/knowledge'
import { firstNameOf } from '../../src/shared/features/replies/first-name'
import { stacked } from '../../src/shared/features/replies/reply-text'
import { holdsWords, plainLetters } from '../../src/shared/text'

const facts: RuleFacts = {
  network: 'x', channelId: 'c', kind: 'message', type: null, sentiment: 'negative', priority: 2, language: 'nb', text: 'Jeg vil ha pengene tilbake 🤬', authors: ['Åse Berg', 'aase'], labels: ['VIP'], personLabels: ['Critic'],
  outsideHours: true
}
const holds = (...conditions: (Omit<RuleCondition, 'not'> & { not?: boolean })[]): boolean => matches(conditions.map((condition) => ({ not: false, ...condition }) as RuleCondition), facts)

describe('conditions of a rule', () => {
  it('hold for names in any case and spelling of letters', () => {
    expect(holds({ field: 'label', any: ['vip'] })).toBe(true)
    expect(holds({ field: 'personLabel', any: ['fan', 'CRITIC'] })).toBe(true)
    expect(holds({ field: 'author', any: ['ase b'] })).toBe(true)
    expect(holds({ field: 'author', any: ['@AASE'] })).toBe(true)
  })

  it('find phrases and emoji, but no part within a word', () => {
    expect(holds({ field: 'words', any: ['pengene  TILBAKE'] })).toBe(true)
    expect(holds({ field: 'words', any: ['🤬'] })).toBe(true)
    expect(holds({ field: 'words', any: ['gene'] })).toBe(false)
  })

  it('know when nobody was there, and are turned round by not', () => {
    expect(holds({ field: 'hours', any: ['outside'] })).toBe(true)
    expect(holds({ field: 'hours', any: ['outside'], not: true })).toBe(false)
    expect(holds({ field: 'type', any: ['lead'] })).toBe(false)
    expect(holds({ field: 'type', any: ['lead'], not: true })).toBe(true)
  })

  it('say nothing without values, and hold for everything without conditions', () => {
    expect(holds({ field: 'network', any: [], not: true })).toBe(true)
    expect(holds()).toBe(true)
  })
})

describe('words in a text', () => {
  it('are compared without accents, case and more than one blank', () => {
    expect(plainLetters('  Crème\n BRÛLÉE  på Ærø ')).toBe('creme brulee pa aero')
    expect(holdsWords('a refund, refunds', 'refund')).toBe(true)
    expect(holdsWords('prerefund', 'refund')).toBe(false)
    expect(holdsWords('x', '')).toBe(false)
  })
})

describe('first names', () => {
  it('are read from names, and from nothing that is a handle', () => {
    const read = ['Zoe Berg', 'ZOE BERG', '✨Åse✨ Lund', 'Dr. Anna Lee', 'Jean-Luc', 'zoe', '@zoe', 'zoe_b92', 'ZOE24', 'Zoe.Berg', '', '123', 'AJ Lund', 'Øyvind'].map(firstNameOf)
    expect(read).toEqual(['Zoe', 'Zoe', 'Åse', 'Anna', 'Jean-Luc', '', '', '', '', '', '', '', 'AJ', 'Øyvind'])
  })
})

describe('facts', () => {
  const entry = { title: 'Hours', text: 'Open 11–17.', source: 'House rules', link: 'https://museum.example/h', language: 'nb-NO' }

  it('are cited with their source in their language', () => {
    expect(citation(entry)).toBe('Open 11–17. (Kilde: House rules, https://museum.example/h)')
    expect(citation({ ...entry, source: '', link: '', text: ' ' })).toBe('Hours')
    expect(citation({ ...entry, language: '', link: '' })).toBe('Open 11–17. (Source: House rules)')
  })

  it('are stale after twelve months, leap years too', () => {
    expect([isStale('2025-03-01', '2026-03-01'), isStale('2025-02-28', '2026-03-01'), isStale('2024-02-29', '2025-02-28'), isStale('2024-02-29', '2025-03-01'), isStale(null, '2026-01-01')]).toEqual([false, true, false, true, true])
  })

  it('are found with titles that begin with the search first', () => {
    const found = findKnowledge([{ title: 'A', text: 'opening', source: '' }, { title: 'Our opening', text: '', source: '' }, { title: 'Opening', text: '', source: '' }], 'open')
    expect(found.map(({ title }) => title)).toEqual(['Opening', 'Our opening', 'A'])
  })
})

describe('stacked replies', () => {
  it('stand one after the other with an empty line between them', () => {
    expect(stacked(['Thank you.\n', '  ', 'Open 11–17.'])).toBe('Thank you.\n\nOpen 11–17.')
  })
})
