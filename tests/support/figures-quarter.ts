import { eachDay, weekdayOf } from '../../src/shared/time'
import type { SeedRow, SeedSubject } from './figures'

export const quarter = { from: '2026-07-01', to: '2026-09-30' }

/** Numbers that look like chance and are the same at every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number
const around = (random: Random, middle: number, spread = 0.3): number => Math.round(middle * (1 - spread + random() * 2 * spread))

interface Day {
  day: string
  /** 0 on the first day. */
  index: number
  /** A busy or a calm day. */
  pace: number
  random: Random
}

/** What each network's own daily export tells. Undefined: the day is not in the file. */
const daily: Record<string, (day: Day) => SeedRow['values'] | undefined> = {
  // Nothing for three days in August, and nothing after September 18: the next export is due.
  instagram: ({ day, pace, random }) =>
    (day >= '2026-08-03' && day <= '2026-08-05') || day > '2026-09-18'
      ? undefined
      : {
          views: around(random, 2600 * pace), reach: around(random, 1400 * pace), engagements: around(random, 140 * pace),
          profile_visits: around(random, 60 * pace), link_clicks: day === '2026-07-12' ? 0 : around(random, 14 * pace),
          new_followers: around(random, 9 * pace, 0.8)
        },
  // Impressions until August 15, views from the day after: renamed and counted anew.
  facebook: ({ day, pace, random }) => ({
    ...(day <= '2026-08-15' ? { impressions: around(random, 3800 * pace) } : { views: around(random, 5200 * pace) }),
    reach: around(random, 1900 * pace), engagements: around(random, 90 * pace), link_clicks: around(random, 22 * pace),
    new_followers: around(random, 3 * pace, 1)
  }),
  // Gains only: the stock is in none of its files.
  linkedin: ({ day, pace, random }) =>
    weekdayOf(day) > 5
      ? { impressions: around(random, 120), engagements: 0, clicks: 0, likes: 0, comments: 0, shares: 0, new_followers: 0 }
      : {
          impressions: around(random, 900 * pace), engagements: around(random, 48 * pace), clicks: around(random, 24 * pace),
          likes: around(random, 17 * pace), comments: around(random, 4 * pace), shares: around(random, 3 * pace),
          new_followers: around(random, 5 * pace, 0.9)
        },
  // The stock of every day.
  tiktok: ({ index, pace, random }) => ({
    views: around(random, 4100 * pace, 0.5), likes: around(random, 210 * pace, 0.5), comments: around(random, 12 * pace, 0.6),
    shares: around(random, 18 * pace, 0.6), followers: 8200 + index * 14 + Math.round(random() * 6)
  })
}

const paceOf = (day: string, random: Random): number => ([1, 1.05, 1.1, 1.15, 1, 0.8, 0.85][weekdayOf(day) - 1] ?? 1) * (0.9 + random() * 0.2)

function accountDays(network: string, channelId: string, days: readonly string[]): SeedSubject {
  const random = chance(network.length * 7919)
  const rows = days.flatMap((day, index) => {
    const values = daily[network]?.({ day, index, pace: paceOf(day, random), random })
    return values ? [{ startsOn: day, values }] : []
  })
  return { kind: 'account', network, channelId, key: 'account', rows }
}

const formats: Record<string, readonly string[]> = {
  instagram: ['reel', 'carousel', 'image'], facebook: ['image', 'video', 'text'], linkedin: ['document', 'image', 'text'], tiktok: ['video']
}
const themes = [
  { text: 'Harbor light before the museum opens', tags: '#harbor #light' },
  { text: 'Behind the lens: how the plates were washed', tags: '#darkroom' },
  { text: 'Which of these two prints would you hang?', tags: '#question #prints' },
  { text: 'Summer hours and the new exhibition', tags: '#visit' }
]

function postsOf(network: string, channelId: string, days: readonly string[]): SeedSubject[] {
  const random = chance(network.length * 104729)
  const posted = days.filter((day) => [1, 3, 5].includes(weekdayOf(day)))
  return posted.map((day, index) => {
    const format = formats[network]?.[index % (formats[network]?.length ?? 1)] ?? 'image'
    const theme = themes[index % themes.length] ?? { text: '', tags: '' }
    const reach = around(random, format === 'reel' || format === 'video' ? 2400 : 1300, 0.6)
    const likes = around(random, reach * 0.05, 0.5)
    const comments = index % 9 === 4 ? 0 : around(random, reach * 0.006, 0.7)
    const shares = around(random, reach * 0.008, 0.8)
    const saves = network === 'instagram' ? around(random, reach * 0.01, 0.7) : undefined
    const hour = [7, 10, 16, 18][index % 4] ?? 10
    return {
      kind: 'post', network, channelId, key: `${network}-${index + 1}`, text: `${theme.text} ${theme.tags}`, format,
      permalink: `https://example.org/${network}/${index + 1}`, publishedAt: `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`,
      rows: [{
        values: {
          ...(network === 'linkedin' ? { impressions: Math.round(reach * 1.4) } : { views: Math.round(reach * 1.6), reach }),
          likes, comments, shares, ...(saves !== undefined && { saves }),
          engagements: likes + comments + shares + (saves ?? 0), link_clicks: around(random, reach * 0.01, 0.9)
        }
      }]
    }
  })
}

function ad(network: string, channelId: string, name: string, currency: string, days: readonly string[], spend: number): SeedSubject {
  const random = chance(name.length * 15485863)
  const rows = days.map((day) => {
    const impressions = around(random, spend * 110)
    return {
      startsOn: day,
      values: {
        spend: Math.round(spend * (0.8 + random() * 0.4) * 100) / 100, impressions, reach: Math.round(impressions * 0.7),
        clicks: around(random, impressions * 0.014), link_clicks: around(random, impressions * 0.01), results: around(random, impressions * 0.004, 0.9)
      }
    }
  })
  return { kind: 'ad', network, channelId, key: name, campaign: 'Summer exhibition', adSet: 'Families', ad: name, currency, rows }
}

function traffic(days: readonly string[]): SeedSubject[] {
  const random = chance(32452843)
  const byDay = (middle: number, from = days[0] ?? ''): SeedRow[] =>
    days.filter((day) => day >= from).map((day) => {
      const users = around(random, middle)
      return { startsOn: day, values: { users, sessions: Math.round(users * 1.2), events: users * 9, conversions: around(random, users * 0.02, 1) } }
    })
  return [
    { kind: 'traffic', network: 'ga4', key: 'account', rows: byDay(310) },
    { kind: 'traffic', network: 'ga4', key: 'source:instagram', title: 'instagram / social', rows: byDay(46) },
    { kind: 'traffic', network: 'ga4', key: 'source:google', title: 'google / organic', rows: byDay(150) },
    { kind: 'traffic', network: 'ga4', key: 'campaign:summer-exhibition', title: 'summer-exhibition', campaign: 'summer-exhibition', rows: byDay(38, '2026-08-01') }
  ]
}

const audience = (network: string, channelId: string): SeedSubject[] =>
  ([['age', '18-24', 620], ['age', '25-34', 1480], ['age', '35-44', 1210], ['age', '45-54', 0], ['country', 'Norway', 2350], ['country', 'Netherlands', 640]] as const)
    .map(([dimension, value, followers]) => ({
      kind: 'audience', network, channelId, key: `${dimension}:${value}`, title: value, rows: [{ values: { followers } }]
    }))

/** Three months of a museum, by the networks that a channel is given for. */
export function believableQuarter(channels: Readonly<Record<string, string>>): SeedSubject[] {
  const days = eachDay(quarter.from, quarter.to)
  const of = (network: string, make: (channelId: string) => SeedSubject[]): SeedSubject[] => {
    const channelId = channels[network]
    return channelId === undefined ? [] : make(channelId)
  }
  const networks = Object.keys(daily)
  return [
    ...networks.flatMap((network) => of(network, (id) => [accountDays(network, id, days)])),
    ...networks.flatMap((network) => of(network, (id) => postsOf(network, id, days))),
    ...of('facebook', (id) => [ad('facebook', id, 'Boats, video', 'EUR', days.slice(31, 62), 18), ad('facebook', id, 'Boats, still', 'EUR', days.slice(40, 62), 9)]),
    ...of('linkedin', (id) => [ad('linkedin', id, 'Evening lecture', 'NOK', days.slice(50, 70), 140)]),
    ...of('instagram', (id) => audience('instagram', id)),
    ...traffic(days)
  ]
}
