import { fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { MediaProcess } from '../../core/media/media-process'
import type { MediaReply } from '../../../shared/media/protocol'

/** What the media process may know of its surroundings: nothing but what loading and temporary files need. */
const PASSED_ON = ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'HOME', 'LD_LIBRARY_PATH'] as const

const LAST_WORDS = 500

const surroundings = (): Record<string, string> => {
  const kept = PASSED_ON.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), VIPS_BLOCK_UNTRUSTED: '1' }
}

/** Keeps the end of what a process says as it dies, for the log; what it says is never shown as it is. */
const listenFor = (stream: Readable | null): (() => string) => {
  let said = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LAST_WORDS)
  })
  return () => said.trim()
}

/**
 * Starts the media process as a child of this Node process.
 *
 * @param workerPath absolute path of the built worker, `out/main/media-worker.js`
 */
export const spawnMediaWithNode = (workerPath: string): MediaProcess => {
  const child = fork(workerPath, [], {
    env: surroundings(),
    execArgv: ['--disable-proto=delete'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  })
  const lastWords = listenFor(child.stderr)
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
        if (!ended) listener([detail, lastWords()].filter(Boolean).join(': '))
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
