import { readFileSync } from 'node:fs'

const EVERY_MS = 40
/** Linux counts in hundredths of a second whatever the kernel's own clock. */
const TICKS = 100
const MIB = 1024

const read = path => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function childrenOf(pid) {
  const direct = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return direct.flatMap(child => [child, ...childrenOf(child)])
}

function look(pid) {
  const stat = read(`/proc/${pid}/stat`)
  if (stat === '') return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const peak = /VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))
  return {
    command: read(`/proc/${pid}/cmdline`).split('\0').join(' '),
    cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
    peakMiB: peak ? Number(peak[1]) / MIB : 0
  }
}

/**
 * Follows a process and all below it. `onSample` gets the CPU seconds used so far by all of them.
 * Tells nothing where there is no `/proc`.
 */
export function watchTree(pid, onSample) {
  const seen = new Map()
  const sample = () => {
    for (const one of [pid, ...childrenOf(pid)]) {
      const facts = look(one)
      if (facts?.command) seen.set(one, { ...facts, peakMiB: Math.max(facts.peakMiB, seen.get(one)?.peakMiB ?? 0) })
    }
    onSample?.({ cpu: [...seen.values()].reduce((sum, { cpu }) => sum + cpu, 0) })
  }
  const timer = setInterval(sample, EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      return { processes: [...seen.values()] }
    }
  }
}

/** CPU seconds of one process so far; 0 where there is no `/proc`. */
export const cpuOf = pid => look(pid)?.cpu ?? 0

/** MiB that the processes whose command holds `part` have used at most, each. */
export const peakOf = (tree, part) =>
  Math.max(0, ...tree.processes.filter(({ command }) => command.includes(part)).map(({ peakMiB }) => peakMiB))
