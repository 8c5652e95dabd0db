import { type UtilityProcess, utilityProcess } from 'electron'
import type { MediaProcess, ReportProcess } from '../../core'
import type { MediaReply } from '../../../shared/media/protocol'
import { childEnvironment } from './child-environment'

function start(workerPath: string, serviceName: string): UtilityProcess {
  return utilityProcess.fork(workerPath, [], {
    serviceName,
    env: childEnvironment(process.env),
    execArgv: ['--disable-proto=delete'],
    stdio: ['ignore', 'ignore', 'inherit']
  })
}

/** @param workerPath absolute path of `out/main/media-worker.js` */
export function spawnMedia(workerPath: string): MediaProcess {
  const child = start(workerPath, 'Greenroom Media')
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (reply: MediaReply) => listener(reply)),
    onExit: (listener) => void child.once('exit', (code) => listener(`code ${code}`)),
    kill: () => void child.kill()
  }
}

/** @param workerPath absolute path of `out/main/report-worker.js` */
export function spawnReport(workerPath: string): ReportProcess {
  const child = start(workerPath, 'Greenroom Reports')
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: unknown) => listener(message)),
    onExit: (listener) => void child.once('exit', (code) => listener(code)),
    kill: () => void child.kill()
  }
}
