import { percentile } from '../support/measure.mjs'
import { cpuOf } from '../support/process-tree.mjs'

const PAGE = 100
const VIEWS = ['unanswered', 'open', 'mine', 'snoozed', 'waiting-approval', 'closed', 'hidden', 'all']
const ME = 'Kari'

/** Times of each call in ms, and the CPU that one costs the host. One round warms caches up and does not count. */
async function asked(host, values, work, rounds = 1) {
  for (const value of values) await work(value)
  const before = cpuOf(host.pid)
  const taken = []
  for (let round = 0; round < rounds; round += 1) {
    for (const value of values) {
      const start = performance.now()
      await work(value)
      taken.push(performance.now() - start)
    }
  }
  const cpuMs = ((cpuOf(host.pid) - before) * 1000) / taken.length
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), most: Math.max(...taken), calls: taken.length, cpuMs }
}

/** Letter by letter, as a person types them: words of every message, of many, of one. */
const typed = ['takk', 'museum', 'fjord gl', 'openingst', 'ingrid b', 'biglietti', '31337', 'why closed'].flatMap(word =>
  Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)))

const filters = [
  { network: 'instagram' }, { kind: 'review' }, { type: 'complaint' }, { sentiment: 'negative' }, { priority: 3 }, { label: 'press' }, { assignee: ME }, { assignee: '' }, { language: 'it' }, { unread: true },
  { network: 'x', sentiment: 'negative', language: 'nl' }, { type: 'question', search: 'harbor' }
]
const everywhere = filters.flatMap(one => ['unanswered', 'closed', 'all'].map(view => ({ view, ...one })))

/**
 * Every list of the inbox as its page asks for it, over HTTP: 200,000 messages in the first of several clients.
 *
 * @param {{ client: object, pid: number, watchAnew: () => void }} host
 * @param {{ clientId: string, channels: string[], long: string[] }} place
 * @param {number} rounds
 */
export async function measureInbox(host, { clientId, channels, long }, rounds) {
  const { clients, inbox } = host.client
  await clients.open({ clientId })
  const list = more => inbox.list({ clientId, limit: PAGE, me: ME, ...more })
  const { rows, total } = await list({})
  const all = await list({ view: 'all', limit: 1 })
  host.watchAnew()
  const measured = {
    waiting: total,
    conversations: all.total,
    unanswered: await asked(host, [0, 1, 2, 3, 4, 5, 6, 7], () => list({}), 2 * rounds),
    views: await asked(host, VIEWS, view => list({ view }), 2 * rounds),
    further: await asked(host, VIEWS, view => list({ view, offset: 2000 }), rounds),
    counts: await asked(host, [0, 1, 2, 3, 4], () => inbox.counts({ clientId, me: ME }), 3 * rounds),
    facets: await asked(host, [0, 1, 2], () => inbox.facets({ clientId }), 3 * rounds),
    filters: await asked(host, everywhere, one => list(one), rounds),
    channel: await asked(host, channels, channelId => list({ channelId }), 3 * rounds),
    search: await asked(host, typed, search => list({ view: 'all', search }), rounds),
    searchWaiting: await asked(host, typed, search => list({ search }), rounds),
    open: await asked(host, rows.slice(0, 25).map(({ id }) => id), conversationId => inbox.get({ clientId, conversationId }), rounds),
    openLong: await asked(host, long, conversationId => inbox.get({ clientId, conversationId }), rounds),
    listAll: await asked(host, VIEWS, view => inbox.listAll({ view, me: ME, limit: PAGE }), rounds)
  }
  const conversationIds = rows.map(({ id }) => id)
  let at = 0
  measured.capture = await asked(host, [0, 1, 2, 3, 4, 5, 6, 7], () => inbox.capture({ clientId, text: `When is it open? ${(at += 1)}`, network: 'instagram', author: `Visitor ${at}` }))
  measured.label = await asked(host, [{ add: ['seen'] }, { remove: ['seen'] }], change => inbox.label({ clientId, conversationIds, ...change }), 3)
  return measured
}
