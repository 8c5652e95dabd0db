import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createIdleWatch } from '../../src/main/hosts/loopback/idle-watch'
import { createSessions } from '../../src/main/hosts/loopback/sessions'

const guess = () => randomBytes(32).toString('base64url')
const fakeClock = () => {
  let time = 0
  return { now: () => time, pass: (ms: number) => void (time += ms) }
}

function openSession(sessions = createSessions()) {
  const session = sessions.swap(sessions.issueCode())
  if ('refused' in session) throw new Error(session.refused)
  return { sessions, token: session.token }
}

describe('sessions of the loopback host', () => {
  it('give a token of 256 bits for a launch code, once', () => {
    const sessions = createSessions()
    const code = sessions.issueCode()
    const first = sessions.swap(code)
    expect('token' in first && Buffer.from(first.token, 'base64url').byteLength).toBe(32)
    expect(sessions.swap(code)).toMatchObject({ refused: 'code' })
  })

  it('do not take a code for a token or a token for a code', () => {
    const { sessions, token } = openSession()
    expect(sessions.check(sessions.issueCode())).toMatchObject({ refused: 'session' })
    expect(sessions.swap(token)).toMatchObject({ refused: 'code' })
  })

  it('let 10,000 guesses hit nothing, slow them down after ten, and keep the open tab going', () => {
    const { sessions, token } = openSession()
    const answers = Array.from({ length: 10_000 }, () => sessions.check(guess()))
    const kinds = answers.map((answer) => ('refused' in answer ? answer.refused : 'hit'))
    expect(kinds.slice(0, 10).every((kind) => kind === 'session')).toBe(true)
    expect(kinds.slice(10).every((kind) => kind === 'attempts')).toBe(true)
    expect(sessions.check(token)).toEqual({ ok: true })
  })

  it('look at one guess each time the wait is over, and wait longer after each', () => {
    const clock = fakeClock()
    const { sessions } = openSession(createSessions({ now: clock.now }))
    for (let count = 0; count < 10; count += 1) sessions.swap(guess())
    const waits = Array.from({ length: 8 }, () => {
      const refused = sessions.swap(guess())
      const wait = 'refused' in refused ? refused.waitMs : 0
      clock.pass(wait)
      sessions.swap(guess())
      return wait
    })
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  })

  it('refuse a right launch code during the wait and take it afterwards', () => {
    const clock = fakeClock()
    const sessions = createSessions({ now: clock.now })
    const code = sessions.issueCode()
    for (let count = 0; count < 10; count += 1) sessions.swap(guess())
    expect(sessions.swap(code)).toMatchObject({ refused: 'attempts' })
    clock.pass(1000)
    expect(sessions.swap(code)).toHaveProperty('token')
  })

  it('are worthless once the host closes', () => {
    const { sessions, token } = openSession()
    const code = sessions.issueCode()
    sessions.clear()
    expect(sessions.check(token)).toMatchObject({ refused: 'session' })
    expect(sessions.swap(code)).toMatchObject({ refused: 'code' })
  })
})

describe('the idle watch', () => {
  const watch = (busy: () => boolean) => {
    let ended = false
    const idle = createIdleWatch({ idleMs: 50, busy, onIdle: () => void (ended = true) })
    return { idle, ended: () => ended }
  }
  const moments = (count: number) => new Promise((resolve) => setTimeout(resolve, count))

  it('ends a host that nobody uses', async () => {
    const { ended } = watch(() => false)
    await expect.poll(ended).toBe(true)
  })

  it('waits for a page that listens and for a job that runs', async () => {
    let working = true
    const withJob = watch(() => working)
    const withPage = watch(() => false)
    const leave = withPage.idle.begin()
    await moments(150)
    expect([withJob.ended(), withPage.ended()]).toEqual([false, false])
    working = false
    leave()
    await expect.poll(() => withJob.ended() && withPage.ended()).toBe(true)
  })
})
