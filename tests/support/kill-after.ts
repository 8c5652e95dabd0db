import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/**
 * Runs a bundled program with its orders as JSON, lets it work for a while after its first line, then kills it.
 * @returns the lines that it wrote: what it was told is saved
 */
export async function linesUntilKilled(entry: string, order: object, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [entry, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const first = new Promise<void>((seen) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      seen()
    })
  })
  const closed = new Promise<void>((done) => child.once('close', () => done()))
  await first
  await new Promise((wake) => setTimeout(wake, milliseconds))
  child.kill('SIGKILL')
  await closed
  return lines
}
