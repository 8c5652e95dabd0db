import { describe, expect, it } from 'vitest'
import { categoryOf, errorData } from '@shared/errors/codes'
import { explain } from '@shared/errors/explain'
import { createTranslator, hasMessage, messages } from '@shared/i18n'
import { MEDIA_ERROR_CODES } from '@shared/media/protocol'

const t = createTranslator('en')
const codes = [...Object.keys(errorData), ...MEDIA_ERROR_CODES]

describe('the sentences of errors', () => {
  it.each(codes)('%s says what happened, why, and what to do', (code) => {
    for (const part of ['what', 'why', 'do']) expect(hasMessage(`errors.${code}.${part}`), part).toBe(true)
  })

  it('fills in the figures of the error', () => {
    expect(explain('not-found.client', { client: 'Museum' }, t).what).toBe('There is no client “Museum”.')
  })

  it('lists ids one after another', () => {
    const words = explain('not-found.client-name-ambiguous', { client: 'Museum', ids: ['a1', 'b2'] }, t)
    expect(words.why).toBe('Their ids are a1, b2.')
  })

  it('names the field that each problem of an input is in', () => {
    const issues = [{ path: 'zone', message: 'too short' }, { path: '', message: 'unknown option' }]
    expect(explain('validation.input', { issues }, t).why).toBe('zone: too short, unknown option')
  })

  it('turns the reason of a refused folder into a sentence', () => {
    const words = explain('validation.destination', { path: '/x', reason: 'not-a-folder' }, t)
    expect(words.why).toBe('It is a file, not a folder.')
  })

  it('turns the system’s own code into a sentence', () => {
    expect(explain('unavailable.disk', { path: '/x', reason: 'ENOSPC' }, t).why).toBe('The disk is full, at /x')
  })

  it('turns another error’s code into that error’s sentence', () => {
    expect(explain('unsupported.logo', { reason: 'unsupported.format-heic' }, t).why).toBe('HEIC photos cannot be read.')
  })

  it('turns the fault of a name template into a sentence', () => {
    const words = explain('validation.template', { template: '/x', reason: 'too-deep', limit: 8 }, t)
    expect(words.why).toBe('There are more than 8 folders.')
  })

  it('names the code of an error that it has no sentence for', () => {
    expect(explain('conflict.of-tomorrow', {}, t).why).toContain('conflict.of-tomorrow')
  })
})

describe('the catalog', () => {
  const sentences = Object.entries(messages.en)

  it('has no sentence that leaves a brace unfilled when its values are given', () => {
    for (const [key, sentence] of sentences) {
      const names = [...sentence.matchAll(/\{([a-z]\w*)\}/gi)].map((match) => match[1] ?? '')
      const values = Object.fromEntries(names.map((name) => [name, name === 'n' ? 2 : `<${name}>`]))
      expect(hasMessage(key) && t(key, values), key).not.toBe('')
      for (const name of names.filter((one) => one !== 'n')) expect(hasMessage(key) && t(key, values), key).toContain(`<${name}>`)
    }
  })

  it('writes no exclamation marks and never speaks of “we”', () => {
    for (const [key, sentence] of sentences) expect(sentence, key).not.toMatch(/!|\bwe\b|\bour\b|oops/i)
  })

  it('counts a code of no known category as internal, whatever it is called', () => {
    expect(categoryOf('not-found.weather')).toBe('not-found')
    expect(categoryOf('weather.rain')).toBe('internal')
    expect(categoryOf('constructor.name')).toBe('internal')
  })
})
