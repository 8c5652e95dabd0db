import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inRoot, root } from '../../scripts/lib/paths.mjs'
import { say, seconds } from '../../scripts/lib/say.mjs'
import { startHost } from '../app/host.mjs'
import { bundle } from '../support/bundle.mjs'
import { measureNode } from '../support/measure.mjs'
import { figure, machineLine, table, writeResults } from '../support/report.mjs'
import { measureInbox } from './inbox-steps.mjs'

const OTHERS = 9

const inMs = (name, { p95, p50, cpuMs }, most) =>
  figure(`${name}, p95`, p95, { unit: 'ms', note: `median ${p50.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of CPU each`, ...(most && { most }) })

/** What held the host up: its own work, or that other programs had the cores. */
const gap = (name, { longestMs, waitedMs, mostWorkedMs }) =>
  figure(name, longestMs, { unit: 'ms', most: 100, note: `of it ${waitedMs.toFixed(0)} ms without a core; most own work at a stretch ${mostWorkedMs.toFixed(0)} ms` })

function inboxFigures(messages, told, measured, loop) {
  return [
    figure(`${messages.toLocaleString('en-US')} messages taken in`, told.seconds, { unit: 's' }),
    figure('conversations', measured.conversations, {}),
    figure('of them unanswered', measured.waiting, {}),
    inMs('unanswered, nearest to breach first', measured.unanswered, 100),
    inMs('each view', measured.views, 100),
    inMs('each view, 2,000 rows further', measured.further, 100),
    inMs('counts of all views', measured.counts, 100),
    inMs('what filters can be filled from', measured.facets, 100),
    inMs('each filter in three views', measured.filters, 100),
    inMs('one channel', measured.channel, 100),
    inMs('search as you type over all', measured.search, 100),
    inMs('search as you type over the unanswered', measured.searchWaiting, 100),
    inMs('open a conversation', measured.open, 100),
    inMs('open one of 60 messages', measured.openLong, 100),
    inMs('all clients, each view', measured.listAll, 100),
    inMs('capture', measured.capture, 100),
    inMs('label 100 at once', measured.label),
    gap('longest gap of the host while asked', loop)
  ]
}

/**
 * Measures how quickly the built app answers for a full inbox, over the browser host: 200,000 messages in the first of ten
 * clients. Writes `test-results/bench/inbox.json`.
 *
 * @param {{ quick: boolean, rounds: number }} options
 */
export async function benchInbox({ quick, rounds }) {
  const start = performance.now()
  const messages = quick ? 50_000 : 200_000
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-bench-inbox-'))
  try {
    const { connect } = await import(pathToFileURL(await bundle('bench/app/connect.ts', 'connect')).href)
    const fill = await bundle('bench/inbox/fill-inbox.ts', 'fill-inbox')
    say(`An inbox of ${messages.toLocaleString('en-US')} messages. ${machineLine()}`)
    const home = join(scratch, 'home')
    const request = { home, resources: inRoot('resources'), root, messages: { first: messages, others: 2000 }, clients: 1 + OTHERS }
    const { told } = await measureNode(fill, request)
    const host = await startHost(home, connect)
    try {
      const measured = await measureInbox(host, told, rounds)
      const figures = inboxFigures(messages, told, measured, await host.loop())
      process.stdout.write(`\n${table(figures)}\n\n`)
      const path = writeResults('inbox', { quick, rounds, figures, measured })
      say(`Written to ${path} in ${seconds(start)}.`)
      return figures
    } finally {
      await host.stop()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
