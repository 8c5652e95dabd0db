import { type UtilityProcess, utilityProcess } from 'electron'
import type { MediaProcess, ParseProcess, ReportProcess } from '../../core'
import type { ParseReply } from '../../../shared/parse/protocol'
import type { MediaReply } from '../../../shared/media/protocol'
import { childEnvironment } from '../node/child-environment'
import { lastWords } from '../node/last-words'
import { PARSE_FLAGS } from '../node/spawn-parse'

function start(workerPath: string, serviceName: string, execArgv = ['--disable-proto=delete']): UtilityProcess {
  return utilityProcess.fork(workerPath, [], {
    serviceName,
    env: childEnvironment(process.env),
    execArgv,
    stdio: ['ignore', 'ignore', 'pipe']
  })
}

/** @param workerPath absolute path of `out/main/media-worker.js` */
export function spawnMedia(workerPath: string): MediaProcess {
  const child = start(workerPath, 'Greenroom Media')
  const words = lastWords(child.stderr)
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (reply: MediaReply) => listener(reply)),
    onExit: (listener) => void child.once('exit', (code) => listener([`code ${code}`, words()].filter(Boolean).join(': '))),
    kill: () => void child.kill()
  }
}

/** @param workerPath absolute path of `out/main/report-worker.js` */
export function spawnReport(workerPath: string): ReportProcess {
  const child = start(workerPath, 'Greenroom Reports')
  // A full pipe would hold the process up.
  child.stderr?.resume()
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: unknown) => listener(message)),
    onExit: (listener) => void child.once('exit', (code) => listener(code)),
    kill: () => void child.kill()
  }
}

/** @param workerPath absolute path of `out/main/parse-worker.js` */
export function spawnParse(workerPath: string): ParseProcess {
  const child = start(workerPath, 'Greenroom Imports', PARSE_FLAGS)
  const words = lastWords(child.stderr)
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (reply: ParseReply) => listener(reply)),
    onExit: (listener) => void child.once('exit', (code) => listener([`code ${code}`, words()].filter(Boolean).join(': '))),
    kill: () => void child.kill()
  }
}
