import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildStandIn, root } from './build-stand-in'
import type { FromMain, Probe, ToMain } from './wire'

export interface MainOptions {
  home: string
  args?: string[]
  /** As in the packaged app. */
  packaged?: boolean
  /** A machine that shows notices. */
  notices?: boolean
  /** Options for Node itself, such as `--inspect`. */
  nodeArgs?: string[]
}

/** The built main process, running in a Node of its own with the stand-in for Electron. */
export interface MainProcess {
  pid: number
  send(message: ToMain): void
  ask(probe: Probe): Promise<unknown>
  /** Code of its end, and all it wrote to its error output. */
  ended: Promise<{ code: number | null; errors: string }>
  /** All it wrote to its error output so far. */
  errors(): string
  kill(): void
}

const bundle = process.env.GREENROOM_OUT ?? join(root, 'out')

function requireBundle(): string {
  const main = join(bundle, 'main/index.js')
  if (!existsSync(main)) throw new Error('There is no build to test. Run: npm run build')
  return main
}

async function start({ home, args = [], packaged = false, notices = false, nodeArgs = [] }: MainOptions): Promise<ChildProcess> {
  const register = await buildStandIn()
  const program = [...nodeArgs, '--import', register, requireBundle()]
  return spawn(process.execPath, [...program, ...(packaged ? args : [root, ...args])], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { PATH: process.env.PATH, HOME: home, TZ: 'UTC', GREENROOM_HOME: home, STAND_IN_PACKAGED: packaged ? '1' : '0', STAND_IN_NOTICES: notices ? '1' : '0' }
  })
}

export async function startMain(options: MainOptions, hear: (message: FromMain) => void): Promise<MainProcess> {
  const child = await start(options)
  const questions = new Map<number, (answer: unknown) => void>()
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  child.on('message', (message: FromMain) => {
    if (message.type === 'answer') questions.get(message.id)?.(message.answer)
    else hear(message)
  })
  const ended = new Promise<{ code: number | null; errors: string }>((done) => {
    child.once('close', (code) => done({ code, errors }))
  })
  const send = (message: ToMain) => {
    if (child.connected) child.send(message, () => undefined)
  }
  return {
    pid: child.pid ?? 0,
    send,
    ended,
    ask: (probe) =>
      new Promise((answered, failed) => {
        const id = questions.size + 1
        questions.set(id, answered)
        void ended.then(() => failed(new Error(`The main process ended before it answered.\n${errors}`)))
        send({ type: 'ask', id, probe })
      }),
    errors: () => errors,
    kill: () => void child.kill('SIGKILL')
  }
}
