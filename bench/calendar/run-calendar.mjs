import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureChromium } from '../../scripts/lib/chromium.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { say, seconds } from '../../scripts/lib/say.mjs'
import { startHost } from '../app/host.mjs'
import { bundle } from '../support/bundle.mjs'
import { measureNode } from '../support/measure.mjs'
import { figure, machineLine, table, writeResults } from '../support/report.mjs'
import { measureCalendar } from './calendar-steps.mjs'
import { measurePainting } from './paint-steps.mjs'

const NEAR = 2_000

/** What is planned is to come, whenever this runs: the month after next. */
function monthToCome() {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1)).toISOString().slice(0, 10)
}

const inMs = (name, { p95, p50, cpuMs }, most) => {
  const note = [`median ${p50.toFixed(0)} ms`, cpuMs !== undefined && `${cpuMs.toFixed(0)} ms of CPU each`].filter(Boolean).join(', ')
  return figure(name, p95, { unit: 'ms', note, ...(most && { most }) })
}

function calendarFigures({ few, many }, posts) {
  const all = posts.toLocaleString('en-US')
  return [
    figure(`${all} posts written`, many.filled, { unit: 's' }),
    figure('tiles of the month', many.tiles, {}),
    inMs('month: asked, sent and placed, p95', many.month, 100),
    inMs('month painted, p95', many.painted.ahead, 100),
    inMs('month painted that was not asked for ahead, p95', many.painted.asked),
    inMs('week, p95', many.week, 100),
    inMs('day, p95', many.day, 100),
    inMs('list, p95', many.list, 100),
    inMs('month of one channel, p95', many.channel, 100),
    inMs('search as you type in the month, p95', many.search, 100),
    inMs('holidays, campaigns and free slots, p95', many.background, 100),
    inMs('next free slots of all channels, p95', many.slots, 100),
    inMs('today, p95', many.today, 300),
    figure(`median of the month with ${all} posts / with ${NEAR.toLocaleString('en-US')}`, many.month.p50 / few.month.p50, { most: 1.25 }),
    figure(`median of the week with ${all} posts / with ${NEAR.toLocaleString('en-US')}`, many.week.p50 / few.week.p50, { most: 1.25 })
  ]
}

/**
 * Measures how quickly the built app answers for a full calendar, over the browser host: 2,000 posts around the month, alone
 * and with 50,000 in all. Writes `test-results/bench/calendar.json`.
 *
 * @param {{ quick: boolean, rounds: number }} options
 */
export async function benchCalendar({ quick, rounds }) {
  const start = performance.now()
  const posts = quick ? 10_000 : 50_000
  const month = monthToCome()
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-bench-calendar-'))
  try {
    const { connect } = await import(pathToFileURL(await bundle('bench/app/connect.ts', 'connect')).href)
    const rules = await import(pathToFileURL(await bundle('bench/calendar/place-entries.ts', 'place-entries')).href)
    const fill = await bundle('bench/calendar/fill-calendar.ts', 'fill-calendar')
    say(`A calendar of ${posts.toLocaleString('en-US')} posts. ${machineLine()}`)
    const chromium = await ensureChromium()
    const measureOne = async (name, count) => {
      const home = join(scratch, name, 'home')
      const { wall: filled, told } = await measureNode(fill, { home, resources: inRoot('resources'), posts: count, near: NEAR, month })
      const host = await startHost(home, connect)
      try {
        const answered = await measureCalendar(host, { ...told, month }, rules)
        return { filled, ...answered, ...(count === posts && { painted: await measurePainting(host, { ...told, month }, chromium) }) }
      } finally {
        await host.stop()
      }
    }
    const measured = { few: await measureOne('few', NEAR), many: await measureOne('many', posts) }
    const figures = calendarFigures(measured, posts)
    process.stdout.write(`\n${table(figures)}\n\n`)
    const path = writeResults('calendar', { quick, rounds, figures, measured })
    say(`Written to ${path} in ${seconds(start)}.`)
    return figures
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
