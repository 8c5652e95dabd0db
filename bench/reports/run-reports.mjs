import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { say, seconds } from '../../scripts/lib/say.mjs'
import { startHost } from '../app/host.mjs'
import { registryPhotographs } from '../corpus/registry-pictures.mjs'
import { bundle } from '../support/bundle.mjs'
import { measureNode, median, percentile } from '../support/measure.mjs'
import { figure, machineLine, table, writeResults } from '../support/report.mjs'
import { asHtml } from './as-html.mjs'

const CLIENTS = 16
const MOST_SECONDS = 3
const MOST_GAP = 100
const wait = ms => new Promise(wake => setTimeout(wake, ms))

/** The report and its pictures in one folder, and the same as a page for a browser. */
async function prepare(scratch) {
  const folder = join(scratch, 'document')
  mkdirSync(folder)
  const pictures = registryPhotographs().slice(0, 9).map(({ source: path }) => {
    copyFileSync(path, join(folder, `${basename(join(path, '..', '..'))}.jpg`))
    return `/${basename(join(path, '..', '..'))}.jpg`
  })
  const data = join(folder, 'report.json')
  const { told } = await measureNode(await bundle('bench/reports/make-data.ts', 'make-report-data'), { path: data, pictures })
  const html = join(folder, 'report.html')
  writeFileSync(html, asHtml(JSON.parse(readFileSync(data, 'utf8'))))
  return { folder, data, html, told }
}

function requestFor({ folder, data }, scratch) {
  const templates = inRoot('resources', 'reports')
  return {
    templatePath: join(templates, 'report.typ'), parts: ['report-style.typ', 'report-parts.typ', 'report-chart.typ'].map(name => join(templates, name)),
    root: folder, fontFolder: inRoot('resources', 'fonts'), data: JSON.parse(readFileSync(data, 'utf8')), outPath: join(scratch, 'typst.pdf'), createdAt: '2026-11-22T08:00:00.000Z'
  }
}

/** One report in pairs with its rival: a process started, a PDF made. */
async function measurePairs(scratch, rounds) {
  const document = await prepare(scratch)
  const worker = inRoot('out', 'main', 'report-worker.js')
  // Longer than a command line may be.
  const requestFile = join(scratch, 'request.json')
  writeFileSync(requestFile, JSON.stringify(requestFor(document, scratch)))
  const executablePath = findChromium()
  const pairs = []
  for (let round = 0; round < rounds; round += 1) {
    const ours = await measureNode(inRoot('bench', 'reports', 'set-typst.mjs'), { worker, requestFile })
    const rival = executablePath ? await measureNode(inRoot('bench', 'reports', 'print-html.mjs'), { html: document.html, out: join(scratch, 'chromium.pdf'), executablePath }) : undefined
    pairs.push({ ours, rival })
  }
  return { pairs, told: document.told }
}

/** All clients of a month at once, while somebody asks the host the simplest of questions. */
async function measureAll(scratch) {
  const home = join(scratch, 'home')
  await measureNode(await bundle('bench/reports/fill-clients.ts', 'fill-clients'), { home, resources: inRoot('resources'), clients: CLIENTS })
  const { connect } = await import(pathToFileURL(await bundle('bench/app/connect.ts', 'connect')).href)
  const host = await startHost(home, connect)
  try {
    await host.client.clients.list({})
    await wait(500)
    host.watchAnew()
    const start = performance.now()
    const answers = []
    let settled = false
    const asking = (async () => {
      for (; !settled; await wait(10)) {
        const asked = performance.now()
        await host.client.reports.getAgency()
        answers.push(performance.now() - asked)
      }
    })()
    const { runs } = await host.client.reports.makeAll({ month: '2026-09', formats: ['pdf'] })
    let made = 0
    for (const { clientId, jobId } of runs) {
      let state = 'queued'
      for (; ['queued', 'running'].includes(state); await wait(25)) ({ state } = await host.client.jobs.get({ clientId, jobId }))
      if (state === 'done') made += 1
    }
    const wall = (performance.now() - start) / 1000
    settled = true
    await asking
    return { made, wall, p95: percentile(answers, 0.95), longest: Math.max(...answers), loop: await host.loop() }
  } finally {
    await host.stop()
  }
}

function figuresOf({ pairs, told }, all) {
  const of = (pick) => median(pairs.map(pick))
  const [first] = pairs
  const pages = first.ours.told.pages
  const rivals = pairs.every(({ rival }) => rival)
  return [
    figure(`a report of ${pages} pages, ${told.charts} charts, ${told.pictures} pictures: set, written, hashed`, of(({ ours }) => ours.told.setMs) / 1000, { unit: 's', most: MOST_SECONDS }),
    figure('the same with the start of the process', of(({ ours }) => ours.wall), { unit: 's', most: MOST_SECONDS, note: `${of(({ ours }) => ours.cpu).toFixed(2)} s of CPU` }),
    ...(rivals ? [
      figure('headless Chromium printing the same as HTML, with its start', of(({ rival }) => rival.wall), { unit: 's', note: `${of(({ rival }) => rival.cpu).toFixed(2)} s of CPU` }),
      figure('Chromium / ours: CPU', of(({ ours, rival }) => rival.cpu / ours.cpu)),
      figure('Chromium / ours: wall', of(({ ours, rival }) => rival.wall / ours.wall)),
      figure('Chromium already open / ours: wall', of(({ ours, rival }) => rival.told.printedMs / ours.told.setMs))
    ] : []),
    figure(`${CLIENTS} clients at once, figures collected and PDFs made`, all.wall, { unit: 's', note: `${all.made} made` }),
    figure('longest wait for a trivial answer meanwhile', all.longest, { unit: 'ms', most: MOST_GAP, note: `p95 ${all.p95.toFixed(0)} ms` }),
    figure('longest gap of the host meanwhile', all.loop.longestMs, { unit: 'ms', most: MOST_GAP, note: `of it ${all.loop.waitedMs.toFixed(0)} ms without a core; most own work at a stretch ${all.loop.mostWorkedMs.toFixed(0)} ms` })
  ]
}

/**
 * Measures how long a report takes against printing the same page from a headless browser, and all clients of a month at once.
 * Writes `test-results/bench/reports.json`.
 *
 * @param {{ rounds: number }} options
 */
export async function benchReports({ rounds }) {
  const start = performance.now()
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-bench-reports-'))
  try {
    say(machineLine())
    const single = await measurePairs(scratch, rounds)
    const all = await measureAll(scratch)
    const figures = figuresOf(single, all)
    process.stdout.write(`\n${table(figures)}\n\n`)
    say(`Written to ${writeResults('reports', { rounds, figures })} in ${seconds(start)}.`)
    return figures
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
