import { describe, expect, it } from 'vitest'
import { readReminders } from '../../src/shared/features/hand-off/reminder-settings'

const usual = { posts: true, answers: true, system: false, quiet: false, quietFrom: '22:00', quietTo: '07:00' }

describe('settings of reminders', () => {
  it('tell of posts and of answers until a person says otherwise, and where they cannot be read', () => {
    for (const stored of [undefined, null, {}, 'on', { quietFrom: 'late' }]) expect(readReminders(stored)).toEqual(usual)
  })

  it('begin both as the one switch stood that held them before', () => {
    expect(readReminders({ on: false, system: true, quiet: true, quietFrom: '20:00', quietTo: '08:00' })).toEqual({ posts: false, answers: false, system: true, quiet: true, quietFrom: '20:00', quietTo: '08:00' })
    expect(readReminders({ on: true, system: true })).toEqual({ ...usual, system: true })
    expect(readReminders({ system: true })).toEqual({ ...usual, system: true })
  })

  it('keep each switch as it is set, whatever stood before', () => {
    expect(readReminders({ on: false, posts: true })).toEqual({ ...usual, answers: false })
    expect(readReminders({ posts: false, answers: true })).toEqual({ ...usual, posts: false })
  })
})
