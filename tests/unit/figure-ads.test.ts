import { describe, expect, it } from 'vitest'
import { readFigureTable } from '../support/figure-tables'

describe('ads', () => {
  it('of Meta are told by the chain of their names, over the period of the report; totals are none', () => {
    const header = ['Reporting starts', 'Reporting ends', 'Campaign name', 'Ad set name', 'Ad name', 'Reach', 'Impressions', 'Amount spent (NOK)', 'Results']
    const rows = [header, ['2026-01-01', '2026-01-31', '', '', '', '90', '200', '15.5', ''], ['2026-01-01', '2026-01-31', 'Spring', 'Oslo', 'Film', '80', '200', '15.5', '']]
    const { drafts, skipped } = readFigureTable({ rows })
    expect(drafts).toMatchObject([{ startsOn: '2026-01-01', endsOn: '2026-01-31', subject: { kind: 'ad', key: 'Spring › Oslo › Film', campaign: 'Spring', adSet: 'Oslo', ad: 'Film', currency: 'NOK' }, values: { reach: 80, impressions: 200, spend: 15.5 } }])
    expect(drafts[0]?.values).not.toHaveProperty('results')
    expect(skipped).toEqual([{ line: 2, reason: 'totals' }])
  })

  it('of Meta day by day count days, in Dutch as well, with the point as decimal mark', () => {
    const rows = [['Dag', 'Campagnenaam', 'Campagne-ID', 'Bereik', 'Weergaven', 'Besteed bedrag (EUR)', 'Start rapportage', 'Einde rapportage'], ['2026-03-05', 'Lente', '120210000000000001', '10', '30', '1.234', '2026-03-05', '2026-03-05']]
    expect(readFigureTable({ rows }).drafts[0]).toMatchObject({ startsOn: '2026-03-05', endsOn: '2026-03-05', subject: { key: 'campaign-id:120210000000000001', campaign: 'Lente' }, values: { spend: 1.234 } })
  })

  it.each([
    ['nb', ['Rapporteringen starter', 'Rapporteringen avsluttes', 'Kampanjenavn', 'Annonsesettnavn', 'Annonsenavn', 'Rekkevidde', 'Visninger', 'Beløp brukt (NOK)', 'Resultater']],
    ['it', ['Inizio report', 'Fine report', 'Nome della campagna', 'Nome del gruppo di inserzioni', 'Nome dell’inserzione', 'Copertura', 'Impression', 'Importo speso (NOK)', 'Risultati']]
  ])('of Meta are read in %s', (_language, header) => {
    const { drafts } = readFigureTable({ rows: [header, ['2026-01-01', '2026-01-31', 'Spring', 'Oslo', 'Film', '80', '200', '15.5', '4']] })
    expect(drafts).toMatchObject([{ startsOn: '2026-01-01', endsOn: '2026-01-31', subject: { key: 'Spring › Oslo › Film', currency: 'NOK' }, values: { reach: 80, impressions: 200, spend: 15.5, results: 4 } }])
  })

  it('of LinkedIn are read in Norwegian, with the day first and the comma as decimal mark', () => {
    const header = ['Startdato (i UTC)', 'Kontonavn', 'Valuta', 'Kampanje-ID', 'Kampanjenavn', 'Annonse-ID', 'Annonsenavn', 'Totalt brukt', 'Visninger', 'Klikk']
    const rows = [header, ['5.10.2026', 'Museum', 'NOK', '77', 'Høst', '8', 'En', '9,36', '20', '1'], ['6.10.2026', 'Museum', 'NOK', '77', 'Høst', '8', 'En', '1,5', '10', '1']]
    expect(readFigureTable({ rows }).drafts.map(({ startsOn, values }) => [startsOn, values.spend])).toEqual([['2026-10-05', 9.36], ['2026-10-06', 1.5]])
  })

  it('of Google are read in Norwegian and Italian', () => {
    for (const header of [['Kampanje', 'Klikk', 'Visn.', 'Valutakode', 'Kostnad', 'Konverteringer'], ['Campagna', 'Clic', 'Impr.', 'Codice valuta', 'Costo', 'Conversioni']]) {
      const { drafts } = readFigureTable({ rows: [header, ['Høst', '12', '1 234', 'NOK', '9,36', '2,5']], answers: { period: { from: '2026-10-01', to: '2026-10-31' } } })
      expect(drafts[0]).toMatchObject({ subject: { campaign: 'Høst', currency: 'NOK' }, values: { clicks: 12, impressions: 1234, spend: 9.36, conversions: 2.5 } })
    }
  })

  it('told apart by age are no ads, so that nothing is counted twice', () => {
    const rows = [['Campaign name', 'Age', 'Reporting starts', 'Reporting ends', 'Reach', 'Impressions', 'Amount spent (EUR)'], ['Spring', '18-24', '2026-01-01', '2026-01-31', '10', '30', '1.5']]
    expect(readFigureTable({ rows }).drafts[0]?.subject).toMatchObject({ kind: 'audience', key: 'ads age:18-24 Spring' })
  })

  const linkedin = (report: string[][]) => [
    ['Rapport met advertentieprestaties (in UTC)'], ['Begindatum van rapport: 21 september 2026 00:00'], ['Einddatum van rapport: 27 september 2026 23:59'], ['Datum aangemaakt: 28 september 2026 09:00'], [''],
    ['Begindatum (in UTC)', 'Accountnaam', 'Valuta', 'Campagne-ID', 'Campagnenaam', 'Advertentie-ID', 'Advertentienaam', 'Totaal besteed', 'Weergaven', 'Klikken', 'Gemiddelde kijktijd (in seconden)'], ...report
  ]

  it('of LinkedIn with one row each count the whole period of the report', () => {
    const { drafts } = readFigureTable({ rows: linkedin([['21-9-2026', 'Museum', 'EUR', '77', 'Herfst', '800300401', 'Een', '9,36', '1.234', '12', '6.2527773973'], ['21-9-2026', 'Museum', 'EUR', '77', 'Herfst', '800300402', 'Twee', '1,5', '20', '1', '']]) })
    expect(drafts.map(({ startsOn, endsOn, subject, values }) => [startsOn, endsOn, subject.key, values.spend, values.impressions])).toEqual([['2026-09-21', '2026-09-27', 'ad-id:800300401', 9.36, 1234], ['2026-09-21', '2026-09-27', 'ad-id:800300402', 1.5, 20]])
  })

  it('of LinkedIn with a row a day count days', () => {
    const day = (date: string) => [date, 'Museum', 'EUR', '77', 'Herfst', '800300401', 'Een', '9,36', '20', '12', '']
    expect(readFigureTable({ rows: linkedin([day('5-10-2026'), day('6-10-2026')]) }).drafts.map(({ startsOn }) => startsOn)).toEqual(['2026-10-05', '2026-10-06'])
  })

  it('of TikTok leave the row of totals, and what is no figure, out', () => {
    const rows = [['Campaign name', 'Ad group name', 'Ad name', 'By Day', 'Currency', 'Cost', 'Impressions', 'Clicks (destination)', 'Reach', 'Clicks (all)', 'Website URL (Ad level）'], ['Spring', 'NL', 'Film', '2026-05-01', 'EUR', '3.84', '959', '7', '<5', '14', '-'], ['Total of 1 results', '', '', '', '', '3.84', '959', '7', '-', '14', '']]
    const { drafts, skipped } = readFigureTable({ rows })
    expect(drafts[0]).toMatchObject({ subject: { key: 'Spring › NL › Film', currency: 'EUR' }, values: { spend: 3.84, impressions: 959, link_clicks: 7, clicks: 14 } })
    expect(drafts[0]?.values).not.toHaveProperty('reach')
    expect(skipped).toEqual([{ line: 3, reason: 'totals' }])
  })

  it('of Google are read with Brazilian words and marks', () => {
    const rows = [['Relatorio de campanhas'], ['1 de julho de 2025 - 31 de julho de 2025'], ['Campanha', 'Código da moeda', 'Impr.', 'Cliques', 'Custo', 'Conversões'], ['Primavera', 'BRL', '1.234', '12', '1.234,56', '2,50'], ['Total: Campanhas', 'BRL', '1.234', '12', '1.234,56', '2,50']]
    expect(readFigureTable({ rows }).drafts).toMatchObject([{ startsOn: '2025-07-01', endsOn: '2025-07-31', subject: { key: 'Primavera', currency: 'BRL' }, values: { impressions: 1234, clicks: 12, spend: 1234.56, conversions: 2.5 } }])
  })
})

describe('competitors', () => {
  it('are kept by name, over the period above them', () => {
    const rows = [['11/29/2025', '12/28/2025'], ['Page', 'Total Followers', 'New Followers', 'Total post engagements', 'Total posts'], ['Other museum', '153', '0', '4', '2']]
    expect(readFigureTable({ rows, sheet: 'COMPETITORS' }).drafts[0]).toMatchObject({ startsOn: '2025-11-29', endsOn: '2025-12-28', subject: { kind: 'competitor', key: 'Other museum' }, values: { followers: 153, new_followers: 0, engagements: 4 }, more: { posts: 2 } })
  })
})

describe('traffic', () => {
  it('of a day is that of the site; its currency and unknown columns stay', () => {
    const rows = [['# Account: Museum'], ['# Start date: 20230708'], ['# End date: 20240304'], ['Date', 'Event count', 'Total users', 'New users'], ['20231010', '11338', '2831', '2539']]
    expect(readFigureTable({ rows }).drafts).toMatchObject([{ startsOn: '2023-10-10', subject: { kind: 'traffic', key: 'account' }, values: { events: 11338, users: 2831 }, more: { new_users: 2539 } }])
  })

  it('of a channel is kept under it, without the grand total', () => {
    const rows = [['# 1st exploration'], ['# 20230515-20230521'], [''], ['Session source', 'Country', 'Event count', 'Sessions', 'Total users'], ['', '', '48', '5', '3', 'Grand total'], ['instagram', 'Norway', '42', '3', '1']]
    const { drafts, skipped } = readFigureTable({ rows })
    expect(drafts).toMatchObject([{ startsOn: '2023-05-15', endsOn: '2023-05-21', subject: { key: 'session-source:instagram|country:Norway' }, values: { events: 42, sessions: 3, users: 1 } }])
    expect(skipped).toEqual([{ line: 5, reason: 'totals' }])
  })

  it('in stacked tables has its days counted from the first, in Spanish as well', () => {
    const preamble = [['# Exportar informe en formato CSV'], ['# Cuenta: Museo'], ['# Fecha de inicio: 20240101'], ['# Fecha de finalización: 20240131']]
    const rows = [...preamble, ['Día N', 'Usuarios activos'], ['0000', '12'], ['0030', '9'], ['# Fecha de inicio: 20240101'], ['# Fecha de finalización: 20240131'], ['País', 'Sesiones'], ['Noruega', '7'], [''], ['Dispositivo', 'Sesiones']]
    const { drafts, facts } = readFigureTable({ rows })
    expect(drafts.map(({ startsOn, endsOn, subject, values, more }) => [startsOn, endsOn, subject.key, values, more])).toEqual([
      ['2024-01-01', '2024-01-01', 'account', {}, { active_users: 12 }], ['2024-01-31', '2024-01-31', 'account', {}, { active_users: 9 }], ['2024-01-01', '2024-01-31', 'country:Noruega', { sessions: 7 }, {}]
    ])
    expect(facts).toMatchObject({ tables: 3, rows: 3, date_from: '2024-01-01', date_to: '2024-01-31' })
  })
})
