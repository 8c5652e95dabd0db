import type { Command } from 'commander'
import { serveLoopback } from '../../loopback'
import type { Answer } from '../answer'
import { act, addCommand, numberBetween, type Cli } from '../command-kit'
import type { Session } from '../session'

interface ServeOptions {
  port?: number
  open?: boolean
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

async function serve(session: Session, { port, open = false }: ServeOptions): Promise<Answer> {
  const core = await session.core({ hostName: 'loopback' })
  const serving = await serveLoopback({ core, bundleDir: session.bundleDir, port, open })
  try {
    const facts = { address: serving.address, port: serving.port }
    session.print(session.json ? JSON.stringify(facts) : session.t('cli.serve.address', { url: serving.address }))
    session.note(session.t('cli.serve.stop'))
    await Promise.race([serving.idle, aborted(session.signal)])
  } finally {
    await serving.close()
  }
  return { json: undefined, lines: [] }
}

/** `greenroom serve` */
export function addServeCommand(program: Command, cli: Cli): void {
  const { t } = cli
  addCommand(program, cli, { name: 'serve', about: 'cli.serve.about', examples: ['serve', 'serve --port 8080 --open'] })
    .option('--port <number>', t('cli.serve.port'), numberBetween(cli, 0, 65_535, true))
    .option('--open', t('cli.serve.open'))
    .action(act<ServeOptions>(cli, serve))
}
