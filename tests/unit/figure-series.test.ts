import { describe, expect, it } from 'vitest'
import { hasTimeOfDay } from '../../src/shared/features/figures/published-time'
import { columnSignature } from '../../src/shared/features/figures/reading/mapped-layout'
import { readFigureTable } from '../support/figure-tables'

const days = (read: ReturnType<typeof readFigureTable>) => read.drafts.map(({ startsOn, values }) => [startsOn, values])

describe('days without a year', () => {
  const header = ['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares']
  const row = (date: string, views = '1') => [date, views, '2', '3', '4', 'undefined']
  const rows = [header, row('December 30'), row('December 31', 'undefined'), row('January 1'), row('January 2')]

  it('are asked for their year, and nothing is guessed', () => {
    const { questions, drafts, skipped } = readFigureTable({ rows, modifiedOn: '2026-01-03' })
    expect(questions).toEqual([{ code: 'year', required: true, column: 'Date', first: 'December 30', last: 'January 2', suggested: 2026 }])
    expect(drafts).toEqual([])
    expect(skipped.map(({ reason }) => reason)).toEqual(['unsettled', 'unsettled', 'unsettled', 'unsettled'])
  })

  it('are walked backwards over New Year from the newest; a gap is no zero', () => {
    const read = readFigureTable({ rows, answers: { year: 2026 } })
    expect(days(read)).toEqual([
      ['2025-12-30', { views: 1, profile_visits: 2, likes: 3, comments: 4 }], ['2025-12-31', { profile_visits: 2, likes: 3, comments: 4 }],
      ['2026-01-01', { views: 1, profile_visits: 2, likes: 3, comments: 4 }], ['2026-01-02', { views: 1, profile_visits: 2, likes: 3, comments: 4 }]
    ])
    expect([read.from, read.to]).toEqual(['2025-12-30', '2026-01-02'])
  })

  it('are walked the other way where the newest stands first', () => {
    const read = readFigureTable({ rows: [header, row('2 de enero'), row('1 de enero'), row('31 de diciembre'), row('30 de diciembre')], answers: { year: 2026 } })
    expect(read.drafts.map(({ startsOn }) => startsOn)).toEqual(['2026-01-02', '2026-01-01', '2025-12-31', '2025-12-30'])
  })

  it('are suggested the year before where the newest would lie in the future', () => {
    expect(readFigureTable({ rows: [header, row('December 30'), row('December 31')], modifiedOn: '2026-01-03' }).questions[0]).toMatchObject({ suggested: 2025 })
  })
})

describe('results of Meta', () => {
  const day = (date: string, value: string) => [`${date}T00:00:00`, value]

  it('tell Facebook from Instagram by their titles, in one file', () => {
    const { drafts, accounts, questions } = readFigureTable({ rows: [['Facebook visits'], ['Date', 'Primary'], day('2025-10-31', '4'), [''], ['Instagram reach'], ['Date', 'Primary'], ['2025-10-31T01:00:00', '7'], ['2025-11-01T23:00:00', '0']] })
    expect(accounts.map(({ network, rows }) => [network, rows])).toEqual([['facebook', 1], ['instagram', 2]])
    expect(drafts.map(({ account, startsOn, values }) => [account, startsOn, values])).toEqual([[0, '2025-10-31', { profile_visits: 4 }], [1, '2025-10-31', { reach: 7 }], [1, '2025-11-02', { reach: 0 }]])
    expect(questions).toEqual([])
  })

  it('that name no network are asked for it', () => {
    const rows = [['Reach'], ['Date', 'Primary'], day('2025-10-31', '4')]
    expect(readFigureTable({ rows })).toMatchObject({ questions: [{ code: 'network', required: true, options: ['facebook', 'instagram'] }], drafts: [], skipped: [{ line: 3, reason: 'unsettled' }] })
    expect(readFigureTable({ rows, answers: { network: 'facebook' } }).drafts[0]).toMatchObject({ account: 0, values: { reach: 4 } })
  })

  it('about the audience are shares of one, also where the place is cut at its comma', () => {
    const transposed = [['Top cities'], ['New York, NY', 'Oslo'], ['1.7', '1'], [''], ['Age & gender'], ['', 'Men', 'Women'], ['18-24', '5.1', '2.4']]
    expect(readFigureTable({ rows: transposed }).drafts.map(({ subject, more }) => [subject.key, more])).toEqual([
      ['city:New York, NY', { share_of_audience: 0.017 }], ['city:Oslo', { share_of_audience: 0.01 }], ['age-gender:18-24 · Men', { share_of_audience: 0.051 }], ['age-gender:18-24 · Women', { share_of_audience: 0.024 }]
    ])
  })
})

describe('an audience of a page', () => {
  it('has a line a place, whose name may be cut at its commas', () => {
    const { drafts, accounts } = readFigureTable({ rows: [['Top cities'], ['FB_PAGE FOLLOW UNIQUE_USERS', '1200'], ['Kyiv', ' Ukraine', '12.5%'], ['Oslo', ' Norway', '< 1%']] })
    expect(accounts).toMatchObject([{ network: 'facebook' }])
    expect(drafts.map(({ subject, more }) => [subject.key, more])).toEqual([['city:Kyiv, Ukraine', { share_of_audience: 0.125 }]])
  })
})

describe('days of an account', () => {
  it('on LinkedIn keep what is organic beside the whole', () => {
    const rows = [['All times are UTC'], ['Date', 'Impressions (organic)', 'Impressions (sponsored)', 'Impressions (total)', 'Reactions (total)', 'Reposts (total)'], ['08/23/2025', '700', '96', '796', '17', '0']]
    expect(readFigureTable({ rows }).drafts[0]).toMatchObject({ subject: { kind: 'account', key: 'account' }, startsOn: '2025-08-23', values: { impressions: 796, likes: 17, shares: 0 }, more: { impressions_organic: 700 } })
  })

  it('of a creator begin with how many follow on the last one', () => {
    const rows = [['Total followers on 5/28/2023:', '5120'], [''], ['Date', 'New followers'], ['5/1/2023', '17'], ['5/2/2023', '3']]
    const { drafts, facts } = readFigureTable({ rows, sheet: 'FOLLOWERS' })
    expect(drafts.map(({ startsOn, values }) => [startsOn, values])).toEqual([['2023-05-28', { followers: 5120 }], ['2023-05-01', { new_followers: 17 }], ['2023-05-02', { new_followers: 3 }]])
    expect(facts).toMatchObject({ rows: 2, total_followers: 5120 })
  })

  it('of a creator are read with the day first in Portuguese', () => {
    const { drafts, questions } = readFigureTable({ rows: [['Data', 'Impressões', 'Engajamentos'], ['03/02/2026', '1.200', '-2'], ['04/02/2026', '900', '5']], sheet: 'Engajamento' })
    expect(drafts.map(({ startsOn, values }) => [startsOn, values])).toEqual([['2026-02-03', { impressions: 1200, engagements: -2 }], ['2026-02-04', { impressions: 900, engagements: 5 }]])
    expect(questions).toEqual([])
  })

  it('that could be either order are asked for it', () => {
    const layout = { signature: 'day\nreach', name: 'Own', network: 'threads', subject: 'account' as const, span: 'day' as const, columns: { day: { role: 'date' as const }, reach: { figure: 'reach' } } }
    const rows = [['Day', 'Reach'], ['03/02/2026', '5'], ['04/02/2026', '6']]
    expect(readFigureTable({ rows, layouts: [layout] })).toMatchObject({ questions: [{ code: 'date-order', column: 'Day', examples: ['03/02/2026', '04/02/2026'] }], drafts: [], skipped: [{ reason: 'unsettled' }, { reason: 'unsettled' }] })
    expect(days(readFigureTable({ rows, layouts: [layout], answers: { order: 'dmy' } }))).toEqual([['2026-02-03', { reach: 5 }], ['2026-02-04', { reach: 6 }]])
  })

  it('of the download of Instagram take the year that is answered', () => {
    const table = { shape: 'items' as const, sheet: 'organic_insights_reach', rows: [['date', 'Date range', 'Accounts reached', 'Impressions'], ['', 'Dec 22 - Mar 20', '207', '3,781']] }
    expect(readFigureTable(table).questions).toMatchObject([{ code: 'year', first: 'Dec 22 - Mar 20' }])
    expect(readFigureTable({ ...table, answers: { year: 2026 } }).drafts[0]).toMatchObject({ startsOn: '2025-12-22', endsOn: '2026-03-20', values: { reach: 207, impressions: 3781 } })
  })
})

describe('the hour of a post', () => {
  it('is not known on YouTube, whose files give days', () => {
    expect(hasTimeOfDay('youtube', '2023-02-19T12:00:00.000Z')).toBe(false)
    expect(hasTimeOfDay('instagram', '2023-02-19T12:00:00.000Z')).toBe(true)
    expect(hasTimeOfDay('x', '')).toBe(false)
  })
})

describe('days of a site', () => {
  it.each([
    ['nb', ['# Startdato: 20261001', '# Sluttdato: 20261002'], ['Dato', 'Økter', 'Totalt antall brukere', 'Antall hendelser']],
    ['nl', ['# Startdatum: 20261001', '# Einddatum: 20261002'], ['Datum', 'Sessies', 'Totaal aantal gebruikers', 'Aantal gebeurtenissen']],
    ['it', ['# Data di inizio: 20261001', '# Data di fine: 20261002'], ['Data', 'Sessioni', 'Utenti totali', 'Conteggio eventi']]
  ])('are read in %s', (_language, above, header) => {
    const { drafts } = readFigureTable({ rows: [...above.map((line) => [line]), header, ['20261001', '12', '9', '90'], ['20261002', '14', '10', '80']] })
    expect(drafts.map(({ startsOn, values }) => [startsOn, values.sessions, values.users, values.events])).toEqual([['2026-10-01', 12, 9, 90], ['2026-10-02', 14, 10, 80]])
  })
})

describe('a column of a known export that a person said the figure of', () => {
  const rows = [['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes', 'Engagements', 'Bookmarks', 'Shares', 'New follows', 'Replies', 'Reposts', 'Sparkles', 'Glow'], ['2088707180693113679', 'Sat, Aug 1, 2026', 'Hi', 'https://x.com/m/status/2088707180693113679', '44', '3', '5', '1', '0', '0', '0', '0', '1200', '7']]
  const columnOf = (key: string, figure: string, format = 'x.content') => ({ signature: columnSignature(format, key), name: key, network: 'x', subject: 'post' as const, span: 'lifetime' as const, format, columns: { [key]: { figure } } })

  it('is kept as it is until then, and is read in every file of that kind from then on', () => {
    expect(readFigureTable({ rows }).drafts[0]).toMatchObject({ raw: { Sparkles: '1200', Glow: '7' } })
    const { drafts, sums } = readFigureTable({ rows, layouts: [columnOf('sparkles', 'reach'), columnOf('glow', 'more.Glow')] })
    expect(drafts[0]).toMatchObject({ values: { impressions: 44, reach: 1200 }, more: { Glow: 7 }, raw: {} })
    expect(sums).toMatchObject({ reach: 1200, Glow: 7 })
  })

  it('takes nothing from columns that are known, nor from other kinds of files', () => {
    const layouts = [columnOf('likes', 'reach'), columnOf('post text', 'views'), columnOf('sparkles', 'impressions'), columnOf('glow', 'reach', 'x.overview')]
    expect(readFigureTable({ rows, layouts }).drafts).toEqual(readFigureTable({ rows }).drafts)
  })
})

describe('a table that a person mapped', () => {
  it('is read by what they said, and keeps the rest', () => {
    const layout = {
      signature: 'innlegg\nlenke\ndato\nvisninger\nspesielt\nannet', name: 'Snap', network: 'snapchat', subject: 'post' as const, span: 'lifetime' as const, dateOrder: 'dmy' as const, zone: 'Europe/Oslo',
      columns: { innlegg: { role: 'text' as const }, lenke: { role: 'link' as const }, dato: { role: 'published' as const }, visninger: { figure: 'views' }, spesielt: { figure: 'more.swipe_ups' } }
    }
    const { drafts, found } = { ...readFigureTable({ rows: [['Innlegg', 'Lenke', 'Dato', 'Visninger', 'Spesielt', 'Annet'], ['Hei', 'https://snap.example/p/123', '03.02.2026 09:00', '1 200', '4', 'x']], layouts: [layout] }), found: 'mapped' }
    expect(found).toBe('mapped')
    expect(drafts[0]).toMatchObject({ subject: { kind: 'post', text: 'Hei', key: 'https://snap.example/p/123', publishedAt: '2026-02-03T08:00:00.000Z' }, values: { views: 1200 }, more: { swipe_ups: 4 }, raw: { Annet: 'x' } })
  })
})
