import { setTimeout as sleep } from 'node:timers/promises'
import type { Translator } from '../../../shared/i18n'
import type { Answer } from './answer'
import { resumeCommand } from './export-report'
import { codeOf, failed, failureOf, INTERRUPTED_EXIT_CODE } from './failures'
import { hintsFor } from './hints'
import { createSession, type GlobalOptions, type Session } from './session'

/** How long a call that is under way at Ctrl+C may take to end by itself, before the databases are closed under it. */
const GRACE_MS = 1500

class Interrupted extends Error {}

/** Rejects at the first Ctrl+C; the second ends the process where it stands. */
function watchInterrupts(): { signal: AbortSignal; interrupted: Promise<never>; stop: () => void } {
  const controller = new AbortController()
  let onSignal: () => void = () => undefined
  const interrupted = new Promise<never>((_, reject) => {
    onSignal = () => {
      if (controller.signal.aborted) process.exit(INTERRUPTED_EXIT_CODE)
      controller.abort()
      reject(new Interrupted())
    }
  })
  interrupted.catch(() => undefined)
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  const stop = (): void => {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
  return { signal: controller.signal, interrupted, stop }
}

/** What was left behind, and how to go on with it. */
function interruptedAnswer(session: Session): Answer {
  const { t } = session
  const jobs = [...session.followed.values()]
  const { advice: _advice, ...error } = failureOf(Object.assign(new Error(), { code: 'cancelled.by-person', data: {} }), t)
  const left = jobs.map(({ clientId, jobId }) => t('cli.jobs.interrupted', { command: resumeCommand(clientId, jobId) }))
  const lines = left.length > 0 ? left : [t('cli.interrupted')]
  return { json: { error: { ...error, data: { jobs } } }, lines, exitCode: INTERRUPTED_EXIT_CODE }
}

export function failureAnswer(thrown: unknown, t: Translator): Answer {
  const { code, data } = codeOf(thrown)
  return failed(thrown, t, hintsFor(t, code, data))
}

async function atMost<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController()
  const over = sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined)
  const first = await Promise.race([promise, over])
  timer.abort()
  return first
}

async function work(session: Session, run: (session: Session) => Promise<Answer>, interrupted: Promise<never>): Promise<Answer> {
  const running = run(session)
  try {
    return await Promise.race([running, interrupted])
  } catch (error) {
    if (!(error instanceof Interrupted)) return failureAnswer(error, session.t)
    const answer = await atMost(GRACE_MS, running.catch(() => undefined))
    // What came to its end in that time is told as it is, unless it left a job behind.
    return answer && session.followed.size === 0 ? answer : interruptedAnswer(session)
  }
}

/** Runs a command's work in a session of its own and closes it, whatever happens. */
export async function perform(
  options: GlobalOptions,
  { t, bundleDir }: { t: Translator; bundleDir: string },
  run: (session: Session) => Promise<Answer>
): Promise<Answer> {
  const { signal, interrupted, stop } = watchInterrupts()
  const session = createSession(options, { t, bundleDir, signal })
  try {
    const answer = await work(session, run, interrupted)
    await session.close()
    return answer
  } catch (error) {
    return failureAnswer(error, t)
  } finally {
    stop()
  }
}
