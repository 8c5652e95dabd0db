import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const entry = resolve(import.meta.dirname, '../../out/main/loopback.js')

/** The built host on a home of its own. */
export interface TestHost {
  /** `http://127.0.0.1:PORT/#code=…`; opens one tab. */
  launchAddress: string
  origin: string
  port: number
  pid: number
  home: string
  /** Everything the host has printed. */
  output(): string
  /** Swaps the launch address for a session token, as a page does. The address is used up. */
  openSession(): Promise<string>
  /** Ends the host as Ctrl+C does and removes its home when it was a temporary one; answers with the exit code. */
  stop(): Promise<number | null>
}

interface HostOptions {
  /** A folder to use and keep. */
  home?: string
  args?: readonly string[]
  /** Options for Node itself. */
  nodeArgs?: readonly string[]
}

/** The first line of a host that holds an address. */
async function firstAddress(child: ChildProcess, note: (line: string) => void): Promise<string> {
  return new Promise((found, failed) => {
    if (!child.stdout) return failed(new Error('The host has no output.'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      note(line)
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
      if (address) found(address)
    })
    child.once('exit', (code) => failed(new Error(`The host ended with ${code}.`)))
  })
}

async function swapCode(launchAddress: string): Promise<string> {
  const { origin, hash } = new URL(launchAddress)
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: hash.slice('#code='.length) })
  })
  return ((await response.json()) as { token: string }).token
}

/** Starts `out/main/loopback.js`; the caller stops it. */
export async function startLoopback({ home, args = [], nodeArgs = [] }: HostOptions = {}): Promise<TestHost> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'greenroom-loopback-')))
  const child = spawn(process.execPath, [...nodeArgs, entry, '--home', folder, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const launchAddress = await firstAddress(child, (line) => lines.push(line))
  const { origin, port } = new URL(launchAddress)
  return {
    launchAddress,
    origin,
    port: Number(port),
    pid: child.pid ?? 0,
    home: folder,
    output: () => lines.join('\n'),
    openSession: () => swapCode(launchAddress),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      if (home === undefined) await rm(folder, { recursive: true, force: true })
      return child.exitCode
    }
  }
}
