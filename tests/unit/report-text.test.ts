import { describe, expect, it } from 'vitest'
import { oneLine, parseRichText, plainLines } from '../../src/shared/features/reports/rich-text'
import { languageForReports } from '../../src/shared/features/reports/change-report'
import { reportDays } from '../../src/shared/features/reports/report-days'
import { reportMessages } from '../../src/shared/i18n/reports'
import { reportWords } from '../../src/shared/reports/report-words'
import { contrastWithWhite, readableColor } from '../../src/shared/reports/readable-color'

describe('the words of a report', () => {
  it('are whole in every language, with the same things to fill in', () => {
    const filled = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
    for (const [language, messages] of Object.entries(reportMessages)) {
      expect(Object.keys(messages).sort(), language).toEqual(Object.keys(reportMessages.en).sort())
      for (const [key, text] of Object.entries(messages)) {
        expect(text.trim(), `${language} ${key}`).not.toBe('')
        expect([...new Set(filled(text))], `${language} ${key}`).toEqual([...new Set(filled(reportMessages.en[key as 'report.page']))])
      }
    }
  })

  it('name whole months by their name and other days by their days', () => {
    const words = reportWords('it', 'Europe/Rome')
    expect(words.period('2026-10-01', '2026-10-31')).toBe('ottobre 2026')
    expect(words.days('2026-10-01', '2026-10-31').replaceAll('\u2009', ' ')).toBe('1–31 ottobre 2026')
    expect(reportWords('en', 'America/New_York').day('2026-10-03')).toBe('October 3, 2026')
    expect(reportWords('en', 'Europe/Oslo').day('2026-10-03')).toBe('3 October 2026')
  })

  it('tell what is not known from zero', () => {
    const words = reportWords('nl', 'Europe/Amsterdam')
    expect([words.figure(null, { kind: 'count' }), words.figure(undefined, { kind: 'ratio' }), words.figure(0, { kind: 'count' })]).toEqual(['–', '–', '0'])
  })

  it('are in the first language of a client that reports can be written in', () => {
    expect([['nn'], ['no-NO'], ['fr', 'nl-BE'], ['fr'], ['en-US']].map((tags) => languageForReports(tags))).toEqual(['nb', 'nb', 'nl', 'en', 'en'])
  })
})

describe('text of a person', () => {
  it('is paragraphs, lists and bold words, and else what it is', () => {
    expect(parseRichText('One **two** three\nfour\n\n- a\n- b\n1. c')).toEqual([
      { kind: 'paragraph', lines: [[{ text: 'One ', bold: false }, { text: 'two', bold: true }, { text: ' three', bold: false }], [{ text: 'four', bold: false }]] },
      { kind: 'list', ordered: false, items: [[{ text: 'a', bold: false }], [{ text: 'b', bold: false }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'c', bold: false }]] }
    ])
    expect(plainLines(parseRichText('2 ** 3 * 4 **'))).toEqual(['2 ** 3 * 4 **'])
  })

  it('holds no sign that breaks the files it goes into', () => {
    expect(JSON.stringify(parseRichText('a\u0000b\u0007c\uD800d\r\ne'))).toBe(JSON.stringify([{ kind: 'paragraph', lines: [[{ text: 'abc\uFFFDd', bold: false }], [{ text: 'e', bold: false }]] }]))
    expect(oneLine('a\n\tb   c', 10)).toBe('a b c')
    expect(oneLine('12345678901', 10)).toBe('123456789…')
  })
})

describe('the days of a report', () => {
  it('are a month, days of one’s own, or else the last whole month', () => {
    expect(reportDays({ month: '2028-02' }, '2026-11-22')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(reportDays({}, '2026-01-03')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(reportDays({ from: '2026-10-05', to: '2026-10-05' }, '2026-11-22')).toEqual({ from: '2026-10-05', to: '2026-10-05' })
    for (const asked of [{ from: '2026-10-05' }, { from: '2026-10-05', to: '2026-10-04' }, { from: '2020-01-01', to: '2026-01-01' }]) expect(() => reportDays(asked, '2026-11-22')).toThrow('validation.days')
  })
})

describe('the color of a client', () => {
  it('is darkened until white can be read on it', () => {
    for (const color of ['#ffff00', '#ffffff', '#ff0000', '#14507a', '#000000']) expect(contrastWithWhite(readableColor(color))).toBeGreaterThanOrEqual(4.5)
    expect(readableColor('#14507a')).toBe('#14507a')
  })
})
