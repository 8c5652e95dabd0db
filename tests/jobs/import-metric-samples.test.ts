import { describe, expect, it } from 'vitest'
import { describeFigures } from '../../src/shared/features/figures/describe-figures'
import { readTables, startParsePool } from '../support/read-tables'
import { expectedFacts, NO_SAMPLES, samplePath, samplesAreHere, type SampleFacts } from '../support/shared-samples'

/** What an answer is held to; the rest of the expectations tells where a sample comes from. */
const COMPARED = [
  'platform', 'kind', 'rows', 'date_from', 'date_to', 'header_line_record', 'distinct_ids', 'first_id', 'rows_without_id', 'ids_with_leading_space', 'currency',
  'year_missing', 'first_date_text', 'last_date_text', 'conversations', 'last_followers', 'null_followers', 'published_from_id',
  'boosts', 'replies', 'with_media', 'public', 'texts', 'owners', 'senders', 'title', 'oldest_text', 'without_text', 'records_without_text', 'other_records', 'period_text',
  'replies_to_others', 'retweets'
] as const

interface Block extends Partial<SampleFacts> {
  sheet?: string
  title?: string
  value_column?: string
  sum?: number
  distinct_days?: number
  sums?: Record<string, number>
  layout?: string
}

const grids = Object.entries(expectedFacts()).filter(([name, { kind, encoding }]) => /\.(?:csv|xlsx?|json|js)$/.test(name) && !name.includes('tiktok-dyi') && kind !== 'schedule' && encoding !== 'MIME')

function pick(facts: Record<string, unknown>, wanted: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, facts[key]]))
}

const comparedOf = (expected: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(COMPARED.flatMap((key) => (key in expected ? [[key, expected[key]]] : [])))

if (!samplesAreHere) console.info(NO_SAMPLES)

describe.skipIf(!samplesAreHere)('exports of figures', () => {
  it.each(grids)('%s is recognized, and rows, sums and days are right', async (name, expected) => {
    const pool = await startParsePool()
    const { tables } = await readTables(pool, samplePath(name))
    const found = tables.map((table) => ({ sheet: table.name, facts: describeFigures(table)?.facts }))
    const blocks = expected['blocks'] as Block[] | undefined
    if (!blocks) {
      const facts = found[0]?.facts ?? {}
      const wanted = comparedOf(expected)
      expect(pick(facts, wanted)).toEqual(wanted)
      // Reactions to messages are told beside the rows.
      const sums = (expected['sums'] ?? {}) as Record<string, number>
      const own = (facts['sums'] ?? {}) as Record<string, number>
      expect(pick(own, sums)).toEqual(sums)
      const nulls = (expected['null_cells'] ?? {}) as Record<string, number>
      expect(pick((facts['null_cells'] ?? {}) as Record<string, number>, nulls)).toEqual(nulls)
      return
    }
    if (blocks.some(({ sheet }) => sheet !== undefined)) {
      for (const { sheet, rows, sums = {}, date_from, date_to } of blocks) {
        const facts = found.find((one) => one.sheet === sheet)?.facts
        if (rows === undefined) continue
        expect({ sheet, rows: facts?.['rows'], ...(date_from !== undefined && { date_from: facts?.['date_from'], date_to: facts?.['date_to'] }) }).toEqual({ sheet, rows, ...(date_from !== undefined && { date_from, date_to }) })
        expect(pick((facts?.['sums'] ?? {}) as Record<string, number>, sums)).toEqual(sums)
      }
      return
    }
    const facts = found[0]?.facts ?? {}
    const wanted = comparedOf(expected)
    expect(pick(facts, wanted)).toEqual(wanted)
    const own = facts['blocks'] as Record<string, unknown>[]
    for (const [index, { layout: _layout, ...block }] of blocks.entries()) expect(own[index]).toMatchObject(block)
  })

  it('the data download of TikTok holds posts, comments and messages, each a table of its own', async () => {
    const expected = expectedFacts()['dev/tiktok-dyi-user-data.json'] ?? {}
    const pool = await startParsePool()
    const { tables } = await readTables(pool, samplePath('dev/tiktok-dyi-user-data.json'))
    const [posts, comments, messages] = tables.map((table) => describeFigures(table)?.facts ?? {})
    expect({
      own_posts: posts?.['rows'], post_likes: (posts?.['sums'] as Record<string, number>)['likes'], own_comments: comments?.['rows'], rows: messages?.['rows'], conversations: messages?.['conversations']
    }).toEqual(pick(expected, { own_posts: 0, post_likes: 0, own_comments: 0, rows: 0, conversations: 0 }))
  })
})
