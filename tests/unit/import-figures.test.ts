import { describe, expect, it } from 'vitest'
import { describeFigures } from '../../src/shared/features/figures/describe-figures'
import type { SourceTable } from '../../src/shared/tables/source-table'

const table = (rows: string[][], name = ''): SourceTable => ({ name, shape: 'grid', rows: rows.map((cells, index) => ({ line: index + 1, cells })) })
const facts = (rows: string[][], name?: string) => describeFigures(table(rows, name))?.facts

const IG = ['Post ID', 'Account ID', 'Account username', 'Description', 'Publish time', 'Permalink', 'Post type', 'Date', 'Views', 'Reach', 'Likes']

describe('an export of figures', () => {
  it('is told by its headers in any language, and summed without what is no figure', () => {
    const post = (id: string, time: string, views: string, reach: string) => [id, '1', 'north', 'text', time, 'https://x', 'IG reel', 'Lifetime', views, reach, '3']
    expect(facts([IG, post('18073964679397822', '05/26/2026 09:22', '120', '100'), post('18073964679397823', '06/02/2026 23:10', '30', '')])).toMatchObject({
      platform: 'instagram', kind: 'post_metrics', rows: 2, sums: { views: 150, reach: 100, likes: 6 }, null_cells: { reach: 1 }, date_from: '2026-05-26', date_to: '2026-06-02',
      distinct_ids: 2, first_id: '18073964679397822', timezone: 'America/Los_Angeles'
    })
    const dutch = facts([['Bericht-ID', 'Account-ID', 'Gebruikersnaam account', 'Omschrijving', 'Publicatietijdstip', 'Permalink', 'Berichttype', 'Weergaven', 'Bereik', 'Vind-ik-leuks'], ['1', '2', 'n', 't', '03/02/2026 10:00', 'l', 'Instagram-reel', '5', '4', '1']])
    expect(dutch).toMatchObject({ platform: 'instagram', sums: { views: 5, reach: 4, likes: 1 }, date_from: '2026-03-02' })
  })

  it('is found below a preamble, and its totals and footers are no rows', () => {
    const rows = [
      ['Campaign report'], ['July 8, 2025 - July 31, 2025'], ['Campaign', 'Currency code', 'Impr.', 'Interactions', 'Cost', 'Conversions'],
      ['Spring', 'INR', '25,881', '20,127', '1661.67', '0.00'], ['East', 'INR', '20,287', '1,934', '904.26', '15.00'], ['Total: Account', 'INR', '46,168', '22,061', '2565.93', '15.00'], ['The first 500 rows are shown']
    ]
    expect(facts(rows)).toMatchObject({ platform: 'google_ads', rows: 2, header_line_record: 3, sums: { impressions: 46168, interactions: 22061, spend: 2565.93 }, date_from: '2025-07-08', date_to: '2025-07-31', currency: 'INR' })
  })

  it('counts a first row of totals apart, soft hyphens or not', () => {
    const german = [['Video', 'Videotitel', 'Veröffentlichungszeitpunkt des Videos', 'Auf\u00adru\u00adfe', 'Impressionen'], ['Ge\u00adsamt', '', '', '1000', '5000'], [' -abc', 'One', 'Feb 19, 2023', '400', '1000'], ['def', 'Two', 'Mar 3, 2023', '500', '2000'], ['Die 500 besten Ergebnisse werden angezeigt']]
    expect(facts(german)).toMatchObject({ platform: 'youtube', rows: 2, sums: { views: 900, impressions: 3000 }, totals_row: { values: { views: 1000 } }, ids_with_leading_space: 1, date_from: '2023-02-19', date_to: '2023-03-03' })
  })

  it('keeps the decimal mark of each column and the currency of a header', () => {
    const rows = [['Begindatum (in UTC)', 'Valuta', 'Campagne-ID', 'Campagnenaam', 'Totaal besteed', 'Weergaven', 'Klikken'], ['23-9-2026', 'EUR', '77', 'Herfst', '9,36', '1.234', '12'], ['24-9-2026', 'EUR', '77', 'Herfst', '10,64', '2.000', '8']]
    expect(facts(rows)).toMatchObject({ platform: 'linkedin_ads', sums: { spend: 20, clicks: 20 }, currency: 'EUR', date_from: '2026-09-23', date_to: '2026-09-24' })
    const meta = [['Reporting starts', 'Reporting ends', 'Ad name', 'Reach', 'Impressions', 'Amount spent (UAH)'], ['2023-04-14', '2024-03-11', '', '10', '30', '5.5'], ['2023-04-14', '2024-03-11', 'One', '8', '20', '3.25']]
    expect(facts(meta)).toMatchObject({ rows: 1, sums: { reach: 8, impressions: 20, spend: 3.25 }, currency: 'UAH', date_from: '2023-04-14', date_to: '2024-03-11' })
  })

  it('without years in its dates says so', () => {
    expect(facts([['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares'], ['February 28', '1', '2', '3', '4', '5'], ['March 1', 'undefined', '2', '3', '4', '5']])).toMatchObject({
      platform: 'tiktok', rows: 2, year_missing: true, first_date_text: 'February 28', last_date_text: 'March 1', sums: { views: 1 }, null_cells: { views: 1 }
    })
  })

  it('of Meta in blocks is one series a title, days rounded to the nearest midnight', () => {
    const source = table([['Facebook visits'], ['Date', 'Primary'], ['2025-10-31T00:00:00', '4'], ['2025-11-02T23:00:00', '5'], ['Instagram profile visits'], ['Date', 'Primary'], ['2025-10-31T01:00:00', '7']])
    expect(describeFigures(source)?.facts).toMatchObject({
      platform: 'facebook+instagram', kind: 'daily_metrics', rows: 3,
      blocks: [{ title: 'Facebook visits', sum: 9, date_from: '2025-10-31', date_to: '2025-11-03' }, { title: 'Instagram profile visits', sum: 7, distinct_days: 1 }]
    })
  })

  it('damaged by a spreadsheet has its ids counted as damaged', () => {
    const rows = [['Post id', 'Date', 'Post text', 'Post Link', 'Impressions'], ['6.49E+17', 'Sat, Aug 1, 2026', 'a', 'https://x.com/n/status/1', '5']]
    expect(facts(rows)).toMatchObject({ platform: 'x', damaged_ids: 1, date_from: '2026-08-01' })
  })

  it('is not seen in a plan of posts, nor in any other table', () => {
    expect(facts([['Text', 'Image URL', 'Tags', 'Posting Time'], ['a', '', '', '2026-10-01 09:30']])).toBeUndefined()
    expect(facts([['__proto__', 'constructor', 'toString'], ['1', '2', '3']])).toBeUndefined()
  })
})
