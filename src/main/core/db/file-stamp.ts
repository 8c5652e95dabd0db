import { stat } from 'node:fs/promises'

/** Tells a file from what it was: which one it is, how long, and when it was last written, to the nanosecond. Undefined while a log lies beside it. */
async function stampOf(path: string): Promise<string | undefined> {
  const file = await stat(path, { bigint: true }).catch(() => undefined)
  const log = await stat(`${path}-wal`).catch(() => undefined)
  if (!file || (log && log.size > 0)) return undefined
  return [file.dev, file.ino, file.size, file.mtimeNs, file.ctimeNs].join(' ')
}

const left = new Map<string, string>()

/** Keeps in mind how this process left a file that it had looked through and closed. */
export async function noteLeft(path: string): Promise<void> {
  const stamp = await stampOf(path)
  if (stamp === undefined) left.delete(path)
  else left.set(path, stamp)
}

/** Whether a file lies as this process left it: nothing has written to it since. */
export async function isAsLeft(path: string): Promise<boolean> {
  const stamp = left.get(path)
  return stamp !== undefined && stamp === (await stampOf(path))
}
