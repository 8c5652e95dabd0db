import { measure, percentile } from '../support/measure.mjs'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { PLACEMENTS } from '../placements.mjs'
import { cpuOf } from '../support/process-tree.mjs'
import { startHost } from './host.mjs'

const PAGE = 200

const timed = async work => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Times of `work` for each of the values, in ms. */
async function times(values, work) {
  const taken = []
  for (const value of values) taken.push(await timed(() => work(value)))
  return taken
}

const spread = taken => ({ p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), most: Math.max(...taken), calls: taken.length })

/** The same, with the CPU that one call costs the host: what a machine with nothing else to do would take. */
async function asked(host, values, work) {
  const before = cpuOf(host.pid)
  const taken = await times(values, work)
  return { ...spread(taken), cpuMs: ((cpuOf(host.pid) - before) * 1000) / values.length }
}

/** Letter by letter, as a person types them. */
const typed = ['harbor', 'rain', 'museum', 'portrait', 'img 0421', 'old town ev', 'observatory'].flatMap(word =>
  Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)))

const repeat = count => Array.from({ length: count }, (_, index) => index)

/** A library of 100,000 assets: first page, a page further down, searching, counting. */
export async function measureLibrary(home, connect, clientId) {
  const host = await startHost(home, connect)
  try {
    const { assets } = host.client
    await host.client.clients.open({ clientId })
    const list = query => assets.list({ clientId, limit: PAGE, ...query })
    await list({})
    host.watchAnew()
    const first = await asked(host, repeat(20), () => list({}))
    const scrolled = await asked(host, repeat(20), index => list({ offset: index * 4900 }))
    const byName = await asked(host, repeat(20), () => list({ sort: 'name', descending: false }))
    const noAlt = await asked(host, repeat(20), () => list({ missingAltText: true }))
    const search = await asked(host, typed, words => list({ search: words }))
    const counts = await asked(host, repeat(20), () => assets.counts({ clientId }))
    return { first, scrolled, byName, noAlt, search, counts, loop: await host.loop() }
  } finally {
    await host.stop()
  }
}

/** What the page asks for when a client is chosen: the workspace, the first page, the counts. */
const showClient = async (client, clientId) => {
  await client.clients.open({ clientId })
  await Promise.all([client.assets.list({ clientId, limit: PAGE }), client.assets.counts({ clientId })])
}

/** Twice through all clients: the first time each workspace file has to be opened. */
export async function measureSwitches(home, connect, clients) {
  const host = await startHost(home, connect)
  try {
    const opening = spread(await times(clients, id => showClient(host.client, id)))
    const again = spread(await times(clients, id => showClient(host.client, id)))
    return { opening, again }
  } finally {
    await host.stop()
  }
}

/** From the start of the process until the page's files, the clients and the first library are there. */
export async function measureStarts(home, connect, clientId, rounds) {
  return spread(await times(repeat(rounds), async () => {
    const host = await startHost(home, connect)
    try {
      const page = fetch(host.origin).then(response => response.text())
      const clients = host.client.clients.list({})
      await Promise.all([page, clients, showClient(host.client, clientId)])
    } finally {
      // Ending is not part of the start.
      void host.stop()
    }
  }))
}

const wait = ms => new Promise(wake => setTimeout(wake, ms))

/** How the host answers while it exports: its event loop's longest gap, and a small question asked all the while. */
export async function measureExport(home, connect, photographs) {
  const cli = args => measure([process.execPath, inRoot('out', 'main', 'cli.js'), '--home', home, '--json', '--quiet', ...args])
  const { client: { id: clientId } } = JSON.parse((await cli(['client', 'add', 'Exporting'])).output)
  await cli(['asset', 'add', '-c', 'Exporting', ...photographs])
  const host = await startHost(home, connect)
  try {
    const { assets } = await host.client.assets.list({ clientId })
    const selection = { clientId, assetIds: assets.map(({ id }) => id), placementIds: PLACEMENTS.map(({ id }) => id) }
    await wait(500)
    host.watchAnew()
    const settings = { render: {}, template: '{network}/{asset}_{placement}_{w}x{h}.{ext}' }
    const { jobId } = await host.client.renditions.export({ ...selection, settings, destination: { kind: 'default' } })
    const answers = []
    for (let state = 'queued'; ['queued', 'running'].includes(state); await wait(20)) {
      answers.push(await timed(async () => { ({ state } = await host.client.jobs.get({ clientId, jobId })) }))
    }
    const { totals } = await host.client.renditions.report({ clientId, jobId })
    return { files: totals.files, failed: totals.failed, answers: spread(answers), loop: await host.loop() }
  } finally {
    await host.stop()
  }
}
