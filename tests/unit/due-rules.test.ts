import { describe, expect, it } from 'vitest'
import { forgetSettled, isQuiet, lookAtClock, nothingSeen, type Waiting, type WatchMemory } from '../../src/shared/features/hand-off/due-rules'

const every = 30_000
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const nine = Date.parse('2026-11-22T09:00:00Z')

/** A clock that is looked at as the watch does, and posts that wait for their times. */
function watch(times: Record<string, number>) {
  let memory: WatchMemory = nothingSeen
  const posts: Waiting[] = Object.entries(times).map(([variantId, at]) => ({ clientId: 'c', variantId, at }))
  const fired: string[] = []
  const listed: string[] = []
  const look = (now: number, quiet = false) => {
    const waiting = posts.filter(({ at }) => at <= now)
    const seen = lookAtClock(memory, waiting, now, every, quiet)
    memory = forgetSettled(seen.memory, waiting, now, () => true)
    fired.push(...seen.fire.map(({ variantId }) => variantId))
    listed.push(...seen.list.map(({ variantId }) => variantId))
  }
  const run = (from: number, to: number) => {
    for (let now = from; now <= to; now += every) look(now)
  }
  return { look, run, fired, listed, posts, restart: () => (memory = { ...memory, lastLook: null }) }
}

describe('what a watch of the clock tells', () => {
  it('is each post at its time, once', () => {
    const clock = watch({ a: nine, b: nine + 10 * minute })
    clock.run(nine - 5 * minute, nine + hour)
    expect([clock.fired, clock.listed]).toEqual([['a', 'b'], []])
  })

  it('is a list and no burst after nine hours of sleep, and not again after a restart', () => {
    const clock = watch(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, nine + index * 10 * minute])))
    clock.run(nine - hour, nine - minute)
    clock.look(nine + 9 * hour)
    expect(clock.fired).toEqual([])
    expect(clock.listed).toHaveLength(40)
    clock.restart()
    clock.run(nine + 9 * hour + minute, nine + 10 * hour)
    expect(clock.listed).toHaveLength(40)
  })

  const leaps: [string, number][] = [['one hour back', -hour], ['three hours ahead', 3 * hour], ['400 days ahead', 400 * day], ['to 1970', -nine]]
  it.each(leaps)('is nothing twice and nothing left out when the clock goes %s and is set right again', (_, leap) => {
    const clock = watch({ before: nine - 20 * minute, soon: nine + 20 * minute, later: nine + 2 * hour, far: nine + 300 * day })
    clock.run(nine - hour, nine)
    clock.run(nine + leap, nine + leap + 10 * minute)
    clock.run(nine + 10 * minute, nine + 4 * hour)
    // At its own time, once; what a wrong clock listed ahead of its time is told again when the time comes.
    expect(clock.fired).toEqual(['before', 'soon', 'later'])
    const ahead = clock.listed.filter((id) => id !== 'far')
    expect(new Set(ahead).size).toBe(ahead.length)
    expect(clock.listed.includes('far')).toBe(leap === 400 * day)
  })

  it('tells again after a snooze, at the new time alone', () => {
    const clock = watch({ a: nine })
    clock.run(nine - minute, nine + minute)
    clock.posts[0] = { clientId: 'c', variantId: 'a', at: nine + 11 * minute }
    clock.run(nine + 90_000, nine + hour)
    expect(clock.fired).toEqual(['a', 'a'])
  })

  it('tells nothing in quiet hours, and lists it when they end', () => {
    const clock = watch({ a: nine })
    for (let now = nine - minute; now <= nine + hour; now += every) clock.look(now, true)
    expect([clock.fired, clock.listed]).toEqual([[], []])
    clock.look(nine + hour + every)
    expect([clock.fired, clock.listed]).toEqual([[], ['a']])
  })
})

describe('quiet hours', () => {
  it.each([
    ['23:00', '22:00', '07:00', true], ['06:59', '22:00', '07:00', true], ['07:00', '22:00', '07:00', false], ['21:59', '22:00', '07:00', false],
    ['12:30', '12:00', '13:00', true], ['13:00', '12:00', '13:00', false], ['12:00', '12:00', '12:00', false]
  ])('%s in %s to %s is %s', (time, from, to, quiet) => {
    expect(isQuiet(time, { from, to })).toBe(quiet)
  })
})
