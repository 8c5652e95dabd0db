import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './paths.mjs'

/**
 * Tells a program what this script is told, and lets it close its files instead of dying first. Ctrl+C in a terminal
 * reaches the program by itself; a second signal would end it at once.
 */
function passSignalsOn(child) {
  const pass = signal => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, pass)
  child.once('close', () => signals.forEach(signal => process.off(signal, pass)))
}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, capture?: boolean, timeout?: number, env?: Record<string, string>, shell?: boolean, isApp?: boolean }} [options]
 *   `quiet` sends the program's standard output to standard error; `capture` keeps both and returns them;
 *   `timeout` is in milliseconds; `isApp` passes signals on and leaves the ending to the program.
 * @returns {Promise<{ code: number, output: string }>} code 1 also where the program could not be started
 */
export function run(command, args, { quiet = false, capture = false, timeout, env, shell = false, isApp = false } = {}) {
  const piped = capture ? 'pipe' : 'inherit'
  return new Promise(done => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      timeout,
      stdio: [capture ? 'ignore' : 'inherit', quiet && !capture ? 2 : piped, piped]
    })
    if (isApp) passSignalsOn(child)
    let output = ''
    child.stdout?.on('data', chunk => { output += chunk })
    child.stderr?.on('data', chunk => { output += chunk })
    child.on('error', error => done({ code: 1, output: output + error.message }))
    child.on('close', code => done({ code: code ?? 1, output }))
  })
}

/** Runs a JavaScript file with this Node. */
export const runNode = (file, args = [], options = {}) => run(process.execPath, [file, ...args], options)

/** Runs npm: the one that called us where it did, else the one on the path. */
export function runNpm(args, options = {}) {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return runNode(cli, args, options)
  const windows = process.platform === 'win32'
  return run(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows })
}

/** The full path of a program on PATH, or undefined. */
export function which(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending)
      if (folder && existsSync(path)) return path
    }
  }
  return undefined
}

/** Debian's package manager can be used without asking for a password. */
export const canAptInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && which('apt-get') !== undefined

/** Installs Debian packages; false where that failed. */
export async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { quiet: true, env })
  const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { quiet: true, env })
  return code === 0
}
