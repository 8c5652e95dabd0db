import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { say, seconds } from '../../scripts/lib/say.mjs'
import { bundle } from '../support/bundle.mjs'
import { mean, measureNode, median, percentile } from '../support/measure.mjs'
import { figure, machineLine, table, writeResults } from '../support/report.mjs'

function inMs(name, samples, most) {
  const walls = samples.map(({ wall }) => wall)
  const note = `median ${median(walls).toFixed(0)} ms, ${mean(samples.map(({ cpu }) => cpu)).toFixed(0)} ms of CPU each, longest gap ${Math.max(...samples.map(({ gap }) => gap)).toFixed(0)} ms`
  return figure(name, percentile(walls, 0.95), { unit: 'ms', note, ...(most && { most }) })
}

function figuresOf(told) {
  return Object.entries(told).flatMap(([posts, of]) => {
    const all = Number(posts).toLocaleString('en-US')
    return [
      inMs(`${all} posts: first page of all, nothing read before`, of.first),
      inMs(`${all} posts: first page right after an import of 500, p95`, of.cold, 300),
      inMs(`${all} posts: a page by any figure, p95`, of.sorted, 100),
      inMs(`${all} posts: search, p95`, of.search),
      inMs('best times, p95', of.bestTimes, 300),
      inMs('groups, p95', of.groups, 300),
      inMs('insights, p95', of.insights, 1000),
      inMs('overview of three years, p95', of.overview, 300),
      inMs('overview of a month, p95', of.overviewMonth, 150),
      inMs('source of the interactions of a month, p95', of.trace, 300)
    ]
  })
}

/**
 * Measures how quickly the core answers the screens of figures over 1,000, 10,000 and 100,000 posts of three years.
 * Writes `test-results/bench/analytics.json`.
 *
 * @param {{ quick: boolean, rounds: number }} options
 */
export async function benchAnalytics({ quick, rounds }) {
  const start = performance.now()
  const sizes = quick ? [100_000] : [1_000, 10_000, 100_000]
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-bench-analytics-'))
  try {
    const script = await bundle('bench/analytics/measure-figures.ts', 'measure-figures')
    say(`Figures of up to ${sizes.at(-1).toLocaleString('en-US')} posts. ${machineLine()}`)
    const { told } = await measureNode(script, { home: join(scratch, 'home'), resources: inRoot('resources'), sizes, rounds })
    const figures = figuresOf(told)
    process.stdout.write(`\n${table(figures)}\n\n`)
    say(`Written to ${writeResults('analytics', { quick, rounds, figures })} in ${seconds(start)}.`)
    return figures
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
