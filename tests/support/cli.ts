import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const entry = resolve(import.meta.dirname, '../../out/main/cli.js')
const photographs = resolve(import.meta.dirname, '../../node_modules/@stdlib')

/** What a run of the built command line came to. */
export interface CliResult {
  code: number | null
  stdout: string
  stderr: string
}

export interface CliRun {
  child: ChildProcess
  result: Promise<CliResult>
}

interface CliOptions {
  home: string
  cwd?: string
  input?: string
}

/** Starts the built `cli.js` on a home. */
export function startCli(args: readonly string[], { home, cwd, input }: CliOptions): CliRun {
  const child = spawn(process.execPath, [entry, '--home', home, ...args], { cwd, stdio: 'pipe', env: { ...process.env, GREENROOM_HOME: '' } })
  const collected = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (collected.stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (collected.stderr += chunk.toString('utf8')))
  child.stdin.end(input ?? '')
  const result = new Promise<CliResult>((done) => {
    child.once('close', (code) => done({ code, ...collected }))
  })
  return { child, result }
}

/** Runs the built `cli.js` to its end. */
export const runCli = (args: readonly string[], options: CliOptions): Promise<CliResult> => startCli(args, options).result

/** Runs with `--json` and reads the one document; a second document, or any other text, fails here. */
export async function cliJson<T = Record<string, unknown>>(args: readonly string[], options: CliOptions): Promise<{ code: number | null; json: T }> {
  const { code, stdout } = await runCli([...args, '--json'], options)
  return { code, json: JSON.parse(stdout) as T }
}

/** A real photograph, about 1024 pixels wide. */
export const photograph = (name: string): string => resolve(photographs, `datasets-img-${name}`, 'data', 'image.jpg')

/** Resolves when `check` first answers true; asked every few milliseconds until the test's own time is up. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((wake) => setTimeout(wake, 25))
}
