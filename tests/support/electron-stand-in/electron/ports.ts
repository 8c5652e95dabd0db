import { EventEmitter } from 'node:events'
import { pack, unpack } from '../packing'
import { hear, tell } from './line'

const open = new Map<number, StandInPort>()

/** The main process's end of a port whose other end is in a page. Holds messages back until it is started. */
export class StandInPort extends EventEmitter {
  readonly #id: number
  #started = false
  readonly #waiting: unknown[] = []

  constructor(id: number) {
    super()
    this.#id = id
    open.set(id, this)
  }

  start(): void {
    this.#started = true
    for (const data of this.#waiting.splice(0)) this.emit('message', { data, ports: [] })
  }

  receive(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] })
    else this.#waiting.push(data)
  }

  postMessage(data: unknown): void {
    if (open.has(this.#id)) tell({ type: 'port.message', port: this.#id, data: pack(data) })
  }

  close(): void {
    if (!open.delete(this.#id)) return
    tell({ type: 'port.close', port: this.#id })
    this.emit('close')
  }
}

hear('port.message', ({ port, data }) => open.get(port)?.receive(unpack(data)))
hear('port.close', ({ port }) => open.get(port)?.close())
