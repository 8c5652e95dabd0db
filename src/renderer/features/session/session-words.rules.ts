import type { SessionEnd } from '../../api'
import type { MessageKey } from '../../../shared/i18n'

interface SessionWords {
  title: MessageKey
  text: MessageKey
  /** The program still runs, so that a new address can be had from it. */
  running: boolean
}

/** What the screen says for each way of having no session. */
export const sessionWords: Readonly<Record<SessionEnd, SessionWords>> = {
  missing: { title: 'session.missing.title', text: 'session.missing.text', running: true },
  used: { title: 'session.used.title', text: 'session.used.text', running: true },
  attempts: { title: 'session.attempts.title', text: 'session.attempts.text', running: true },
  ended: { title: 'session.ended.title', text: 'session.ended.text', running: false },
  closed: { title: 'session.closed.title', text: 'session.closed.text', running: false }
}
