import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { AppError, isAppError } from '../../../shared/errors/app-error'
import { categoryOf, errorCategories } from '../../../shared/errors/codes'
import { explain } from '../../../shared/errors/explain'
import { createTranslator } from '../../../shared/i18n'
import { startCore } from '../node/start-core'
import { loopbackLimits } from './limits'
import { serveLoopback, type Serving } from './serve'

const t = createTranslator('en')
const print = (line: string) => void process.stdout.write(`${line}\n`)

const options = { home: { type: 'string' }, port: { type: 'string' }, open: { type: 'boolean' } } as const

function parseOptions(args: string[]) {
  try {
    return parseArgs({ args, options }).values
  } catch {
    throw new AppError('validation.arguments', { given: args.join(' ') })
  }
}

function readArguments(args: string[]) {
  const values = parseOptions(args)
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port === undefined) return { home: values.home, open: values.open ?? false, port }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new AppError('validation.port', { port: values.port })
  return { home: values.home, open: values.open ?? false, port }
}

/** In a terminal, Enter gives the address of one more tab. */
function offerAddresses(serving: Serving): () => void {
  if (!process.stdin.isTTY) return () => undefined
  print(t('host.enterForAddress'))
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => print(t('host.newAddress', { address: serving.launchAddress() })))
  return () => lines.close()
}

/** Resolves with the reason to close; a second signal ends the process at once. */
function untilClosed(serving: Serving): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(t('host.closed')))
    void serving.idle.then(() => resolve(t('host.closedIdle', { n: loopbackLimits.idleMs / 60_000 })))
  })
}

async function serve(args: string[], bundleDir: string): Promise<void> {
  const { home, port, open } = readArguments(args)
  const core = await startCore({ bundleDir, hostName: 'loopback', home })
  try {
    const serving = await serveLoopback({ core, bundleDir, port, open })
    print(t('host.started', { address: serving.address }))
    const stopOffering = offerAddresses(serving)
    const reason = await untilClosed(serving)
    stopOffering()
    await serving.close()
    print(reason)
  } finally {
    await core.close()
  }
}

/** What went wrong as one line, and the exit code of its category. */
function describe(error: unknown): { line: string; exitCode: number } {
  if (!isAppError(error)) return { line: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: 1 }
  const { what, why, do: remedy } = explain(error.code, error.data, t)
  return { line: [what, why, remedy].join(' '), exitCode: errorCategories[categoryOf(error.code)].exitCode }
}

/** The whole of `loopback.js`: `--home DIR`, `--port N`, `--open`. Ends the process. */
export async function runLoopback(args: string[], bundleDir: string): Promise<never> {
  try {
    await serve(args, bundleDir)
    process.exit(0)
  } catch (error) {
    const { line, exitCode } = describe(error)
    process.stderr.write(`${line}\n`)
    process.exit(exitCode)
  }
}
