import type { AppError } from '../../shared/errors/app-error'
import { appErrorOf, refusalOf } from './app-error-of'
import type { SessionEnd } from './connection.types'

const storageKey = 'greenroom.session'

/** The session of this tab in the browser. The token outlives a reload and nothing else. */
export interface Session {
  token: string
}

const launchHash = /^#code=([\w-]+)$/

/** Takes the launch code out of the address bar and the tab's history before anything else can read it. */
function takeLaunchCode(): string | undefined {
  const match = launchHash.exec(location.hash)
  if (!match) return undefined
  history.replaceState(history.state, '', location.pathname)
  return match[1]
}

async function swapCode(code: string): Promise<string> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    credentials: 'omit',
    cache: 'no-store'
  })
  if (!response.ok) throw await refusalOf(response)
  const { token } = (await response.json()) as { token: string }
  return token
}

function reasonOf({ code }: AppError): SessionEnd {
  if (code === 'unavailable.launch-code') return 'used'
  if (code === 'unavailable.too-many-attempts') return 'attempts'
  return code === 'unavailable.host' ? 'closed' : 'ended'
}

/** The session of this tab: a new one for a launch code, else the one it had, else the reason why there is none. */
export async function openSession(): Promise<Session | SessionEnd> {
  const code = takeLaunchCode()
  const known = sessionStorage.getItem(storageKey)
  if (code === undefined) return known === null ? 'missing' : { token: known }
  try {
    const token = await swapCode(code)
    sessionStorage.setItem(storageKey, token)
    return { token }
  } catch (error) {
    // The same address entered again in the tab that it had opened.
    return known === null ? reasonOf(appErrorOf(error)) : { token: known }
  }
}

/**
 * Calls the listener when a launch address is entered in a tab that shows the app already: the browser takes it for a
 * place within the page and loads nothing. Must be called before the router listens.
 */
export function onLaunchAddress(listener: (session: Session | SessionEnd) => void): void {
  window.addEventListener('popstate', (event) => {
    if (!launchHash.test(location.hash)) return
    event.stopImmediatePropagation()
    void openSession().then(listener)
  })
}

/** The host does not know the token: it will not know it after a reload either. */
export function forgetSession(): void {
  sessionStorage.removeItem(storageKey)
}
