import { fork } from 'node:child_process'
import type { ParseProcess } from '../../core'
import type { ParseReply } from '../../../shared/parse/protocol'
import { childEnvironment } from './child-environment'
import { lastWords } from './last-words'

/** A file from outside gets no more memory than this, in megabytes, and no way to a prototype. */
export const PARSE_FLAGS = ['--max-old-space-size=384', '--disable-proto=delete']

/**
 * Starts the parse process as a child of this Node process.
 *
 * @param workerPath absolute path of the built worker, `out/main/parse-worker.js`
 */
export function spawnParseWithNode(workerPath: string): ParseProcess {
  const child = fork(workerPath, [], {
    env: childEnvironment(process.env),
    execArgv: PARSE_FLAGS,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  })
  const words = lastWords(child.stderr)
  let ended = false
  return {
    send(message) {
      // A message to a process that just died is answered by its exit.
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage(listener) {
      child.on('message', (reply) => listener(reply as ParseReply))
    },
    onExit(listener) {
      const end = (detail: string): void => {
        if (!ended) listener([detail, words()].filter(Boolean).join(': '))
        ended = true
      }
      child.once('exit', (code, signal) => end(signal ?? `code ${code ?? 'unknown'}`))
      child.once('error', (error) => end(error.message))
    },
    kill() {
      child.kill('SIGKILL')
    }
  }
}
