import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'

/** Posts of the full plan, and the days around today that they are spread over. */
const FULL_PLAN = 2000
const DAYS = 90
/** As many posts as a list answers with at once. */
const PAGE = 1000

const CHANNELS = [
  ['instagram', 'Desk on Instagram', '@picturedesk'],
  ['x', 'Desk on X', '@picturedesk'],
  ['linkedin', 'Desk on LinkedIn', 'picture-desk'],
  ['facebook', 'Desk on Facebook', 'picturedesk'],
  ['bluesky', 'Desk on Bluesky', '@picturedesk.example']
]
const PILLARS = [
  ['Archive', '#7a4b2a'],
  ['Craft', '#2f6f6a'],
  ['People', '#8a5a9e'],
  ['Shop', '#a2483b']
]
const CAMPAIGNS = [
  ['Winter sale', '#a2483b', -10, 12],
  ['Spring book', '#2f6f6a', 5, 34]
]
const SENTENCES = [
  'A print that has not been shown for forty years',
  'How light was measured before there were meters',
  'Three questions to the woman who keeps the negatives',
  'New in the shop: the book of the exhibition',
  'What the back of a photograph tells',
  'The same street, a hundred years apart',
  'From the dark room: toning in gold'
]

/** @param {number} days from today, UTC */
const dayFrom = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const twoDigits = number => String(number).padStart(2, '0')
const cell = text => `"${text.replaceAll('"', '""')}"`

function rowOf(index, photographs) {
  const ahead = (index % DAYS) - 45
  const round = Math.floor(index / DAYS)
  const [hour, minute] = [7 + ((round * 5 + index) % 14), ((index * 7) % 4) * 15]
  const title = SENTENCES[index % SENTENCES.length]
  const channels = CHANNELS.slice(index % 3, (index % 3) + 1 + (index % 2)).map(([, name]) => name)
  const { slug } = photographs[index % photographs.length]
  const cells = [
    dayFrom(ahead), `${twoDigits(hour)}:${twoDigits(minute)}`, 'Europe/Oslo', channels.join(','), `${title}, number ${index + 1}. #photography`, `${title} ${index + 1}`, '', '',
    index % 4 === 3 ? '' : `00${(index % photographs.length) + 1}-${slug}.jpg`, '', '', PILLARS[index % PILLARS.length][0],
    index % 9 === 0 ? CAMPAIGNS[index % CAMPAIGNS.length][0] : '', '', ahead > 0 && index % 3 === 0 ? 'draft' : 'scheduled', '', '', ''
  ]
  return cells.map(cell).join(',')
}

const HEADER = 'Date,Time,Zone,Channels,Text,Title,Link,First comment,Media,Alt text,Labels,Pillar,Campaign,Owner,Status,Format,Notes,Id'

/** What lies behind went out; a few were forgotten. */
async function publishPast(call) {
  for (let left = Infinity; left > PAGE; left -= PAGE) {
    const { posts, total } = await call('posts.list', { statuses: ['overdue'], limit: PAGE, sort: 'planned', descending: false })
    left = Math.min(left, total)
    const variantIds = posts.slice(0, total > PAGE ? PAGE : -12).flatMap(post => post.variants.map(({ id }) => id))
    await call('posts.setState', { variantIds, state: 'published' })
  }
}

/**
 * Gives a client channels, pillars, campaigns and 2,000 posts in the ninety days around today, through a file as other tools export it.
 *
 * @param {(args: string[]) => Promise<unknown>} greenroom runs a command of the command line
 * @param {{ id: string, name: string }} client has pictures in its library
 * @param {string} work folder for the file
 */
export async function addFullPlan(greenroom, client, work) {
  const call = (operation, input) => greenroom(['call', operation, JSON.stringify({ clientId: client.id, ...input })])
  for (const [network, name, handle] of CHANNELS) await call('channels.create', { network, name, handle })
  for (const [name, color] of PILLARS) await call('pillars.create', { name, color })
  for (const [name, color, from, to] of CAMPAIGNS) await call('campaigns.create', { name, color, startsOn: dayFrom(from), endsOn: dayFrom(to) })
  const { photographs } = JSON.parse(readFileSync(inRoot('resources', 'demo', 'demo.json'), 'utf8'))
  const file = join(work, 'plan.csv')
  writeFileSync(file, [HEADER, ...Array.from({ length: FULL_PLAN }, (_, index) => rowOf(index, photographs))].join('\r\n'))
  await greenroom(['import', '--client', client.name, file])
  rmSync(file)
  await publishPast(call)
}
