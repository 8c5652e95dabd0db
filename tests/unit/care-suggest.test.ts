import { describe, expect, it } from 'vitest'
import { READ_AT_MOST } from '../../src/shared/features/care/suggest/tokens'
import { suggest } from '../../src/shared/features/care/suggest'
import { HOSTILE_TEXTS } from '../support/hostile-texts'

const judged = (text: string): string => { const { type, sentiment } = suggest(text); return `${type} ${sentiment}` }

describe('negation', () => {
  it.each([
    ['This is not bad, I like it', 'praise positive'], ['I am not happy with the sofa', 'complaint negative'], ['We never ate better', 'praise positive'],
    ['Ikke verst, dette', 'praise positive'], ['Er ikke fornøyd med sofaen', 'complaint negative'], ['Niet slecht gedaan', 'praise positive'],
    ['Ik ben niet tevreden over de bank', 'complaint negative'], ['Niente male davvero', 'praise positive'], ['Non sono contenta del divano', 'complaint negative']
  ])('reads "%s" as %s', (text, answer) => expect(judged(text)).toBe(answer))
})

describe('irony', () => {
  it.each([
    'Oh wonderful, my parcel is late again 🙄', 'Great, the tent arrived broken', 'Flott, pakken er forsinket igjen 🙄', 'Geweldig, het pakket is alweer te laat 🙄', 'Fantastico, il pacco è di nuovo in ritardo 🙄'
  ])('reads "%s" as a complaint and says so', text => {
    expect(judged(text)).toBe('complaint negative')
    expect(suggest(text).reasons.some(({ code }) => code === 'irony')).toBe(true)
  })
})

describe('kinds of message', () => {
  it.each([
    ['where can i park', 'question'], ['hvor kan jeg parkere', 'question'], ['waar kan ik parkeren', 'question'], ['dove posso parcheggiare', 'question'],
    ['We are looking for a caterer for our office party with 60 guests', 'lead'], ['Vi ønsker et samarbeid med firmaet deres', 'lead'],
    ['Kunt u een offerte maken voor ons bedrijf?', 'lead'], ['Vorremmo un preventivo per la nostra azienda', 'lead'],
    ['Earn money from home with bitcoin, DM me', 'spam'], ['Tjen penger hjemmefra med bitcoin', 'spam'], ['Snel geld verdienen met bitcoin, klik hier', 'spam'], ['Guadagna da casa con i bitcoin', 'spam'],
    ['I am a journalist, may I interview you?', 'press'], ['Jeg er journalist, kan jeg få et intervju?', 'press'], ['Ik ben journalist, mag ik u interviewen?', 'press'], ['Sono un giornalista, posso intervistarvi?', 'press']
  ])('takes "%s" for %s', (text, type) => expect(suggest(text).type).toBe(type))

  it('reads two languages in one message, each in its own', () => {
    expect(suggest('Wat een service. Still waiting for a refund!').sentiment).toBe('negative')
    expect(suggest('Are you open? Er det åpent i dag?').type).toBe('question')
  })

  it('reads emoji alone', () => {
    expect(suggest('😍😍').sentiment).toBe('positive')
    expect(suggest('😡').sentiment).toBe('negative')
  })
})

describe('priority', () => {
  it.each([
    'My lawyer will call, the chair broke', 'Min sønn ble skadet av den ødelagte stolen', 'De stoel is kapot en mijn advocaat belt u', 'La sedia è rotta e chiamo l\'avvocato', 'Broken again 😡', 'THIS CHAIR IS BROKEN'
  ])('is high for "%s", with a reason', text => {
    const { priority, reasons } = suggest(text)
    expect(priority).toBe(1)
    expect(reasons.some(({ about, words }) => about === 'priority' && words !== '')).toBe(true)
  })

  it('is low for praise and normal for a question', () => {
    expect(suggest('Beautiful work!').priority).toBe(3)
    expect(suggest('When do you open?').priority).toBe(2)
  })
})

describe('any text at all', () => {
  it('gives the same answer each time, with shares and words that can be shown', () => {
    for (const text of [...HOSTILE_TEXTS, '', ' ', '?', '🙄', '\uD800', 'a'.repeat(5_000)]) {
      const answer = suggest(text)
      expect(suggest(text)).toEqual(answer)
      for (const share of Object.values(answer.confidence)) expect(share >= 0 && share <= 1).toBe(true)
      for (const { words } of answer.reasons) expect(words.length).toBeLessThanOrEqual(60)
    }
  })

  it('is unsure where nothing is found', () => {
    const { type, confidence, language } = suggest('zxqv')
    expect([type, confidence.type < 0.5, language === '' || confidence.language < 1]).toEqual(['other', true, true])
  })

  it('judges a very long message by its beginning', () => {
    const long = 'not bad, is it? '.repeat(7_000)
    expect(suggest(long)).toEqual(suggest(long.slice(0, READ_AT_MOST)))
  })

  it('leans on the languages that are likely', () => {
    expect(suggest('super', { languages: ['nl-NL'] }).language).toBe('nl')
    expect(suggest('super', { languages: ['nb'] }).language).toBe('nb')
  })
})
