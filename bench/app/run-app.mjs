import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { say, seconds } from '../../scripts/lib/say.mjs'
import { ensureCorpus } from '../corpus/corpus.mjs'
import { bundle } from '../support/bundle.mjs'
import { measureNode } from '../support/measure.mjs'
import { figure, machineLine, table, writeResults } from '../support/report.mjs'
import { measureExport, measureLibrary, measureStarts, measureSwitches } from './app-steps.mjs'

const CLIENTS = 20
const OTHERS = 500

const inMs = (name, { p95, p50, cpuMs }, most) => {
  const note = [`median ${p50.toFixed(0)} ms`, cpuMs !== undefined && `${cpuMs.toFixed(0)} ms of CPU each`].filter(Boolean).join(', ')
  return figure(name, p95, { unit: 'ms', note, ...(most && { most }) })
}

/** What held the host up: its own work, or that other programs had the cores. */
const gap = (name, { longestMs, waitedMs, mostWorkedMs }) => {
  const note = `of it ${waitedMs.toFixed(0)} ms without a core; most own work at a stretch ${mostWorkedMs.toFixed(0)} ms`
  return figure(name, longestMs, { unit: 'ms', most: 100, note })
}

function appFigures({ filled, library, switches, starts, exporting }, assets) {
  const many = assets.toLocaleString('en-US')
  return [
    figure(`${many} rows and 20 clients written`, filled, { unit: 's' }),
    inMs(`library of ${many}: first page, p95`, library.first, 300),
    inMs('a page anywhere in it, p95', library.scrolled, 300),
    inMs('sorted by name, p95', library.byName, 300),
    inMs('without alternative text, p95', library.noAlt, 300),
    inMs('search as you type, p95', library.search, 100),
    inMs('counts, p95', library.counts, 300),
    gap('longest gap of the host while asked', library.loop),
    inMs('client switch, workspace opened, p95', switches.opening, 300),
    inMs('client switch, workspace open, p95', switches.again, 300),
    { ...figure('cold start until usable, 20 clients, median', starts.p50, { unit: 'ms', most: 1500 }), note: `longest ${starts.most.toFixed(0)} ms` },
    gap(`longest gap of the host, exporting ${exporting.files} files`, exporting.loop),
    inMs('answer during an export, p95', exporting.answers)
  ]
}

/**
 * Measures how quickly the built app answers with much in it, over the browser host; writes `test-results/bench/app.json`.
 *
 * @param {{ folder: string, quick: boolean, rounds: number }} options
 */
export async function benchApp({ folder, quick, rounds }) {
  const start = performance.now()
  const assets = quick ? 10_000 : 100_000
  const { few } = await ensureCorpus({ folder, quick: true })
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-bench-app-'))
  const home = join(scratch, 'home')
  try {
    const { connect } = await import(pathToFileURL(await bundle('bench/app/connect.ts', 'connect')).href)
    const fill = await bundle('bench/app/fill.ts', 'fill')
    say(`A library of ${assets.toLocaleString('en-US')} assets, and ${CLIENTS} clients. ${machineLine()}`)
    const request = { home, resources: inRoot('resources'), clients: CLIENTS, assets: { first: assets, others: OTHERS } }
    const { wall: filled, told } = await measureNode(fill, request)
    const [first] = told.clients
    const measured = {
      filled,
      library: await measureLibrary(home, connect, first),
      switches: await measureSwitches(home, connect, told.clients),
      starts: await measureStarts(home, connect, told.clients[1], Math.max(3, rounds)),
      exporting: await measureExport(home, connect, few)
    }
    const figures = appFigures(measured, assets)
    process.stdout.write(`\n${table(figures)}\n\n`)
    const path = writeResults('app', { quick, rounds, figures, measured })
    say(`Written to ${path} in ${seconds(start)}.`)
    return figures
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
