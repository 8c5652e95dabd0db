import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import { weekdayOf } from '../../../../../shared/time'
import { around } from './chance'
import { ageAt, american, type ExportFile, monthsOf, piecesIn, type Quarter } from './export-file'
import { figuresOf, type Piece } from './piece'

type Cells = readonly (string | number)[]

const X_CONTENT = [
  'Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes', 'Engagements', 'Bookmarks', 'Shares', 'New follows', 'Replies', 'Reposts', 'Profile visits',
  'Detail Expands', 'URL Clicks', 'Hashtag Clicks', 'Permalink Clicks'
]
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `Sat, Aug 1, 2026` */
const spoken = (day: string): string =>
  `${WEEKDAYS[weekdayOf(day) - 1]}, ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8, 10))}, ${day.slice(0, 4)}`

function xRow(piece: Piece, age: number): Cells {
  const { views, likes, comments, shares, saves, clicks, follows } = figuresOf(piece, age)
  const engagements = likes + comments + shares + saves + clicks
  return [
    piece.id, spoken(piece.publishedAt.slice(0, 10)), piece.text, piece.permalink, views, likes, engagements, saves, 0, follows, comments, shares, Math.round(follows * 3),
    Math.round(views * 0.02), clicks, 0, 0
  ]
}

const xContent = (quarter: Quarter): ExportFile[] =>
  monthsOf(quarter).map(({ month, from, to }) => {
    const rows = piecesIn(quarter, 'x', from, to).map((piece) => xRow(piece, ageAt(piece, to, quarter.to)))
    return { path: `${month}/x-content.csv`, content: stringify([X_CONTENT, ...rows.map((row) => row.map(String))]) }
  })

const X_OVERVIEW = [
  'Date', 'Impressions', 'Likes', 'Engagements', 'Bookmarks', 'Shares', 'New follows', 'Unfollows', 'Replies', 'Reposts', 'Profile visits', 'Create Post', 'Video views',
  'Media views'
]

/** Newest first, as X has it. */
function xOverview({ days, pieces }: Quarter): ExportFile {
  const rows = days.map((day, index): Cells => {
    const posts = pieces.filter(({ network, publishedAt }) => network === 'x' && publishedAt.startsWith(day)).length
    const impressions = Math.round((420 + posts * 600) * around(0.7, 'x', index))
    const [likes, replies] = [Math.round(impressions * 0.013), Math.round(impressions * 0.002)]
    return [spoken(day), impressions, likes, likes * 2 + replies, posts, 0, Math.round(around(0.3, 'new', index) * 1.6), index % 5 === 0 ? 1 : 0, replies, posts, Math.round(impressions * 0.01), posts, 0, 0]
  })
  return { path: 'x-overview.csv', content: stringify([X_OVERVIEW, ...rows.reverse().map((row) => row.map(String))]) }
}

const sheet = (name: string, rows: readonly Cells[]) => ({
  sheet: name,
  data: rows.map((row) => row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })))
})

const three = (name: string): string[] => [`${name} (organic)`, `${name} (sponsored)`, `${name} (total)`]
const METRICS = ['Date', ...three('Impressions'), 'Unique impressions (organic)', ...three('Clicks'), ...three('Reactions'), ...three('Comments'), ...three('Reposts'), ...three('Engagement rate')]
const POSTS = [
  'Post title', 'Post link', 'Post type', 'Campaign name', 'Posted by', 'Created date', 'Campaign start date', 'Campaign end date', 'Audience', 'Impressions', 'Views',
  'Offsite Views', 'Clicks', 'Click through rate (CTR)', 'Likes', 'Comments', 'Reposts', 'Follows', 'Engagement rate', 'Content Type'
]

function linkedinPost(piece: Piece, age: number): Cells {
  const { views, clicks, likes, comments, shares, follows } = figuresOf(piece, age)
  const day = american(piece.publishedAt.slice(0, 10))
  const rate = (likes + comments + shares + clicks) / Math.max(1, views)
  return [piece.text, piece.permalink, 'Organic', '', 'Ben', day, '', '', 'All followers', views, '', '', clicks, clicks / Math.max(1, views), likes, comments, shares, follows, rate, 'Article']
}

function linkedinDay(day: string, index: number, posts: number): Cells {
  const quiet = weekdayOf(day) >= 6 ? 0.35 : 1
  const impressions = Math.round((180 + posts * 700) * quiet * around(0.75, 'li', index))
  const [clicks, likes] = [Math.round(impressions * 0.012), Math.round(impressions * 0.028)]
  const [comments, reposts] = [Math.round(impressions * 0.002), Math.round(impressions * 0.003)]
  const rate = impressions === 0 ? 0 : (clicks + likes + comments + reposts) / impressions
  const both = (value: number): number[] => [value, 0, value]
  return [american(day), ...both(impressions), Math.round(impressions * 0.7), ...both(clicks), ...both(likes), ...both(comments), ...both(reposts), ...both(rate)]
}

async function linkedinContent(quarter: Quarter): Promise<ExportFile> {
  const { days, pieces, from, to } = quarter
  const own = piecesIn(quarter, 'linkedin', from, to)
  const daily = days.map((day, index) => linkedinDay(day, index, pieces.filter(({ network, publishedAt }) => network === 'linkedin' && publishedAt.startsWith(day)).length))
  const book = [
    sheet('Metrics', [['Aggregated engagement metrics for your organic and sponsored posts, in UTC.'], METRICS, ...daily]),
    sheet('All posts', [['Engagement metrics for individual posts in the selected period.'], POSTS, ...own.map((piece) => linkedinPost(piece, ageAt(piece, to, to)))])
  ]
  return { path: 'museum-of-early-photography_content.xlsx', content: await writeExcelFile(book).toBuffer() }
}

async function linkedinFollowers({ days }: Quarter): Promise<ExportFile> {
  const rows = days.map((day, index): Cells => {
    const gained = Math.round((weekdayOf(day) >= 6 ? 0.8 : 3.2) * around(0.5, 'li-follow', index))
    return [american(day), 0, gained, 0, gained]
  })
  const book = [sheet('New followers', [['Date', 'Sponsored followers', 'Organic followers', 'Auto-invited followers', 'Total followers'], ...rows])]
  return { path: 'museum-of-early-photography_followers.xlsx', content: await writeExcelFile(book).toBuffer() }
}

/** Visits to the museum's own site. */
function traffic({ days, from, to }: Quarter): ExportFile {
  const bare = (day: string): string => day.replaceAll('-', '')
  const rule = '# ----------------------------------------'
  const above = [rule, '# Report CSV Export', '# Account: Museum of Early Photography', '# Property: museum.example', rule, '#', '# All Users', `# Start date: ${bare(from)}`, `# End date: ${bare(to)}`]
  const rows = days.map((day, index) => {
    const users = Math.round((310 + index * 0.9) * (weekdayOf(day) >= 5 ? 1.35 : 1) * around(0.8, 'users', index))
    const fresh = Math.round(users * 0.78)
    return [bare(day), Math.round(users * 4.1), Math.round(users * 1.24), users, fresh, users - fresh].join(',')
  })
  return { path: 'google-analytics-days.csv', content: [...above, 'Date,Event count,Sessions,Total users,New users,Returning users', ...rows, ''].join('\r\n') }
}

export async function otherFiles(quarter: Quarter): Promise<ExportFile[]> {
  return [...xContent(quarter), xOverview(quarter), await linkedinContent(quarter), await linkedinFollowers(quarter), traffic(quarter)]
}
