import { EventEmitter } from 'node:events'

/** A utility process's line to the main process, over Node's channel. Messages wait for the first listener. */
class ParentPort extends EventEmitter {
  readonly #waiting: unknown[] = []

  constructor() {
    super()
    process.on('message', (data) => {
      if (!this.emit('message', { data, ports: [] })) this.#waiting.push(data)
    })
    process.on('disconnect', () => process.exit(0))
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    super.on(event, listener as (...args: unknown[]) => void)
    if (event === 'message') for (const data of this.#waiting.splice(0)) this.emit('message', { data, ports: [] })
    return this
  }

  postMessage(message: unknown): void {
    process.send?.(message)
  }
}

Object.assign(process, { parentPort: new ParentPort() })
