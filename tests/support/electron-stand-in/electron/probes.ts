import type { FetchAnswer, Probe } from '../wire'
import { preventable } from './app'
import { hear, tell } from './line'
import { records } from './records'
import type { StandInSession } from './session'
import { StandInWindow } from './window'

async function fetchDirectly(session: StandInSession, url: string, method: string): Promise<FetchAnswer> {
  const request = new Request(url, { method })
  // Asked at the handler itself: the filter in front of it must not be what makes an answer safe.
  const response = await (session.schemes.get('app')?.(request) ?? Response.error())
  return { status: response.status, headers: Object.fromEntries(response.headers), body: response.type === 'error' ? '' : await response.text() }
}

/** Emits a navigation at the window's contents; true when it was stopped. */
function isStopped(emitter: { emit(event: string, ...args: unknown[]): boolean }, event: string, ...args: unknown[]): boolean {
  const occasion = Object.assign(preventable(), { url: args[0] })
  emitter.emit(event, occasion, ...args)
  return occasion.defaultPrevented
}

async function answerTo(probe: Probe): Promise<unknown> {
  if (probe.ask === 'records') return records
  const [window] = StandInWindow.all()
  if (!window) return undefined
  const { session, webContents } = window
  switch (probe.ask) {
    case 'fetch':
      return fetchDirectly(session, probe.url, probe.method)
    case 'permission-request': {
      const details = { requestingUrl: probe.from, isMainFrame: probe.isMainFrame }
      return new Promise((done) => session.permissionRequest?.(webContents, probe.permission, done, details))
    }
    case 'permission-check':
      return session.permissionCheck?.(webContents, probe.permission, probe.from, { isMainFrame: probe.isMainFrame })
    case 'device-permission':
      return session.devicePermission?.({ deviceType: probe.deviceType, origin: 'app://greenroom', device: {} })
    case 'session-event':
      return new Promise((done) => {
        const occasion = preventable()
        session.emit(probe.event, occasion, {}, ...(probe.event === 'select-serial-port' ? [webContents] : []), (chosen: unknown) =>
          done({ stopped: occasion.defaultPrevented, chosen: chosen ?? null })
        )
      })
    case 'may-load':
      return session.mayLoad(probe.url)
    case 'navigate':
      return isStopped(webContents, probe.event, probe.url)
    case 'window-open':
      return webContents.openHandler?.({ url: probe.url })
    case 'download':
      return isStopped(session, 'will-download', { getURL: () => probe.url })
  }
}

hear('ask', ({ id, probe }) => {
  void answerTo(probe).then((answer) => tell({ type: 'answer', id, answer: answer ?? null }))
})
