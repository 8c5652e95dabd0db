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

/** Tiles of a day that a month has room for, and rows of a list that a window has. */
const SEEN = { day: 6, list: 40 }
const placedIn = cells => cells.map(({ entries }) => entries.map(({ entry }) => entry))
const first = (lists, most) => lists.flatMap(list => list.slice(0, most))

/**
 * Every view as the page asks for it: the outline over HTTP, its answer read, the tiles placed; then words and pictures of those
 * that are in sight.
 *
 * @param {{ client: object, pid: number }} host
 * @param {{ clientId: string, channels: string[], pillars: string[], month: string }} place
 */
export async function measureCalendar(host, { clientId, channels, pillars, month: firstDay }, { dayCell, daysInView, listDays, monthRows, outlinedEntries, rangeOfView, tilesOf, weekRow }) {
  const { calendar, clients, today } = host.client
  await clients.open({ clientId })
  const tiles = async (at, more = {}) => tilesOf(outlinedEntries(await calendar.outline({ clientId, ...rangeOfView(at), ...more })))
  const show = seen => calendar.faces({ clientId, postIds: [...new Set(seen.map(({ postId }) => postId))] })
  const showMonth = async more => show(first(placedIn(monthRows(await tiles(month, more), month).flatMap(({ days }) => days)), SEEN.day))
  const look = (view, day = 14) => ({ view, date: `${firstDay.slice(0, 8)}${two(day)}`, weekStart: 'monday', zone })
  const days = round => look('day', (round % 28) + 1)
  const month = look('month')
  const seen = daysInView(month)
  return {
    tiles: (await tiles(month)).length,
    month: await asked(host, () => showMonth()),
    week: await asked(host, async round => {
      const week = look('week', ((round * 7) % 28) + 1)
      return show(placedIn(weekRow(await tiles(week), week).days).flat())
    }),
    day: await asked(host, async round => show(placedIn([dayCell(await tiles(days(round)), days(round))]).flat())),
    list: await asked(host, async () => show(placedIn(listDays(await tiles(look('list')), { ...daysInView(look('list')), zone })).flat().slice(0, SEEN.list))),
    channel: await asked(host, round => showMonth({ channelIds: [channels[round % channels.length]] })),
    search: await asked(host, round => showMonth({ search: typed[round % typed.length] })),
    background: await asked(host, () => calendar.background({ clientId, fromDay: seen.first, toDay: seen.last })),
    slots: await asked(host, round => calendar.nextSlots({ clientId, channelIds: channels, pillarId: pillars[round % pillars.length], count: 5 })),
    today: await asked(host, () => today.list(), 8)
  }
}
