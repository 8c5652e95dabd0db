import { protocol, type Session } from 'electron'
import { APP_SCHEME } from '../../../shared/host/host-address'
import { refusalResponse, type WebAnswers } from '../web'
import { isOurAddress } from './page-address'

/** Must run before the app is ready: gives our scheme an origin, `fetch` and streams, and no way around the policy. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        bypassCSP: false,
        corsEnabled: false,
        allowServiceWorkers: false
      }
    }
  ])
}

/** Answers the page's requests: its files, pictures, uploads. Another host under our scheme is refused. */
export function serveApp(session: Session, answers: WebAnswers): void {
  session.protocol.handle(APP_SCHEME, async (request) =>
    isOurAddress(request.url) ? answers(request) : refusalResponse('address')
  )
}
