import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../../core'

interface LogFileOptions {
  now?: () => Date
  /** A full file is put aside and takes the place of the one put aside before it. */
  maxBytes?: number
}

/** Escapes whatever a terminal might obey when the file is shown there. */
const asLine = (entry: object): string =>
  `${JSON.stringify(entry).replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

function isFull(file: string, maxBytes: number): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes
}

/**
 * A log in `logs/greenroom.log` of the app's home: one JSON object a line, two files of 5 MB at most. Made with the first
 * entry, and written at once, since the next thing that happens may be the end of the process.
 */
export function createLogFile(home: string, { now = () => new Date(), maxBytes = 5_000_000 }: LogFileOptions = {}): Logger {
  const folder = join(home, 'logs')
  const file = join(folder, 'greenroom.log')
  const write = (level: 'info' | 'error') => (event: string, facts: Record<string, string | number | boolean> = {}) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (isFull(file, maxBytes)) renameSync(file, join(folder, 'greenroom.1.log'))
      appendFileSync(file, asLine({ at: now().toISOString(), level, event, ...facts }), { mode: 0o600 })
    } catch {
      // A log that cannot be written must not stop the work it tells of.
    }
  }
  return { info: write('info'), error: write('error') }
}
