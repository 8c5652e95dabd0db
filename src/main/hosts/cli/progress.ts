import type { Writable } from 'node:stream'
import type { Formats } from '../../../shared/i18n'

/** Shows how far work has come, on standard error. */
export interface Progress {
  update(label: string, done: number, total: number): void
  /** Takes the bar away, so that what follows starts on a line of its own. */
  end(): void
}

interface Screen {
  stream: Writable & { isTTY?: boolean; columns?: number }
  formats: Formats
  now: () => number
}

const WIDTH = 24
/** A bar moves at most ten times a second; lines in a log come every three seconds. */
const BAR_EVERY_MS = 100
const LINE_EVERY_MS = 3000

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH)
  return '━'.repeat(full) + '╌'.repeat(WIDTH - full)
}

const none: Progress = { update: () => undefined, end: () => undefined }

function barProgress({ stream, formats, now }: Screen): Progress {
  let drawn = 0
  let shown = false
  return {
    update(label, done, total) {
      const complete = done >= total
      if (!complete && now() - drawn < BAR_EVERY_MS) return
      drawn = now()
      shown = true
      const line = `${label}  ${bar(total > 0 ? done / total : 1)}  ${formats.number(done)} / ${formats.number(total)}`
      stream.write(`\r\u001b[2K${line.slice(0, (stream.columns || 80) - 1)}`)
    },
    end() {
      if (shown) stream.write('\r\u001b[2K')
      shown = false
    }
  }
}

function lineProgress({ stream, formats, now }: Screen): Progress {
  let written = now()
  let last = ''
  return {
    update(label, done, total) {
      const line = `${label}: ${formats.number(done)} / ${formats.number(total)}\n`
      if (now() - written < LINE_EVERY_MS || line === last) return
      written = now()
      last = line
      stream.write(line)
    },
    end: () => undefined
  }
}

/** A calm bar in a terminal, a line now and then in a log, nothing when quiet. */
export function createProgress(screen: Screen, quiet: boolean): Progress {
  if (quiet) return none
  return screen.stream.isTTY ? barProgress(screen) : lineProgress(screen)
}
