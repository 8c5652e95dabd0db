import { readFileSync, writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/**
 * Loaded before the host: how long its event loop is held up, and by what. SIGUSR2 begins anew; the end writes it down.
 * Linux tells how long the thread has worked and how long it has waited for a core that others had.
 */
const isHost = process.argv[1]?.endsWith('loopback.js')
const EVERY_MS = 5
const NS_PER_MS = 1e6

function threadTimes() {
  try {
    const [worked, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')
    return { worked: Number(worked) / NS_PER_MS, waited: Number(waited) / NS_PER_MS }
  } catch {
    return { worked: 0, waited: 0 }
  }
}

const look = () => ({ at: performance.now(), ...threadTimes() })

function watch(file) {
  let gaps = []
  let last = look()
  setInterval(() => {
    const next = look()
    gaps.push({ ms: next.at - last.at - EVERY_MS, worked: next.worked - last.worked, waited: next.waited - last.waited })
    last = next
  }, EVERY_MS).unref()
  process.on('SIGUSR2', () => { gaps = [] })
  process.on('exit', () => {
    const longest = gaps.reduce((most, gap) => (gap.ms > most.ms ? gap : most), { ms: 0, worked: 0, waited: 0 })
    writeFileSync(file, JSON.stringify({
      longestMs: longest.ms,
      workedMs: longest.worked,
      waitedMs: longest.waited,
      mostWorkedMs: Math.max(0, ...gaps.map(({ worked }) => worked)),
      over50: gaps.filter(({ ms }) => ms > 50).length
    }))
  })
}

if (isHost && process.env.BENCH_LOOP_FILE) watch(process.env.BENCH_LOOP_FILE)
