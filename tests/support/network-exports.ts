/** Exports of networks as their tools make them, constructed: one month of one account. */
export interface ExportFile {
  name: string
  content: Buffer
}

const MONTH = '2026-10'
const DAYS = 31
const two = (value: number): string => String(value).padStart(2, '0')
const eachDay = <T>(make: (day: number) => T): T[] => Array.from({ length: DAYS }, (_, index) => make(index + 1))
const cell = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value))
const csv = (rows: (string | number)[][], mark = ''): Buffer => Buffer.from(`${mark}${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`)
const BOM = '\ufeff'

const englishDay = (day: number): string => {
  const date = new Date(Date.UTC(2026, 9, day))
  return `${new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(date)}, Oct ${day}, 2026`
}

/** X makes ids of the time of posting. */
const idOnX = (day: number): string => String((BigInt(Date.UTC(2026, 9, day, 9)) - 1_288_834_974_657n) << 22n)

/** Meta Business Suite, content of an Instagram account, in English: a post a day. */
export function instagramContent(account = 'northgallery', likes = 10): ExportFile {
  const head = ['Post ID', 'Account ID', 'Account username', 'Account name', 'Description', 'Duration (sec)', 'Publish time', 'Permalink', 'Post type', 'Data comment', 'Date', 'Views', 'Reach', 'Likes', 'Shares', 'Follows', 'Comments', 'Saves']
  const rows = eachDay((day) => [
    `1789${two(day)}00112233`, '17841400000000001', account, 'North Gallery', `A print of day ${day}`, 0, `10/${two(day)}/2026 09:30`, `https://www.instagram.com/p/C${day}abc/`,
    'IG image', '', 'Lifetime', 100 + day, 80 + day, likes, 2, 1, 3, 4
  ])
  return { name: 'Oct-01-2026_Oct-31-2026_1122334455.csv', content: csv([head, ...rows], BOM) }
}

/** Meta Business Suite, content of a Facebook page, in Dutch: a post every other day of some days of the month. */
export function facebookContent(first = 1, last = DAYS): ExportFile {
  const head = [
    'Bericht-ID', 'Pagina-ID', 'Paginanaam', 'Titel', 'Omschrijving', 'Duur (sec.)', 'Publicatietijdstip', 'Permalink', 'Berichttype', 'Datum', 'Weergaven', 'Bereik',
    'Reacties, opmerkingen en deelacties', 'Reacties', 'Opmerkingen', 'Deelacties', 'Totaal aantal klikken'
  ]
  const rows = eachDay((day) => day)
    .filter((day) => day % 2 === 1 && day >= first && day <= last)
    .map((day) => [`9001${two(day)}`, '100200300', 'North Gallery', '', `Foto van dag ${day}`, 0, `10/${two(day)}/2026 10:00`, `https://www.facebook.com/northgallery/posts/9001${two(day)}`, 'Foto', 'Levenslang', 50 + day, 40, 9, 6, 2, 1, 12])
  return { name: `Oct-${two(first)}-2026_Oct-${two(last)}-2026_9988776655.csv`, content: csv([head, ...rows], BOM) }
}

/** Meta Business Suite, one figure a day: it names neither network nor account. */
export function metaDaily(title = 'Views'): ExportFile {
  const text = ['sep=,', `"${title}"`, '"Date","Primary"', ...eachDay((day) => `"${MONTH}-${two(day)}T00:00:00","${day}"`)].join('\n')
  return { name: `${title}.csv`, content: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${text}\n`, 'utf16le')]) }
}

/** X analytics, content: a post a day. */
export function xContent(): ExportFile {
  const head = ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes', 'Engagements', 'Bookmarks', 'Shares', 'New follows', 'Replies', 'Reposts', 'Profile visits', 'Detail Expands', 'URL Clicks', 'Hashtag Clicks', 'Permalink Clicks']
  const rows = eachDay((day) => [idOnX(day), englishDay(day), `Print ${day}`, `https://x.com/northgallery/status/${idOnX(day)}`, 200 + day, 5, 20, 1, 1, 1, 2, 3, 4, 5, 6, 0, 0])
  return { name: 'account_analytics_content_2026-10-01_2026-10-31.csv', content: csv([head, ...rows]) }
}

/** X analytics, overview: a row a day, the newest first. */
export function xOverview(): ExportFile {
  const head = ['Date', 'Impressions', 'Likes', 'Engagements', 'Bookmarks', 'Shares', 'New follows', 'Unfollows', 'Replies', 'Reposts', 'Profile visits', 'Create Post', 'Video views', 'Media views']
  const rows = eachDay((day) => [englishDay(day), 200 + day, 5, 20, 1, 1, 2, 1, 2, 3, 4, 1, 0, 0]).reverse()
  return { name: 'account_overview_analytics.csv', content: csv([head, ...rows]) }
}
