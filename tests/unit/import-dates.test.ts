import { describe, expect, it } from 'vitest'
import { dayOf, findDateOrder, readDate, readTime } from '../../src/shared/tables/read-date'

const read = (text: string, order: 'dmy' | 'mdy' | null = null) => {
  const date = readDate(text)
  return date && [dayOf(date, order), date.time?.time ?? null, date.time?.offset ?? null]
}

describe('a date', () => {
  it.each([
    ['2026-10-01 09:30', '2026-10-01', '09:30', null],
    ['2026-10-01T07:00:00.000Z', '2026-10-01', '07:00', 'Z'],
    ['2019-01-31 23:32 +0000', '2019-01-31', '23:32', '+00:00'],
    ['2026-10-01T07:00:00+02:00', '2026-10-01', '07:00', '+02:00'],
    ['2026/10/3 10:00', '2026-10-03', '10:00', null],
    ['20260203', '2026-02-03', null, null],
    ['October 1, 2026 9:00 AM', '2026-10-01', '09:00', null],
    ['October 1, 2026 12:05 PM → October 2, 2026 1:00 PM', '2026-10-01', '12:05', null],
    ['Sat, Aug 1, 2026', '2026-08-01', null, null],
    ['Thu, 5 Feb 2026', '2026-02-05', null, null],
    ['1. oktober 2026 kl. 09:00', '2026-10-01', '09:00', null],
    ['3 maart 2026 9.30 uur', '2026-03-03', '09:30', null],
    ['tirsdag 6. mai 2026', '2026-05-06', null, null],
    ['24 de diciembre de 2026', '2026-12-24', null, null],
    ['1er février 2026 à 18h30', '2026-02-01', '18:30', null],
    ['5.6.2026', '2026-06-05', null, null],
    ['01-okt-2026', '2026-10-01', null, null],
    ['29.02.2028', '2028-02-29', null, null]
  ])('“%s” is read as it is meant', (text, day, time, offset) => {
    expect(read(text)).toEqual([day, time, offset])
  })

  it.each(['soon', '', '2026', '12', 'October 2026', '32/13/2026', '2026-13-01', 'March 5', '9:00', '2026-10-01 25:00', '2026-10-01 or so', '6.49E+17', '10/10', '45000', 'x'.repeat(200)])(
    '“%s” is none',
    (text) => {
      const date = readDate(text)
      expect(date && dayOf(date, 'dmy')).toBeUndefined()
    }
  )

  it('that the month does not have is none', () => {
    expect(read('2026-02-30')).toEqual([undefined, null, null])
    expect(read('31/04/2026', 'dmy')).toEqual([undefined, null, null])
  })

  it('is open while nothing says what comes first', () => {
    expect(read('03/04/2026')).toEqual([undefined, null, null])
    expect(read('03/04/2026', 'dmy')).toEqual(['2026-04-03', null, null])
    expect(read('03/04/2026', 'mdy')).toEqual(['2026-03-04', null, null])
    expect(read('04/04/2026')).toEqual(['2026-04-04', null, null])
  })
})

describe('a column of dates', () => {
  const order = (...texts: string[]) => findDateOrder(texts.map((text) => readDate(text)!))
  it('is settled by one day above twelve', () => {
    expect(order('03/04/2026', '05/06/2026', '13/01/2026')).toEqual({ order: 'dmy', doubt: null })
    expect(order('03/04/2026', '01/13/2026')).toEqual({ order: 'mdy', doubt: null })
  })
  it('is asked about where no row settles it, and where rows contradict each other', () => {
    expect(order('03/04/2026', '05/06/2026')).toEqual({ order: null, doubt: 'tied' })
    expect(order('13/04/2026', '04/13/2026')).toEqual({ order: null, doubt: 'mixed' })
  })
  it('needs no order where days and months are the same or named', () => {
    expect(order('04/04/2026', '2026-01-02', 'May 3, 2026')).toEqual({ order: null, doubt: null })
  })
})

describe('a time', () => {
  it.each([['9:05 PM', '21:05'], ['12:00 am', '00:00'], ['08:15:00', '08:15'], ['9.30 uur', '09:30'], ['kl. 9', '09:00'], ['18h', '18:00'], ['7 p.m.', '19:00'], ['09:00Uhr', '09:00']])('“%s” is %s', (text, time) => {
    expect(readTime(text)?.time).toBe(time)
  })
  it.each(['9', '24:00', '13 pm', '9:60', 'noonish', ''])('“%s” is none', (text) => {
    expect(readTime(text)).toBeUndefined()
  })
})
