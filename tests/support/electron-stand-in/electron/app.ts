import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hear } from './line'
import { records } from './records'
import { takeSingleInstanceLock } from './single-instance'

const main = resolve(process.argv[1] ?? '')
const root = resolve(main, '../../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; productName: string }

// Electron's own command line: the program, the app's folder unless it is packaged, and what the person gave.
process.argv = [process.execPath, ...process.argv.slice(2)]
Object.assign(process, { resourcesPath: root })

export interface PreventableEvent {
  preventDefault(): void
  defaultPrevented: boolean
}

export function preventable(): PreventableEvent {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    }
  }
}

/** Set by the windows, which this file must not import: they need the app. */
export const windowsOfApp = { closeAll: (): boolean => true }

class StandInApp extends EventEmitter {
  readonly name = manifest.productName
  readonly isPackaged = process.env.STAND_IN_PACKAGED === '1'
  readonly commandLine = { hasSwitch: () => false, appendSwitch: () => undefined, removeSwitch: () => undefined, getSwitchValue: () => '' }
  isQuitting = false
  readonly #paths = new Map([
    ['home', homedir()],
    ['temp', tmpdir()],
    ['userData', join(tmpdir(), 'stand-in-without-a-home')]
  ])
  readonly #ready = new Promise<void>((done) => setImmediate(done))

  whenReady = () => this.#ready
  getVersion = () => manifest.version
  getLocale = () => 'en-US'
  getAppPath = () => root
  setAboutPanelOptions = () => undefined
  setAppUserModelId = () => undefined
  focus = () => undefined

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  enableSandbox(): void {
    records.sandboxed = true
  }

  requestSingleInstanceLock(): boolean {
    mkdirSync(this.getPath('userData'), { recursive: true })
    return takeSingleInstanceLock(this.getPath('userData'), (args, from) => this.emit('second-instance', preventable(), args, from, null))
  }

  /** As Electron does it: `before-quit`, the windows, `will-quit`, each of which may say no. */
  quit(): void {
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.isQuitting = true
    if (!windowsOfApp.closeAll()) {
      this.isQuitting = false
      return
    }
    this.finishQuit()
  }

  finishQuit(): void {
    const will = preventable()
    this.emit('will-quit', will)
    if (will.defaultPrevented) return
    this.exit(0)
  }

  exit(code = 0): void {
    this.emit('quit', preventable(), code)
    process.exit(code)
  }
}

export const app = new StandInApp()

hear('quit', () => app.quit())
hear('emit', ({ event, args }) => app.emit(event, preventable(), ...args))
process.on('SIGTERM', () => app.quit())
// The test is gone: nobody is left to end this process.
process.on('disconnect', () => process.exit(9))
