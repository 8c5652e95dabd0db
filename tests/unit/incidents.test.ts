import { describe, expect, it } from 'vitest'
import { entrySentence } from '../../src/shared/features/incidents/entry-sentence'
import { holdingFreeze } from '../../src/shared/features/incidents/freeze-rules'
import { fillLine, linesFor, openVariables } from '../../src/shared/features/incidents/holding-lines'
import { entryActions } from '../../src/shared/features/incidents/incidents.schema'
import { crisisLanguage, crisisTexts } from '../../src/shared/features/incidents/texts/crisis-texts'
import { reportLanguages } from '../../src/shared/features/reports/reports.schema'
import { createIncidentLogTranslator, incidentLogMessages } from '../../src/shared/i18n/incident-logs'

const freeze = { id: 'f', incidentId: 'i', channelIds: ['a'], decided: ['done'] }
const variant = { id: 'v', channelId: 'a', state: 'scheduled' as const }

describe('a freeze', () => {
  it('holds what would go out on its channels, and neither drafts, nor what is out, nor what was decided', () => {
    expect(holdingFreeze([freeze], variant)).toBe(freeze)
    expect(holdingFreeze([freeze], { ...variant, state: 'approved' })).toBe(freeze)
    for (const state of ['draft', 'in-review', 'handed-over', 'published', 'missed'] as const) expect(holdingFreeze([freeze], { ...variant, state })).toBeUndefined()
    expect(holdingFreeze([freeze], { ...variant, channelId: 'b' })).toBeUndefined()
    expect(holdingFreeze([freeze], { ...variant, id: 'done' })).toBeUndefined()
    expect(holdingFreeze([{ ...freeze, channelIds: [] }], { ...variant, channelId: 'b' })).toBeDefined()
    expect(holdingFreeze([freeze, { ...freeze, id: 'g', decided: [] }], { ...variant, id: 'done' })).toMatchObject({ id: 'g' })
  })
})

const line = (id: string, more: object = {}) => ({ id, network: '', language: 'en', level: 1, text: id, ...more })

describe('holding lines', () => {
  it('come nearest first by language, then level, then network; those of another network are left out', () => {
    const lines = [line('x', { network: 'x' }), line('dutch', { language: 'nl', level: 3 }), line('any', { language: '', level: 3 }), line('three', { level: 3 }), line('own', { level: 3, network: 'instagram' }), line('one')]
    expect(linesFor(lines, { network: 'instagram', language: 'en-GB', level: 3 }).map(({ id }) => id)).toEqual(['own', 'three', 'one', 'any', 'dutch'])
  })

  it('are filled in where a value is known, and say what is left; nothing of a value is filled in again', () => {
    const filled = fillLine('Hello {person}, by {time}. {client} {constructor}', { person: '{client}', client: 'Fjord', time: ' ' })
    expect(filled).toBe('Hello {client}, by {time}. Fjord {constructor}')
    expect(openVariables('by {time} or {time}, {email}')).toEqual(['time', 'email'])
  })
})

describe('the words of a crisis', () => {
  it('are whole in each language: four levels, a policy, and lines for every level with variables that exist', () => {
    for (const language of reportLanguages) {
      const { levels, policy, lines } = crisisTexts[language]
      expect(levels.every((text) => text.length > 40) && policy.length > 600, language).toBe(true)
      expect(lines.map((one) => one.length), language).toEqual([1, 2, 2, 2])
      expect(lines.flat().flatMap(openVariables).filter((name) => !['person', 'client', 'channel', 'link', 'email', 'time'].includes(name)), language).toEqual([])
    }
    expect(['no', 'nn-NO', 'nl-BE', 'de', ''].map((tag) => crisisLanguage([tag]))).toEqual(['nb', 'nb', 'nl', 'en', 'en'])
  })

  it('say each thing that the app notes, with all of its values, in each language', () => {
    const data = { level: 3, from: 2, n: 2, channels: 'Instagram', title: 'Harbor', channel: 'Museum', planned: 'P', to: 'T' }
    for (const language of reportLanguages) {
      const say = createIncidentLogTranslator(language)
      for (const action of entryActions) {
        const said = entrySentence({ action, data }, say, (instant) => `at ${instant}`)
        if (action === '') expect(said).toBeUndefined()
        else expect(said, `${language} ${action}`).not.toMatch(/[{}]|incidentLog/)
      }
      expect(Object.values(incidentLogMessages[language]).every((text) => text.trim() !== '')).toBe(true)
    }
    expect(entrySentence({ action: 'moved', data }, createIncidentLogTranslator('en'), (instant) => `at ${instant}`)).toBe('Moved from at P to at T: Harbor (Museum)')
  })
})
