import { describe, expect, it } from 'vitest'
import { resolvePlanned, shiftPlanned } from '../../src/shared/features/posts/planned-time'

const oslo = 'Europe/Oslo'
const codeOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a planned time', () => {
  it('is in the zone of the client where it names none, spelled as the database of zones does', () => {
    expect(resolvePlanned({ date: '2026-07-01', time: '09:00' }, oslo)).toEqual({ date: '2026-07-01', time: '09:00', zone: oslo, pick: 'earlier', instant: '2026-07-01T07:00:00.000Z' })
    expect(resolvePlanned({ date: '2026-07-01', time: '09:00', zone: 'europe/london' }, oslo)).toMatchObject({ zone: 'Europe/London', instant: '2026-07-01T08:00:00.000Z' })
  })

  it('is refused in a zone that is none', () => {
    for (const zone of ['', 'Moon', '+02:00', 'Europe/Oslo/Center']) expect(codeOf(() => resolvePlanned({ date: '2026-07-01', time: '09:00', zone }, oslo))).toBe('validation.zone')
  })

  it('keeps 09:00 on each of 400 days, in zones of every kind', () => {
    for (const zone of [oslo, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca']) {
      const start = resolvePlanned({ date: '2026-01-01', time: '09:00' }, zone)
      for (let days = 1; days < 400; days += 1) {
        const moved = shiftPlanned(start, days)
        expect(moved.time).toBe('09:00')
        expect(shiftPlanned(moved, -days)).toEqual(start)
      }
    }
  })

  it('is asked about in a gap and an overlap, unless someone cannot be asked', () => {
    const gap = { date: '2026-03-29', time: '02:30' }
    const twice = { date: '2026-10-25', time: '02:30' }
    expect([codeOf(() => resolvePlanned(gap, oslo)), codeOf(() => resolvePlanned(twice, oslo))]).toEqual(['validation.wall-time', 'validation.wall-time'])
    expect(resolvePlanned(gap, oslo, 'earlier')).toMatchObject({ time: '01:30', instant: '2026-03-29T00:30:00.000Z' })
    expect(resolvePlanned(twice, oslo, 'earlier')).toMatchObject({ time: '02:30', pick: 'earlier', instant: '2026-10-25T00:30:00.000Z' })
    expect(resolvePlanned({ ...twice, pick: 'later' }, oslo, 'earlier')).toMatchObject({ pick: 'later', instant: '2026-10-25T01:30:00.000Z' })
  })

  it('offers both times as the clock shows them, with half hours too', () => {
    const data = (zone: string, date: string, time: string): unknown => {
      try {
        return resolvePlanned({ date, time }, zone)
      } catch (error) {
        return (error as { data: unknown }).data
      }
    }
    expect(data('Australia/Lord_Howe', '2026-10-04', '02:15')).toMatchObject({ kind: 'gap', earlier: '01:45 (UTC+10:30)', later: '02:45 (UTC+11)' })
    expect(data('America/St_Johns', '2026-11-01', '01:30')).toMatchObject({ kind: 'overlap', earlier: '01:30 (UTC−2:30)', later: '01:30 (UTC−3:30)' })
  })
})
