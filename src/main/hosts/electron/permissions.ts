import type { Session } from 'electron'
import { isOurAddress } from './page-address'
import { checksSpelling } from './spelling'

/** "Copy" buttons put text on the clipboard; reading it, and everything else, stays shut. */
const COPY_TEXT = 'clipboard-sanitized-write'

/** Everything else that a page may ask a browser for is answered with no. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(permission === COPY_TEXT && isMainFrame && isOurAddress(requestingUrl))
  )
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) => permission === COPY_TEXT && isMainFrame && isOurAddress(origin))
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
}

const LOCAL_SCHEMES = ['blob:', 'data:']

/** What the page may load at all. The content policy says the same; this holds where a policy does not reach. */
export function mayLoad(address: string, withDevTools: boolean): boolean {
  if (isOurAddress(address) || LOCAL_SCHEMES.some((scheme) => address.startsWith(scheme))) return true
  return withDevTools && address.startsWith('devtools:')
}

/** Readies the window's own session: nothing but our own addresses, no permissions, no dictionaries from afar. */
export function closeSession(session: Session, withDevTools: boolean): void {
  denyPermissions(session)
  session.setSpellCheckerEnabled(checksSpelling())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, withDevTools) }))
  session.on('will-download', (event, item) => {
    if (!isOurAddress(item.getURL()) || !new URL(item.getURL()).pathname.startsWith('/media/')) event.preventDefault()
  })
}
