import { fork } from 'node:child_process'
import type { ReportProcess } from '../../core'
import { childEnvironment } from './child-environment'

/**
 * Starts the report process as a child of this Node process.
 *
 * @param workerPath absolute path of the built worker, `out/main/report-worker.js`
 */
export function spawnReportWithNode(workerPath: string): ReportProcess {
  const child = fork(workerPath, [], {
    env: childEnvironment(process.env),
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
