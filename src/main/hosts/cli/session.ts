import type { AppClient } from '../../../shared/contract'
import { createFormats, type Formats, type Translator } from '../../../shared/i18n'
import type { Core, CoreOptions } from '../../core'
import { startCore } from '../node/start-core'
import { createProgress, type Progress } from './progress'

/** Flags that every command takes. */
export interface GlobalOptions {
  home?: string
  json?: boolean
  quiet?: boolean
}

/** A job that this process runs, and that stays behind when the process is stopped. */
export interface FollowedJob {
  jobId: string
  clientId: string
}

/** What a command works with. */
export interface Session {
  t: Translator
  formats: Formats
  progress: Progress
  /** Folder that relative paths start from. */
  cwd: string
  /** Folder of the running bundle, `out/main`. */
  bundleDir: string
  /** `--home` as given. */
  home: string | undefined
  json: boolean
  /** The core, started when it is first asked for. `options` count for that first time. */
  core(options?: { home?: string; hostName?: CoreOptions['hostName'] }): Promise<Core>
  client(): Promise<AppClient>
  /** Jobs that run now, so that Ctrl+C can say how to resume. */
  followed: Map<string, FollowedJob>
  /** What goes out while the command still runs: an address, events. */
  print(line: string): void
  /** A line for people, on standard error. */
  note(line: string): void
  /** Aborted by Ctrl+C. */
  signal: AbortSignal
  close(): Promise<void>
}

export interface SessionSurroundings {
  t: Translator
  bundleDir: string
  signal: AbortSignal
}

const LOCALE = 'en-US'

/** A session of one command. */
export function createSession(options: GlobalOptions, { t, bundleDir, signal }: SessionSurroundings): Session {
  let started: Promise<Core> | undefined
  const formats = createFormats(LOCALE)
  const quiet = options.quiet === true
  const progress = createProgress({ stream: process.stderr, formats, now: () => performance.now() }, quiet)
  const core: Session['core'] = ({ home = options.home, hostName = 'cli' } = {}) => {
    started ??= startCore({ bundleDir, hostName, ...(home === undefined ? {} : { home }) })
    return started
  }
  return {
    t,
    formats,
    progress,
    cwd: process.cwd(),
    bundleDir,
    home: options.home,
    json: options.json === true,
    core,
    client: async () => (await core()).client,
    followed: new Map(),
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void (quiet || process.stderr.write(`${line}\n`)),
    signal,
    async close() {
      progress.end()
      // A core that could not start has said why where it was asked for.
      const running = await started?.catch(() => undefined)
      await running?.close()
    }
  }
}
