import { describe, expect, it } from 'vitest'
import { HOLIDAY_COUNTRIES, holidayName, holidaysBetween, type HolidayCountry } from '../../src/shared/calendar'
import { easterSunday } from '../../src/shared/calendar/holidays/easter'
import { isDate, weekdayOf } from '../../src/shared/time'

const year = (country: HolidayCountry, of: number) => holidaysBetween([country], `${of}-01-01`, `${of}-12-31`)
const daysOff = (country: HolidayCountry, of: number) => year(country, of).filter(day => day.type === 'public').map(day => day.date.slice(5))

describe('Easter', () => {
  it.each([[2020, '04-12'], [2024, '03-31'], [2025, '04-20'], [2026, '04-05'], [2027, '03-28'], [2038, '04-25'], [2076, '04-19'], [2285, '03-22']])(
    'of %i is on %s', (of, date) => {
      expect(easterSunday(of)).toBe(`${of}-${date}`)
    }
  )

  it('is always a Sunday between March 22 and April 25', () => {
    for (let of = 1900; of <= 2299; of++) {
      const date = easterSunday(of)
      expect(weekdayOf(date)).toBe(7)
      expect(date.slice(5) >= '03-22' && date.slice(5) <= '04-25').toBe(true)
    }
  })
})

describe('public holidays', () => {
  it.each<[HolidayCountry, number, string[]]>([
    ['NO', 2026, ['01-01', '04-02', '04-03', '04-05', '04-06', '05-01', '05-14', '05-17', '05-24', '05-25', '12-25', '12-26']],
    ['IT', 2026, ['01-01', '01-06', '04-05', '04-06', '04-25', '05-01', '06-02', '08-15', '10-04', '11-01', '12-08', '12-25', '12-26']],
    ['NL', 2026, ['01-01', '04-05', '04-06', '04-27', '05-14', '05-24', '05-25', '12-25', '12-26']],
    ['GB', 2026, ['01-01', '04-03', '05-04', '05-25', '12-25', '12-26', '12-28']],
    ['US', 2026, ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '07-04', '09-07', '10-12', '11-11', '11-26', '12-25']],
    ['SE', 2026, ['01-01', '01-06', '04-03', '04-05', '04-06', '05-01', '05-14', '05-24', '06-06', '06-20', '10-31', '12-25', '12-26']],
    ['DE', 2026, ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26']],
    ['IE', 2026, ['01-01', '02-02', '03-17', '04-06', '05-04', '06-01', '08-03', '10-26', '12-25', '12-26']]
  ])('of %s in %i', (country, of, expected) => {
    expect(daysOff(country, of)).toEqual(expected)
  })

  it('follow the laws as they changed', () => {
    expect(daysOff('DK', 2023)).toContain('05-05')
    expect(daysOff('DK', 2024)).not.toContain('04-26')
    expect(daysOff('IT', 2025)).not.toContain('10-04')
    expect(daysOff('PL', 2024)).not.toContain('12-24')
    expect(daysOff('PL', 2025)).toContain('12-24')
    expect(daysOff('NL', 2025)).toContain('05-05')
    expect(daysOff('NL', 2027)).not.toContain('05-05')
    expect(daysOff('NL', 2025)).toContain('04-26')
    expect(daysOff('GB', 2022)).toEqual(expect.arrayContaining(['06-02', '06-03', '09-19']))
  })

  it('that fall on a weekend are given another day, each its own', () => {
    const late = (of: number) => year('GB', of).filter(day => day.substitute && day.region === null).map(day => day.date.slice(5))
    expect(late(2021)).toEqual(['12-27', '12-28'])
    expect(late(2022)).toEqual(['01-03', '12-27'])
    const scotland = holidaysBetween(['GB'], '2023-01-01', '2023-01-05').filter(day => day.substitute)
    expect(scotland.map(day => `${day.date} ${day.nameEn}`)).toEqual(['2023-01-02 New Year’s Day', '2023-01-03 2 January'])
    // January 1, 2028 is a Saturday: observed in the year before.
    expect(holidaysBetween(['US'], '2027-12-31', '2027-12-31').map(day => day.nameEn)).toContain('New Year’s Day')
  })
})

describe('holidays', () => {
  it('are named in the language of the country and in English, and say what they are', () => {
    expect(holidaysBetween(['NO'], '2026-05-17', '2026-05-17')).toEqual([
      { date: '2026-05-17', name: 'Grunnlovsdagen', nameEn: 'Constitution Day', type: 'public', country: 'NO', region: null, substitute: false }
    ])
    expect(holidaysBetween(['DE'], '2026-11-18', '2026-11-18')).toMatchObject([{ nameEn: 'Day of Repentance', type: 'regional', region: 'Saxony' }])
  })

  it('of several countries come in order of date, days off first', () => {
    const found = holidaysBetween(['US', 'NO', 'IT'], '2026-12-24', '2027-01-02')
    expect(found.map(day => day.date)).toEqual(found.map(day => day.date).sort())
    expect(found.filter(day => day.date === '2026-12-26').map(day => day.country)).toEqual(['IT', 'NO'])
  })

  it('are days of the calendar, in every country and year', () => {
    for (const country of HOLIDAY_COUNTRIES) {
      for (let of = 2020; of <= 2040; of++) {
        const found = year(country, of)
        expect(found.length).toBeGreaterThan(10)
        for (const day of found) expect(isDate(day.date) && day.name !== '' && day.nameEn !== '').toBe(true)
      }
    }
  })

  it('are named as their country names them where its language is read, else in English', () => {
    const [day] = holidaysBetween(['IE'], '2026-10-26', '2026-10-26')
    expect(day && holidayName(day, 'en-GB')).toBe('October bank holiday')
    expect(day && holidayName(day, 'ga')).toBe('Lá Saoire i mí Dheireadh Fómhair')
    const [easter] = holidaysBetween(['NO'], '2026-04-06', '2026-04-06')
    expect(easter && [holidayName(easter, 'nn-NO'), holidayName(easter, 'it')]).toEqual([easter?.name, 'Easter Monday'])
  })

  it('say nothing about years that their rules are not known for', () => {
    expect(holidaysBetween(['NO'], '2010-01-01', '2019-12-31')).toEqual([])
  })
})
