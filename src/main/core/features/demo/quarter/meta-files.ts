import { stringify } from 'csv-stringify/sync'
import { wallTimeOf, weekdayOf } from '../../../../../shared/time'
import { around } from './chance'
import { ageAt, american, type ExportFile, monthsOf, piecesIn, type Quarter, type QuarterAd } from './export-file'
import { figuresOf, type Piece } from './piece'

/** Meta states times of posts in its own zone, whatever the language. */
const META_ZONE = 'America/Los_Angeles'

function publishTime({ publishedAt }: Piece): string {
  const { date, time } = wallTimeOf(publishedAt, META_ZONE)
  return `${american(date)} ${time}`
}

const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(rows.map((row) => row.map(String)), { bom: true, quoted_match: /[ ,"\n]/ })

const instagramTypes = { feed: 'IG image', text: 'IG image', carousel: 'IG carousel', reel: 'IG reel', story: 'IG story' } as const
const INSTAGRAM = [
  'Post ID', 'Account ID', 'Account username', 'Account name', 'Description', 'Duration (sec)', 'Publish time', 'Permalink', 'Post type', 'Data comment',
  'Date', 'Views', 'Reach', 'Likes', 'Shares', 'Follows', 'Comments', 'Saves'
]

function instagramRow(piece: Piece, age: number): (string | number)[] {
  const { views, reach, likes, shares, follows, comments, saves } = figuresOf(piece, age)
  return [
    piece.id, '17841400000000001', 'earlyphotomuseum', 'Museum of Early Photography', piece.text, piece.format === 'reel' ? 24 : 0, publishTime(piece), piece.permalink,
    instagramTypes[piece.format], '', 'Lifetime', views, reach, likes, shares, follows, comments, saves
  ]
}

const FACEBOOK = [
  'Post ID', 'Page ID', 'Page name', 'Title', 'Description', 'Duration (sec)', 'Publish time', 'Caption type', 'Permalink', 'Is crosspost', 'Is share', 'Post type',
  'Languages', 'Custom labels', 'Funded content status', 'Data comment', 'Date', 'Views', 'Reach', 'Reactions, comments and shares', 'Reactions', 'Comments', 'Shares',
  'Total clicks', 'Other Clicks', 'Link Clicks'
]
const facebookTypes = { feed: 'Photos', carousel: 'Photos', reel: 'Reels', story: 'Stories', text: 'Text' } as const

function facebookRow(piece: Piece, age: number): (string | number)[] {
  const { views, reach, likes, comments, shares, clicks } = figuresOf(piece, age)
  const links = Math.round(clicks * 0.6)
  return [
    piece.id, '100000000000001', 'Museum of Early Photography', '', piece.text, 0, publishTime(piece), '', piece.permalink, 0, 0, facebookTypes[piece.format], '', '', '', '',
    'Lifetime', views, reach, likes + comments + shares, likes, comments, shares, clicks, clicks - links, links
  ]
}

/** One file a month for Instagram and for the page on Facebook. */
export function metaContent(quarter: Quarter): ExportFile[] {
  return monthsOf(quarter).flatMap(({ month, from, to }) => {
    const rows = (network: 'instagram' | 'facebook', row: typeof instagramRow) =>
      piecesIn(quarter, network, from, to).map((piece) => row(piece, ageAt(piece, to, quarter.to)))
    return [
      { path: `${month}/instagram-content.csv`, content: csv([INSTAGRAM, ...rows('instagram', instagramRow)]) },
      { path: `${month}/facebook-content.csv`, content: csv([FACEBOOK, ...rows('facebook', facebookRow)]) }
    ]
  })
}

const weekend = (day: string): number => (weekdayOf(day) >= 6 ? 1.3 : 1)

/** Daily figures: a title, then a line a day, in UTF-16 as Meta writes them. */
function dailyFile(path: string, title: string, { days }: Quarter, valueOf: (day: string, index: number) => number): ExportFile {
  const lines = ['sep=,', `"${title}"`, '"Date","Primary"', ...days.map((day, index) => `"${day}T00:00:00","${Math.round(valueOf(day, index))}"`)]
  return { path, content: Buffer.from(`\uFEFF${lines.join('\n')}\n`, 'utf16le') }
}

export const metaDaily = (quarter: Quarter): ExportFile[] => [
  dailyFile('instagram-profile-visits.csv', 'Instagram profile visits', quarter, (day, index) => (60 + index * 0.3) * weekend(day) * around(0.75, 'visits', index)),
  dailyFile('instagram-follows.csv', 'Instagram follows', quarter, (day, index) => (9 + index * 0.05) * weekend(day) * around(0.5, 'follows', index))
]

const ADS = [
  'Reporting starts', 'Reporting ends', 'Campaign name', 'Ad set name', 'Ad name', 'Results', 'Result indicator', 'Reach', 'Impressions', 'Cost per results',
  'Amount spent (GBP)', 'Link clicks'
]

function adRow({ campaign, adSet, ad, daily }: QuarterAd, day: string): (string | number)[] {
  const spent = daily * weekend(day) * around(0.85, ad, day)
  const impressions = Math.round((spent / 6.4) * 1000 * around(0.8, 'impressions', ad, day))
  const clicks = Math.round(impressions * 0.011 * around(0.7, 'clicks', ad, day))
  const cost = clicks === 0 ? '' : (spent / clicks).toFixed(2)
  return [day, day, campaign, adSet, ad, clicks, 'actions:link_click', Math.round(impressions * 0.71), impressions, cost, spent.toFixed(2), clicks]
}

/** Money and what it brought, a row for each ad and day. */
export function metaAds(quarter: Quarter): ExportFile[] {
  const rows = quarter.campaigns.flatMap((ad) => quarter.days.filter((day) => day >= ad.from && day <= ad.to).map((day) => adRow(ad, day)))
  return rows.length === 0 ? [] : [{ path: 'meta-ads.csv', content: csv([ADS, ...rows]) }]
}
