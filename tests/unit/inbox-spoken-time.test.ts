import { describe, expect, it } from 'vitest'
import { spokenTime } from '../../src/shared/features/inbox/spoken-time'

// A Monday in winter, 11:30 in Oslo.
const NOW = '2026-11-23T10:30:00.000Z'
const at = (text: string): string | undefined => spokenTime(text, NOW, 'Europe/Oslo')

describe('a time as one types it off a screenshot', () => {
  it.each([
    ['', NOW],
    ['10:42', '2026-11-23T09:42:00.000Z'],
    ['9.15', '2026-11-23T08:15:00.000Z'],
    ['9:15 am', '2026-11-23T08:15:00.000Z'],
    ['yesterday 9:15', '2026-11-22T08:15:00.000Z'],
    ['i går kl. 09.15', '2026-11-22T08:15:00.000Z'],
    ['Fri 14:05', '2026-11-20T13:05:00.000Z'],
    ['Mon 08:00', '2026-11-23T07:00:00.000Z'],
    ['21.11. 10:42', '2026-11-21T09:42:00.000Z'],
    ['2026-07-01 10:42', '2026-07-01T08:42:00.000Z'],
    ['24.12 18:00', '2025-12-24T17:00:00.000Z'],
    ['12 min', '2026-11-23T10:18:00.000Z'],
    ['3h', '2026-11-23T07:30:00.000Z'],
    ['2 d ago', '2026-11-21T10:30:00.000Z']
  ])('reads “%s” by the clock of the client', (text, instant) => {
    expect(at(text)).toBe(instant)
  })

  it('takes a clock time that is still to come for that of yesterday', () => {
    expect(at('23:10')).toBe('2026-11-22T22:10:00.000Z')
  })

  it.each(['soon', '25:00', '31.2. 10:00', 'tomorrow 10:00', '10', '2027-01-01 10:00', 'Mon 23:00'])('does not guess what “%s” means', (text) => {
    expect(at(text)).toBeUndefined()
  })
})
