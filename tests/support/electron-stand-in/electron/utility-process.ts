import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import type { ForkOptions } from 'electron'
import { records } from './records'

const parentPort = new URL('./parent-port.js', import.meta.url).href

class StandInUtility extends EventEmitter {
  readonly #child

  constructor(modulePath: string, args: string[], { env = {}, execArgv = [], stdio }: ForkOptions) {
    super()
    const [input, output, errors] = Array.isArray(stdio) ? stdio : (['ignore', 'inherit', 'inherit'] as const)
    this.#child = fork(modulePath, args, {
      env: env as Record<string, string>,
      execArgv: [...execArgv, '--import', parentPort],
      serialization: 'advanced',
      stdio: [input ?? 'ignore', output ?? 'inherit', errors ?? 'inherit', 'ipc']
    })
    records.children.push({ modulePath, pid: this.#child.pid, env: env as Record<string, string>, execArgv })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.once('exit', (code) => this.emit('exit', code ?? 15))
  }

  get stderr(): Readable | null {
    return this.#child.stderr
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object, () => undefined)
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: ForkOptions = {}) => new StandInUtility(modulePath, args, options)
}
