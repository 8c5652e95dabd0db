import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded before the host: how long its event loop is held up. SIGUSR2 begins anew; the end writes it down. */
const isHost = process.argv[1]?.endsWith('loopback.js')
const RESOLUTION_MS = 5

if (isHost && process.env.BENCH_LOOP_FILE) {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  let begun = process.cpuUsage()
  process.on('SIGUSR2', () => {
    histogram.reset()
    begun = process.cpuUsage()
  })
  const ms = nanoseconds => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage(begun)
    const told = { longestMs: ms(histogram.max), p99Ms: ms(histogram.percentile(99)), cpuSeconds: (user + system) / 1e6 }
    writeFileSync(process.env.BENCH_LOOP_FILE, JSON.stringify(told))
  })
}
