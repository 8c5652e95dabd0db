import { fork } from 'node:child_process'
import type { ReportProcess } from '../../core'

/** What the report process may know of its surroundings: nothing but what loading and temporary files need. */
const PASSED_ON = ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'HOME', 'LD_LIBRARY_PATH'] as const

function surroundings(): Record<string, string> {
  const kept = PASSED_ON.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(kept)
}

/**
 * Starts the report process as a child of this Node process.
 *
 * @param workerPath absolute path of the built worker, `out/main/report-worker.js`
 */
export function spawnReportWithNode(workerPath: string): ReportProcess {
  const child = fork(workerPath, [], {
    env: surroundings(),
    execArgv: ['--disable-proto=delete'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  })
  let ended = false
  return {
    send(message) {
      // A message to a process that just died is answered by its exit.
      if (child.connected) child.send(message as object, () => undefined)
    },
    onMessage(listener) {
      child.on('message', listener)
    },
    onExit(listener) {
      const end = (code: number | null): void => {
        if (!ended) listener(code)
        ended = true
      }
      child.once('exit', end)
      child.once('error', () => end(null))
    },
    kill() {
      child.kill('SIGKILL')
    }
  }
}
