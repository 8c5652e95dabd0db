import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { MediaProcess } from '../../core/media/media-process'
import type { MediaReply } from '../../../shared/media/protocol'
import { childEnvironment } from './child-environment'
import { lastWords } from './last-words'

/** Pictures take every core they get; the window and the database come first. */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A system that does not allow it runs both alike.
  }
}

/**
 * Starts the media process as a child of this Node process.
 *
 * @param workerPath absolute path of the built worker, `out/main/media-worker.js`
 */
export const spawnMediaWithNode = (workerPath: string): MediaProcess => {
  const child = fork(workerPath, [], {
    env: childEnvironment(process.env),
    execArgv: ['--disable-proto=delete'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  })
  giveWay(child.pid)
  const words = lastWords(child.stderr)
  let ended = false
  return {
    send: (message) => {
      // A message to a process that just died is answered by its exit.
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage: (listener) => {
      child.on('message', (reply) => listener(reply as MediaReply))
    },
    onExit: (listener) => {
      const end = (detail: string): void => {
        if (!ended) listener([detail, words()].filter(Boolean).join(': '))
        ended = true
      }
      child.once('exit', (code, signal) => end(signal ?? `code ${code ?? 'unknown'}`))
      child.once('error', (error) => end(error.message))
    },
    kill: () => {
      child.kill('SIGKILL')
    }
  }
}
