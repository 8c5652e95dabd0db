import { EventEmitter } from 'node:events'
import type { CustomScheme } from 'electron'
import { records } from './records'

export type SchemeHandler = (request: Request) => Promise<Response>
type Answer = (value: unknown) => void

function noted(name: string): void {
  records.sessionHandlers.push(name)
}

/** Keeps the handlers it is given, so that a test can ask them. */
export class StandInSession extends EventEmitter {
  readonly schemes = new Map<string, SchemeHandler>()
  permissionRequest?: (contents: unknown, permission: string, answer: Answer, details: unknown) => void
  permissionCheck?: (contents: unknown, permission: string, origin: string, details: unknown) => boolean
  devicePermission?: (details: unknown) => boolean
  beforeRequest?: (details: { url: string }, answer: (decision: { cancel?: boolean }) => void) => void

  readonly protocol = {
    handle: (scheme: string, handler: SchemeHandler) => void this.schemes.set(scheme, handler)
  }

  readonly webRequest = {
    onBeforeRequest: (filter: NonNullable<StandInSession['beforeRequest']>) => {
      this.beforeRequest = filter
    }
  }

  setPermissionRequestHandler(handler: NonNullable<StandInSession['permissionRequest']>): void {
    noted('permission-request')
    this.permissionRequest = handler
  }

  setPermissionCheckHandler(handler: NonNullable<StandInSession['permissionCheck']>): void {
    noted('permission-check')
    this.permissionCheck = handler
  }

  setDevicePermissionHandler(handler: NonNullable<StandInSession['devicePermission']>): void {
    noted('device-permission')
    this.devicePermission = handler
  }

  setBluetoothPairingHandler(): void {
    noted('bluetooth-pairing')
  }

  setDisplayMediaRequestHandler(): void {
    noted('display-media')
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    records.spellcheck.push(enabled)
  }

  /** Answers as Chromium would load the address in this session: the request filter first, then the scheme. */
  async load(request: Request): Promise<Response> {
    if (!(await this.mayLoad(request.url))) return Response.error()
    const handler = this.schemes.get(new URL(request.url).protocol.replace(':', ''))
    return handler ? handler(request) : Response.error()
  }

  async mayLoad(url: string): Promise<boolean> {
    const filter = this.beforeRequest
    if (!filter) return true
    return new Promise((decided) => filter({ url }, ({ cancel }) => decided(cancel !== true)))
  }
}

const partitions = new Map<string, StandInSession>()

export const session = {
  fromPartition(name: string, options?: unknown): StandInSession {
    const known = partitions.get(name)
    if (known) return known
    records.partitions.push({ name, options: options ?? null })
    const made = new StandInSession()
    partitions.set(name, made)
    return made
  },
  get defaultSession(): StandInSession {
    return session.fromPartition('')
  }
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    records.schemes.push(...schemes)
  }
}
