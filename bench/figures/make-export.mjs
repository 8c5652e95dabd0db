import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

const HEADER = 'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks'
const WORDS = ['harbor', 'canvas', 'studio', 'summer', 'valley', 'tomorrow', 'clever', 'journey', 'launch', 'silver', 'garden', 'workshop']
const DAYS = ['Sat, Aug 15, 2026', 'Fri, Aug 14, 2026', 'Thu, Aug 13, 2026', 'Wed, Aug 12, 2026']
const FIRST_ID = 1_900_000_000_000_000_000n

const textOf = n => Array.from({ length: 12 }, (_, at) => WORDS[(n * 7 + at * 5 + (n >> at)) % WORDS.length]).join(' ')

/**
 * An export of posts of X with so many rows, each a post of its own: the most that a row can cost. `plus` is added to each figure.
 *
 * @param {string} path
 * @param {{ rows: number, plus?: number }} options
 */
export async function makeExport(path, { rows, plus = 0 }) {
  const file = createWriteStream(path)
  file.write(`${HEADER}\n`)
  let batch = []
  for (let n = 0; n < rows; n += 1) {
    const id = FIRST_ID + BigInt(n) * 1_048_576n
    const figures = Array.from({ length: 13 }, (_, at) => ((n * 31 + at * 17) % (at === 0 ? 9000 : 300)) + plus)
    batch.push(`${id},"${DAYS[n % DAYS.length]}",${textOf(n)} ${n},https://x.com/museum/status/${id},${figures.join(',')}`)
    if (batch.length === 5000) {
      if (!file.write(`${batch.join('\n')}\n`)) await once(file, 'drain')
      batch = []
    }
  }
  file.end(batch.length > 0 ? `${batch.join('\n')}\n` : '')
  await once(file, 'finish')
}
