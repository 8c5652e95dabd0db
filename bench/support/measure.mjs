import { spawn } from 'node:child_process'
import { which } from '../../scripts/lib/run.mjs'
import { SetupError } from '../../scripts/lib/say.mjs'
import { watchTree } from './process-tree.mjs'

/** bash adds up what a program and everything it started and waited for has used. */
const TIMED = 'exec 3>&2 2>/dev/null; TIMEFORMAT="bench-time %R %U %S"; { time "$@" 2>&3; } 2>&1 >&4'

/**
 * Runs a program to its end.
 *
 * @param {string[]} command
 * @param {{ cwd?: string, env?: Record<string, string>, watch?: boolean, onSample?: (sample: object) => void }} [options]
 *   `watch` follows memory and CPU of each process where `/proc` tells them
 * @returns {Promise<{ cpu: number, wall: number, output: string, tree?: object }>} seconds; CPU is user and system of all processes
 */
export function measure(command, { cwd, env, watch = false, onSample } = {}) {
  if (!which('bash')) throw new SetupError('The bench needs bash, to measure CPU seconds.')
  return new Promise((done, fail) => {
    const child = spawn('bash', ['-c', TIMED, 'bench', ...command], {
      cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ignore', 'pipe']
    })
    const said = { times: '', errors: '', output: '' }
    child.stdout.on('data', chunk => { said.times += chunk })
    child.stderr.on('data', chunk => { said.errors += chunk })
    child.stdio[4].on('data', chunk => { said.output += chunk })
    const watching = watch ? watchTree(child.pid, onSample) : undefined
    child.on('error', fail)
    child.on('close', code => {
      const tree = watching?.stop()
      const times = /bench-time ([\d.]+) ([\d.]+) ([\d.]+)/.exec(said.times)
      if (code !== 0 || !times) {
        fail(new SetupError(`${command.slice(0, 3).join(' ')} ended with ${code}.\n${said.errors.trim().slice(-1500)}`))
        return
      }
      const [wall, user, system] = times.slice(1).map(Number)
      done({ cpu: user + system, wall, output: said.output, tree })
    })
  })
}

/** Runs a script of the bench with this Node; it prints one JSON document. */
export async function measureNode(file, argument, options = {}) {
  const result = await measure([process.execPath, file, JSON.stringify(argument)], options)
  return { ...result, told: result.output ? JSON.parse(result.output) : {} }
}

export const median = values => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
}

export const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length
