import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPageI18n } from '../../src/renderer/app/i18n'
import { createFormats, createTranslator, localeOf, messages } from '../../src/shared/i18n'

afterEach(() => vi.unstubAllGlobals())

describe('messages', () => {
  it('read the same on the page and on the command line', () => {
    const t = createTranslator('en-US')
    const page = createPageI18n().global
    expect(t('app.nav.badge', { n: 1 })).toBe('1 item')
    expect(t('app.nav.badge', { n: 12 })).toBe('12 items')
    expect(page.t('app.nav.badge', { n: 12 }, 12)).toBe('12 items')
    expect(t('ui.progress', { done: 24, total: 60 })).toBe('24 of 60')
  })

  it('are shown without turning text into code', () => {
    const made: string[] = []
    vi.stubGlobal('Function', new Proxy(Function, { construct: (target, args: string[]) => (made.push(...args), Reflect.construct(target, args)) }))
    expect(createTranslator('en')('app.clients.switchTo', { name: 'Nordlys' })).toBe('Switch to Nordlys')
    expect(made).toEqual([])
  })

  it('fall back to English for a language without a catalog', () => {
    expect(createTranslator('ja-JP')('ui.cancel')).toBe('Cancel')
  })

  it('every sentence is written in full: none is empty, none blames, none shouts', () => {
    const wrong = Object.entries(messages.en).filter(([, text]) => text.trim() === '' || /!|\bOops\b|\bwe\b/iu.test(text))
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})

describe('formats', () => {
  const us = createFormats('en-US', 'Europe/Oslo')

  it('write sizes and times as people do', () => {
    expect(us.bytes(31_400_000)).toBe('31.4 MB')
    expect(us.bytes(999)).toBe('999 bytes')
    expect(us.bytes(480_000)).toBe('480 kB')
    expect(us.duration(20)).toBe('20 sec')
    expect(us.duration(3900)).toBe('1 hr 5 min')
  })

  it('show instants in the client’s zone and language', () => {
    expect(us.dateTime('2026-03-29T01:30:00Z').replaceAll('\u202F', ' ')).toBe('Mar 29, 2026, 3:30 AM')
    expect(createFormats('nb', 'Europe/Oslo').number(1234.5)).toBe('1\u00A0234,5')
  })

  it('show a day as that day in every zone', () => {
    expect(createFormats('en-GB', 'Pacific/Auckland').date('2026-11-24')).toBe('24 Nov 2026')
    expect(createFormats('en-GB', 'America/Los_Angeles').date('2026-11-24')).toBe('24 Nov 2026')
  })

  it('follow the first language of a client, and the machine where there is none', () => {
    const at = (languages: string[], zone: string): string => localeOf({ languages, zone }, 'fr')
    expect(at(['en-GB', 'it'], 'Europe/Rome')).toBe('en-GB')
    expect(at(['en'], 'Europe/London')).toBe('en-GB')
    expect(at(['en'], 'America/Chicago')).toBe('en')
    expect(at(['nb'], 'Europe/Oslo')).toBe('nb')
    expect(localeOf(undefined, 'fr')).toBe('fr')
  })
})
