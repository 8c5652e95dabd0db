import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../../processes'

function ownerOf(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return isAlive(pid) ? pid : undefined
  } catch {
    return undefined
  }
}

/** One process a data folder. A later one leaves its command line for the first and is told to go. */
export function takeSingleInstanceLock(folder: string, onSecond: (args: string[], from: string) => void): boolean {
  const lock = join(folder, 'stand-in.pid')
  const calls = join(folder, 'stand-in-calls')
  mkdirSync(calls, { recursive: true })
  if (ownerOf(lock) !== undefined) {
    writeFileSync(join(calls, `${process.pid}.json`), JSON.stringify({ args: process.argv, from: process.cwd() }))
    return false
  }
  writeFileSync(lock, String(process.pid))
  watch(calls, (_event, name) => {
    if (!name) return
    try {
      const path = join(calls, name)
      const { args, from } = JSON.parse(readFileSync(path, 'utf8')) as { args: string[]; from: string }
      rmSync(path)
      onSecond(args, from)
    } catch {
      // Half written, or already read: the next event of the folder brings it.
      return
    }
  })
  return true
}
