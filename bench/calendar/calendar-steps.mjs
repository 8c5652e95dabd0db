import { percentile } from '../support/measure.mjs'
import { cpuOf } from '../support/process-tree.mjs'

const CALLS = 25
const zone = 'Europe/Oslo'
const two = number => String(number).padStart(2, '0')

/** Times of a call in ms, and the CPU that one costs the host. The first few warm caches up and do not count. */
async function asked(host, work, calls = CALLS) {
  for (let round = 0; round < 3; round += 1) await work(round)
  const before = cpuOf(host.pid)
  const taken = []
  for (let round = 0; round < calls; round += 1) {
    const start = performance.now()
    await work(round)
    taken.push(performance.now() - start)
  }
  const cpuMs = ((cpuOf(host.pid) - before) * 1000) / calls
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), most: Math.max(...taken), calls, cpuMs }
}

const typed = ['h', 'ha', 'har', 'harb', 'harbor', 'no', 'no 7', 'no 71', 'plates', 'glass pl']

/**
 * Every view as the page asks for it: the query over HTTP, its answer read, the tiles placed.
 *
 * @param {{ client: object, pid: number }} host
 * @param {{ clientId: string, channels: string[], pillars: string[], month: string }} place
 */
export async function measureCalendar(host, { clientId, channels, pillars, month: firstDay }, { dayCell, daysInView, entriesOf, listDays, monthRows, rangeOfView, weekRow }) {
  const { calendar, clients, today } = host.client
  await clients.open({ clientId })
  const entries = async (at, more = {}) => entriesOf((await calendar.entries({ clientId, ...rangeOfView(at), ...more })).posts)
  const look = (view, day = 14) => ({ view, date: `${firstDay.slice(0, 8)}${two(day)}`, weekStart: 'monday', zone })
  const days = round => look('day', (round % 28) + 1)
  const month = look('month')
  const { first, last } = daysInView(month)
  return {
    tiles: (await entries(month)).length,
    month: await asked(host, async () => monthRows(await entries(month), month)),
    week: await asked(host, async round => {
      const week = look('week', ((round * 7) % 28) + 1)
      return weekRow(await entries(week), week)
    }),
    day: await asked(host, async round => dayCell(await entries(days(round)), days(round))),
    list: await asked(host, async () => listDays(await entries(look('list')), { ...daysInView(look('list')), zone })),
    channel: await asked(host, async round => monthRows(await entries(month, { channelIds: [channels[round % channels.length]] }), month)),
    search: await asked(host, async round => monthRows(await entries(month, { search: typed[round % typed.length] }), month)),
    background: await asked(host, () => calendar.background({ clientId, fromDay: first, toDay: last })),
    slots: await asked(host, round => calendar.nextSlots({ clientId, channelIds: channels, pillarId: pillars[round % pillars.length], count: 5 })),
    today: await asked(host, () => today.list(), 8)
  }
}
