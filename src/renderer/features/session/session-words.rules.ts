import type { SessionEnd } from '../../api'
import type { MessageKey } from '../../../shared/i18n'

interface SessionWords {
  title: MessageKey
  text: MessageKey
}

/** What the screen says for each way of having no session. */
export const sessionWords: Readonly<Record<SessionEnd, SessionWords>> = {
  missing: { title: 'session.missing.title', text: 'session.missing.text' },
  used: { title: 'session.used.title', text: 'session.used.text' },
  attempts: { title: 'session.attempts.title', text: 'session.attempts.text' },
  ended: { title: 'session.ended.title', text: 'session.ended.text' },
  closed: { title: 'session.closed.title', text: 'session.closed.text' }
}
