import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/main/core/log-failure'
import { createLogFile } from '../../src/main/hosts/node/log-file'
import { AppError } from '../../src/shared/errors/app-error'
import { tempFolder } from '../support/temp-folder'

describe('the log', () => {
  it('holds one line an entry, readable by its owner only, and nothing that a terminal obeys', async () => {
    const home = await tempFolder()
    const log = createLogFile(home, { now: () => new Date('2026-01-02T03:04:05Z') })
    expect(await readdir(home)).toEqual([])
    log.info('started')
    log.error('failed', { name: 'Type\nError', stack: '\u001b[2J\u009b2J\u2028' })
    const file = join(home, 'logs', 'greenroom.log')
    const text = await readFile(file, 'utf8')
    expect(text).toMatch(/^[\x20-\x7e\n]*$/)
    expect(text.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
      { at: '2026-01-02T03:04:05.000Z', level: 'info', event: 'started' },
      { at: '2026-01-02T03:04:05.000Z', level: 'error', event: 'failed', name: 'Type\nError', stack: '\u001b[2J\u009b2J\u2028' }
    ])
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('stays small: a full file is put aside, and the one before it goes', async () => {
    const home = await tempFolder()
    const log = createLogFile(home, { maxBytes: 1000 })
    for (let number = 0; number < 100; number += 1) log.error('again', { number })
    const folder = join(home, 'logs')
    expect((await readdir(folder)).sort()).toEqual(['greenroom.1.log', 'greenroom.log'])
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).size).toBeLessThan(1200)
    expect(await readFile(join(folder, 'greenroom.log'), 'utf8')).toContain('"number":99')
  })
})

describe('a failure in the log', () => {
  it('is its name and where it happened, never its message, however many lines that has', () => {
    const error = new TypeError('the caption was:\nSecret opening\n    at the museum')
    const facts = factsOf(error)
    expect(facts.name).toBe('TypeError')
    expect(facts.stack).toContain('log-file.test.ts')
    expect(JSON.stringify(facts)).not.toMatch(/caption|Secret|museum/)
    expect(factsOf(new AppError('unavailable.disk', { path: '/home/somebody/secret' }))).toEqual({ name: 'unavailable.disk' })
    expect(factsOf('thrown text')).toEqual({ name: 'unknown' })
  })
})
