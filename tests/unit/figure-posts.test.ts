import { describe, expect, it } from 'vitest'
import { readFigureTable } from '../support/figure-tables'

const IG = ['Post ID', 'Account ID', 'Account username', 'Description', 'Publish time', 'Permalink', 'Post type', 'Data comment', 'Date', 'Views', 'Reach', 'Likes', 'Follows', 'New thing']
const ig = (id: string, more: Partial<Record<string, string>> = {}) =>
  IG.map((header) => ({ 'Post ID': id, 'Account username': 'museum', Description: 'A photograph', 'Publish time': '05/26/2026 09:22', Permalink: 'https://www.instagram.com/reel/a/', 'Post type': 'IG reel', Date: 'Lifetime', Views: '1,200', Reach: '900', Likes: '0', Follows: '', ...more })[header] ?? '')

describe('a post of Instagram', () => {
  it('has its id to the last digit, its time of California as UTC, figures in columns and what nobody knows beside them', () => {
    const { drafts, accounts } = readFigureTable({ rows: [IG, ig('18073964679397822', { 'New thing': 'kept' })] })
    expect(drafts[0]).toEqual({
      line: 2, account: 0, startsOn: '', endsOn: '',
      subject: { kind: 'post', key: '18073964679397822', text: 'A photograph', permalink: 'https://www.instagram.com/reel/a/', format: 'reel', publishedAt: '2026-05-26T16:22:00.000Z' },
      values: { views: 1200, reach: 900, likes: 0 }, more: {}, raw: { 'New thing': 'kept' }
    })
    expect(accounts).toEqual([{ network: 'instagram', key: 'museum', name: 'museum', rows: 1 }])
  })

  it('whose facts could not be had is known by the id in the remark; one without any is skipped', () => {
    const note = 'An error occurred while computing metadata for content with ID 17900000000000123.'
    const { drafts, skipped } = readFigureTable({ rows: [IG, ig('', { 'Data comment': note, 'Account username': '' }), ig(''), ig('1')] })
    expect(drafts.map(({ subject, account }) => [subject.key, account])).toEqual([['17900000000000123', 0], ['1', 0]])
    expect(skipped).toEqual([{ line: 3, reason: 'no-id' }])
  })

  it('damaged by a spreadsheet is skipped and said so', () => {
    expect(readFigureTable({ rows: [IG, ig('1.80739646793978E+16')] }).skipped).toEqual([{ line: 2, reason: 'damaged-id' }])
  })

  it('told day by day counts each day', () => {
    const { drafts } = readFigureTable({ rows: [IG, ig('1', { Date: '05/27/2026' }), ig('1', { Date: '05/28/2026' }), ig('2', { Date: 'Total' })] })
    expect(drafts.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([['2026-05-27', '2026-05-27'], ['2026-05-28', '2026-05-28'], ['', '']])
  })

  it('is the same in the winter of California', () => {
    expect(readFigureTable({ rows: [IG, ig('1', { 'Publish time': '12/26/2026 23:30' })] }).drafts[0]?.subject.publishedAt).toBe('2026-12-27T07:30:00.000Z')
  })
})

const languages: [string, string[], string[]][] = [
  ['nl', ['Bericht-ID', 'Pagina-ID', 'Paginanaam', 'Titel', 'Omschrijving', 'Publicatietijdstip', 'Permalink', 'Berichttype', 'Datum', 'Weergaven', 'Bereik', 'Reacties, opmerkingen en deelacties', 'Reacties', 'Opmerkingen', 'Deelacties'], ['9', '1', 'Museum', 'kort', 'een langere tekst', '03/02/2026 10:00', 'https://f.example/9', 'Foto', 'Levenslang', '50', '40', '6', '3', '2', '1']],
  ['sv', ['Publicerings-id', 'Sid-id', 'Sidnamn', 'Titel', 'Beskrivning', 'Publiceringstid', 'Permalänk', 'Inläggstyp', 'Datum', 'Visningar', 'Räckvidd', 'Reaktioner, kommentarer och delningar', 'Reaktioner', 'Kommentarer', 'Delningar'], ['9', '1', 'Museum', 'kort', 'en längre text', '03/02/2026 10:00', 'https://f.example/9', 'Foto', 'Livstid', '50', '40', '6', '3', '2', '1']],
  ['es', ['Identificador de la publicación', 'Identificador de la página', 'Nombre de la página', 'Título', 'Descripción', 'Hora de publicación', 'Enlace permanente', 'Tipo de publicación', 'Fecha', 'Visualizaciones', 'Alcance', 'Reacciones, comentarios y veces que se compartió', 'Reacciones', 'Comentarios', 'Veces que se compartió'], ['9', '1', 'Museo', 'corto', 'un texto más largo', '03/02/2026 10:00', 'https://f.example/9', 'Foto', 'Total', '50', '40', '6', '3', '2', '1']],
  ['fr', ['Identifiant de la publication', 'ID de la Page', 'Nom de la page', 'Titre', 'Description', 'Heure de publication', 'Permalien', 'Type de publication', 'Date', 'Vues', 'Couverture', 'Réactions, commentaires et partages', 'Réactions', 'Commentaires', 'Partages'], ['9', '1', 'Musée', 'court', 'un texte plus long', '03/02/2026 10:00', 'https://f.example/9', 'Photo', 'À vie', '50', '40', '6', '3', '2', '1']],
  ['nb', ['Innleggs-ID', 'Side-ID', 'Sidenavn', 'Tittel', 'Beskrivelse', 'Publiseringstidspunkt', 'Permalenke', 'Innleggstype', 'Dato', 'Visninger', 'Rekkevidde', 'Reaksjoner, kommentarer og delinger', 'Reaksjoner', 'Kommentarer', 'Delinger'], ['9', '1', 'Museum', 'kort', 'en lengre tekst', '03/02/2026 10:00', 'https://f.example/9', 'Bilde', 'Livstid', '50', '40', '6', '3', '2', '1']],
  ['it', ['Identificativo del post', 'ID pagina', 'Nome pagina', 'Titolo', 'Descrizione', 'Orario di pubblicazione', 'Link permanente', 'Tipo di post', 'Data', 'Visualizzazioni', 'Copertura', 'Reazioni, commenti e condivisioni', 'Reazioni', 'Commenti', 'Condivisioni'], ['9', '1', 'Museo', 'corto', 'un testo più lungo', '03/02/2026 10:00', 'https://f.example/9', 'Immagine', 'Sempre', '50', '40', '6', '3', '2', '1']]
]

describe('a post of Instagram in other languages', () => {
  it.each([
    ['nb', ['Innleggs-ID', 'Konto-ID', 'Brukernavn for konto', 'Beskrivelse', 'Publiseringstidspunkt', 'Permalenke', 'Innleggstype', 'Datakommentar', 'Dato', 'Visninger', 'Rekkevidde', 'Likerklikk', 'Delinger', 'Følger', 'Kommentarer', 'Lagringer'], 'IG-karusell'],
    ['it', ['Identificativo del post', 'ID account', 'Nome utente dell’account', 'Descrizione', 'Orario di pubblicazione', 'Link permanente', 'Tipo di post', 'Commento sui dati', 'Data', 'Visualizzazioni', 'Copertura', 'Mi piace', 'Condivisioni', 'Follower', 'Commenti', 'Salvataggi'], 'Carosello IG']
  ])('is read in %s', (_language, header, type) => {
    const { drafts, accounts } = readFigureTable({ rows: [header, ['9', '1', 'museum', 'Hei', '03/02/2026 10:00', 'https://www.instagram.com/p/9/', type, '', 'Livstid', '50', '40', '3', '1', '2', '4', '5']] })
    expect(drafts[0]).toMatchObject({ subject: { key: '9', text: 'Hei', format: 'carousel', publishedAt: '2026-03-02T18:00:00.000Z' }, startsOn: '', values: { views: 50, reach: 40, likes: 3, shares: 1, comments: 4, saves: 5, new_followers: 2 } })
    expect(accounts[0]?.name).toBe('museum')
  })
})

describe('a video of YouTube in other languages', () => {
  it.each([
    ['nb', ['Innhold', 'Videotittel', 'Publiseringstidspunkt for video', 'Visninger', 'Seertid (timer)', 'Eksponeringer'], 'Totalt'],
    ['nl', ['Content', 'Videotitel', 'Publicatietijd van video', 'Weergaven', 'Kijktijd (uren)', 'Vertoningen'], 'Totaal'],
    ['it', ['Contenuti', 'Titolo video', 'Ora pubblicazione video', 'Visualizzazioni', 'Tempo di visualizzazione (ore)', 'Impressioni'], 'Totale']
  ])('is read in %s, without the row of totals', (_language, header, total) => {
    const { drafts } = readFigureTable({ rows: [header, [total, '', '', '90', '3', '800'], ['dQw4w9WgXcQ', 'Film', 'Feb 19, 2023', '40', '1.5', '600']], answers: { period: 'lifetime' } })
    expect(drafts).toMatchObject([{ subject: { key: 'dQw4w9WgXcQ', title: 'Film' }, values: { views: 40, impressions: 600, watch_seconds: 5400 } }])
  })
})

describe('a post of Facebook', () => {
  it.each(languages)('is read in %s: the longer of title and description is its text', (_language, header, row) => {
    const { drafts } = readFigureTable({ rows: [header, row] })
    expect(drafts[0]).toMatchObject({ subject: { key: '9', text: row[4], format: 'image', publishedAt: '2026-03-02T18:00:00.000Z' }, startsOn: '', values: { views: 50, reach: 40, engagements: 6, likes: 3, comments: 2, shares: 1 } })
  })
})

const X = ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes', 'Bookmarks', 'Shares', 'Replies', 'Reposts', 'URL Clicks']

describe('a post of X', () => {
  it('has the time of its id, plain signs, and figures under names that can be compared', () => {
    const { drafts } = readFigureTable({ rows: [X, ['2088707180693113679', 'Sat, Aug 15, 2026', 'Tea &amp; &quot;prints&quot;', 'https://x.com/museum/status/2088707180693113679', '44', '1', '2', '3', '4', '5', '6']] })
    expect(drafts[0]).toMatchObject({ subject: { key: '2088707180693113679', text: 'Tea & "prints"', publishedAt: '2026-08-15T19:19:32.837Z' }, values: { impressions: 44, likes: 1, saves: 2, comments: 4, shares: 5, link_clicks: 6 }, more: { shares: 3 } })
  })

  it('with a damaged id is known by its link, and refused without one', () => {
    const { drafts, skipped } = readFigureTable({ rows: [X, ['6.49E+17', 'Sat, Aug 1, 2026', 'a', 'https://x.com/n/status/1950000000000000001', '5'], ['6.49E+17', 'Sat, Aug 1, 2026', 'b', '', '5']] })
    expect(drafts.map(({ subject }) => subject.key)).toEqual(['1950000000000000001'])
    expect(skipped).toEqual([{ line: 3, reason: 'damaged-id' }])
  })

  it('before 2010 has the time that the file gives', () => {
    const { drafts } = readFigureTable({ rows: [['Tweet id', 'Tweet permalink', 'Tweet text', 'time', 'impressions', 'retweets', 'favorites'], ['20555555', 'https://twitter.com/n/status/20555555', 'old', '2009-01-31 23:32 +0000', '2633.0', '5.0', '7.0']] })
    expect(drafts[0]).toMatchObject({ subject: { key: '20555555', publishedAt: '2009-01-31T23:32:00.000Z' }, values: { impressions: 2633, shares: 5, likes: 7 } })
  })
})

describe('a post of LinkedIn', () => {
  const header = ['Post title', 'Post link', 'Post type', 'Campaign name', 'Created date', 'Impressions', 'Views', 'Clicks', 'Likes', 'Reposts', 'Content Type']

  it('is known by the number of its link, which also holds its time', () => {
    const { drafts } = readFigureTable({ rows: [['Content of the last 365 days'], header, ['Words', 'https://www.linkedin.com/feed/update/urn:li:activity:7407682070924059013', 'Organic', '', '12/18/2025', '637', '12', '9', '16', '2', 'Document']] })
    expect(drafts[0]).toMatchObject({ subject: { kind: 'post', key: '7407682070924059013', text: 'Words', format: 'document', publishedAt: '2025-12-19T07:23:53.785Z' }, values: { impressions: 637, video_views: 12, clicks: 9, likes: 16, shares: 2 } })
  })

  it('that was paid for is kept among ads', () => {
    const { drafts } = readFigureTable({ rows: [header, ['Words', 'https://www.linkedin.com/feed/update/urn:li:share:7407682070924059013', 'Sponsored', 'Spring', '12/18/2025', '637', '', '9', '16', '2', '']] })
    expect(drafts[0]?.subject).toMatchObject({ kind: 'ad', campaign: 'Spring' })
  })

  it('of a creator is joined from two tables that stand side by side', () => {
    const a = 'https://www.linkedin.com/feed/update/urn:li:activity:7062003331894151130'
    const b = 'https://www.linkedin.com/feed/update/urn:li:activity:7062003331894151999'
    const rows = [['Maximum of 50 posts'], [], ['Post URL', 'Post publish date', 'Engagements', '', 'Post URL', 'Post publish date', 'Impressions'], [a, '5/10/2023', '192', '', b, '5/11/2023', '9000'], [b, '5/11/2023', '80', '', a, '5/10/2023', '8406']]
    const { drafts, sums } = readFigureTable({ rows, sheet: 'TOP POSTS', fileName: 'Content_2023-05-01_2023-05-28_Ada.xlsx' })
    expect(drafts.map(({ values, startsOn, endsOn }) => [values, startsOn, endsOn])).toEqual([[{ engagements: 192, impressions: 8406 }, '2023-05-01', '2023-05-28'], [{ engagements: 80, impressions: 9000 }, '2023-05-01', '2023-05-28']])
    expect(sums).toEqual({ engagements: 272, impressions: 17406 })
  })
})

describe('a post of the networks of films', () => {
  const header = ['Content', 'Video title', 'Video publish time', 'Duration', 'Views', 'Watch time (hours)', 'Subscribers', 'Estimated revenue (USD)']
  const rows = [header, ['Total', '', '', '', '900', '10', '5', '3'], [' -abc_DEF', 'Film', 'Feb 19, 2023', '394', '400', '2.5', '-3', '1.5']]

  it('on YouTube counts the period that the name of the archive tells; its total is no film', () => {
    const { drafts, skipped, questions } = readFigureTable({ rows, fileName: 'Content 2023-09-04_2025-11-14 Museum.zip', entry: 'Table data.csv' })
    expect(drafts[0]).toMatchObject({ startsOn: '2023-09-04', endsOn: '2025-11-14', subject: { key: '-abc_DEF', title: 'Film', format: 'video' }, values: { views: 400, watch_seconds: 9000, new_followers: -3, revenue: 1.5 } })
    expect({ skipped, questions }).toEqual({ skipped: [{ line: 2, reason: 'totals' }], questions: [] })
  })

  it('on YouTube without a period asks for it, and takes an answer', () => {
    expect(readFigureTable({ rows }).questions).toEqual([{ code: 'period', required: false }])
    expect(readFigureTable({ rows, answers: { period: { from: '2026-01-01', to: '2026-01-31' } } }).drafts[0]).toMatchObject({ startsOn: '2026-01-01', endsOn: '2026-01-31' })
  })

  it('on TikTok has the time of its id where the file has no year', () => {
    const link = 'https://www.tiktok.com/@museum/video/7527623001610156102'
    const { drafts, questions } = readFigureTable({ rows: [['Time', 'Video title', 'Video link', 'Post time', 'Total likes', 'Total comments', 'Total shares', 'Total views'], ['February 28', 'Words', link, 'July 16', '533', '32', '16', '191265']] })
    expect(drafts[0]).toMatchObject({ subject: { key: '7527623001610156102', text: 'Words', publishedAt: '2025-07-16T10:21:48.000Z' }, values: { likes: 533, views: 191265 } })
    expect(questions).toEqual([])
  })
})

describe('own posts of an archive', () => {
  it('of X are posts with likes; what was only passed on is not one’s own', () => {
    const { drafts, skipped } = readFigureTable({ shape: 'items', sheet: 'x.archive.tweets', rows: [['id', 'date', 'text', 'favorite_count', 'retweet_count', 'reply', 'retweet'], ['1855222380981800616', '2024-11-09T12:14:18Z', '@ada yes', '3', '1', 'TRUE', ''], ['1855222380981800617', '2024-11-09T12:14:18Z', 'RT @x', '0', '9', '', 'TRUE']] })
    expect(drafts[0]).toMatchObject({ subject: { kind: 'post', format: 'reply', permalink: 'https://x.com/i/web/status/1855222380981800616' }, values: { likes: 3, shares: 1 } })
    expect(skipped).toEqual([{ line: 3, reason: 'not-own' }])
  })

  it('of Mastodon have words without tags', () => {
    const { drafts } = readFigureTable({ shape: 'items', sheet: 'mastodon.outbox', rows: [['kind', 'date', 'id', 'content', 'reply', 'media', 'public'], ['post', '2022-11-08T03:07:14Z', 'https://social.example/users/m/statuses/1', '<p>One &amp; <a href="x">two</a><br>three</p><p>four</p>', '', '', 'TRUE']] })
    expect(drafts[0]?.subject).toMatchObject({ text: 'One & two\nthree\n\nfour', permalink: 'https://social.example/users/m/statuses/1', publishedAt: '2022-11-08T03:07:14.000Z' })
  })

  it('of LinkedIn have their lines without the quotes between them', () => {
    const { drafts } = readFigureTable({ rows: [['Date', 'ShareLink', 'ShareCommentary', 'SharedUrl', 'MediaUrl', 'Visibility'], ['2021-06-15 16:37:00', 'https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A6810000000000000001', 'One"\n"two', '', '', 'MEMBER_NETWORK']] })
    expect(drafts[0]?.subject).toMatchObject({ key: '6810000000000000001', text: 'One\ntwo' })
  })
})
