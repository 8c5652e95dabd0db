import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cliJson, runCli } from '../support/cli'
import { rowsOf } from '../support/figure-imports'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { hostileFiles } from '../support/hostile-tables'
import { csvText, makeWorkbook, putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'

interface Imported {
  files: { format: string; network: string; kind: string; rows: number; from: string; to: string; added: number; changed: number; unchanged: number; skipped: object[]; sums?: Record<string, number> }[]
  refused: { path: string; code: string }[]
  questions: { kind: string }[]
  importId?: string
}

const MAIL = [
  'Date: Sun, 14 Dec 2025 12:35:12 +0100', 'To: team@example.org', 'Subject: Ola Nordmann commented on your post', 'From: Facebook <notification@facebookmail.com>', 'Message-ID: <71@facebook.com>',
  'Content-Type: text/html; charset=UTF-8', '', '<p>Ola Nordmann commented on your post.</p><p>&ldquo;Is the shop open too?&rdquo;</p><a href="https://www.facebook.com/nordlys/posts/1?comment_id=71">View</a>', ''
].join('\n')
const HEADER = ['Text', 'Image URL', 'Tags', 'Posting Time']

describe('greenroom import', () => {
  it('tells what files are without a client, and stores nothing', async () => {
    const home = await tempFolder()
    const folder = await tempFolder()
    const plan = await putFile(folder, 'plan.csv', csvText([HEADER, ['One', '', '', '2026-12-01 09:00'], ['Two', '', '', '2026-12-05 10:00']]))
    const figures = await putFile(folder, 'figures.xlsx', await makeWorkbook({ sheets: [{ name: 'One', rows: [['Date', 'Impressions', 'Likes', 'Create Post'], ['Sat, Aug 1, 2026', 10, 2, 1], ['Sun, Aug 2, 2026', 5, 1, 0]] }] }))
    const mail = await putFile(folder, 'notification.eml', MAIL)
    const broken = await putFile(folder, 'z.csv', '%PDF-1.7')
    const { code, json } = await cliJson<Imported>(['import', plan, figures, mail, broken], { home })
    expect(json.files).toMatchObject([
      { format: 'buffer', kind: 'schedule', rows: 2, from: '2026-12-01 09:00', to: '2026-12-05 10:00' },
      { format: 'x.overview', network: 'x', kind: 'daily_metrics', rows: 2, from: '2026-08-01', to: '2026-08-02', sums: { impressions: 15, likes: 3, posts: 1 } },
      { format: 'mail', network: 'facebook', kind: 'notification', rows: 1, author: 'Ola Nordmann', action: 'comment', text: 'Is the shop open too?', comment_id: '71', date: '2025-12-14T11:35:12Z' }
    ])
    expect([code, json.refused]).toMatchObject([5, [{ path: broken, code: 'unsupported.import-kind' }]])
  })

  it('takes a plan in once, says so, and leaves rows with errors out by name', async () => {
    const home = await tempFolder()
    const plan = await putFile(await tempFolder(), 'plan.csv', csvText([HEADER, ['One', '', '', '2026-12-01 09:00'], ['Two', '', '', 'soon']]))
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const args = ['import', '--client', 'North Gallery', plan]
    const dry = await cliJson<Imported>([...args, '--dry-run'], { home })
    expect([dry.code, dry.json.files[0]?.added, dry.json.importId]).toEqual([0, 1, undefined])
    const taken = await cliJson<Imported>(args, { home })
    expect(taken.json.importId).toBeTypeOf('string')
    expect(taken.json.files[0]).toMatchObject({ added: 1, skipped: [{ line: 3, column: 'Posting Time', reason: 'date-unreadable', value: 'soon' }] })
    const again = await cliJson<Imported>(args, { home })
    expect([again.code, again.json.files[0]?.unchanged, again.json.importId]).toEqual([0, 1, undefined])
  })

  it('asks, writes nothing and ends with 2 where the order of dates is open, until it is said', async () => {
    const home = await tempFolder()
    const plan = await putFile(await tempFolder(), 'plan.csv', csvText([HEADER, ['One', '', '', '03/04/2026 09:00']]))
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const args = ['import', '--client', 'North Gallery', plan]
    const open = await cliJson<Imported>(args, { home })
    expect([open.code, open.json.questions, open.json.importId]).toMatchObject([2, [{ kind: 'date-order' }], undefined])
    const said = await cliJson<Imported>([...args, '--date-order', 'dmy'], { home })
    expect([said.code, said.json.files[0]]).toMatchObject([0, { added: 1, from: '2026-04-03 09:00' }])
  })

  it('takes figures and plans of a folder alike, once, and tells each file by its facts', async () => {
    const home = await tempFolder()
    const folder = await tempFolder()
    await putFile(folder, 'plan.csv', csvText([HEADER, ['One', '', '', '2026-12-01 09:00']]))
    await putFile(folder, 'Overview.csv', csvText([['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares', 'Unique Viewers'], ['2026-05-01', '10', '2', '3', '0', '1', '8'], ['2026-05-02', '11', '2', '4', '0', '1', '8']]))
    await putFile(folder, 'notification.eml', MAIL)
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const args = ['import', '--client', 'North Gallery', folder]
    const dry = await cliJson<Imported>([...args, '--dry-run'], { home })
    expect([dry.code, dry.json.importId]).toEqual([0, undefined])
    const taken = await cliJson<Imported>(args, { home })
    expect([taken.code, taken.json.files]).toMatchObject([0, [
      { format: 'mail', network: 'facebook', kind: 'notification', rows: 1, author: 'Ola Nordmann', text: 'Is the shop open too?' },
      { format: 'tiktok.studio.overview', network: 'tiktok', kind: 'daily_metrics', rows: 2, from: '2026-05-01', to: '2026-05-02', sums: { likes: 7 }, added: 2, changed: 0, unchanged: 0, skipped: [] },
      { format: 'buffer', kind: 'schedule', added: 1 }
    ]])
    expect(taken.json).toMatchObject({ refused: [], messagesAdded: 1 })
    const again = await cliJson<Imported>(args, { home })
    expect([again.code, again.json.importId, again.json.files.map(({ added, changed, unchanged }) => [added, changed, unchanged])]).toEqual([0, undefined, [[0, 0, 1], [0, 0, 2], [0, 0, 1]]])
  })

  it('refuses hostile archives and garbage of a folder by a line each, reads the rest, and stores nothing on a dry run', async () => {
    const [home, folder] = [await tempFolder(), await tempFolder()]
    const wanted = ['a bomb', 'an archive in an archive', 'a name that leads up and out', 'an absolute name', 'bytes without meaning', 'a program']
    const hostile = hostileFiles().filter(({ name }) => wanted.includes(name))
    for (const [at, { make }] of hostile.entries()) await putFile(folder, `${at} ${at < 4 ? 'export.zip' : 'figures.csv'}`, await make())
    await putFile(folder, 'Overview.csv', csvText([['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares', 'Unique Viewers'], ['2026-05-01', '10', '2', '3', '0', '1', '8']]))
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const { code, json } = await cliJson<Imported>(['import', '--client', 'North Gallery', folder, '--dry-run'], { home })
    expect(json.refused.map((one) => one.code).sort()).toEqual(hostile.map(({ expects }) => expects.code).sort())
    expect([code, json.files, json.importId]).toMatchObject([5, [{ format: 'tiktok.studio.overview', rows: 1, added: 1 }], undefined])
    const [clientId = ''] = await readdir(join(home, 'workspaces'))
    for (const table of ['figure', 'figure_import', 'figure_row', 'figure_file', 'figure_draft']) expect(await rowsOf(home, clientId, `SELECT * FROM ${table}`)).toEqual([])
  })

  it('shows names and texts of strangers in a terminal as characters that do nothing there', async () => {
    const [home, folder] = [await tempFolder(), await tempFolder()]
    const names = [...HOSTILE_TEXTS, '\u001b]0;owned\u0007\u001b[2J', '\u009b31m\u202Eexe.png', '\rImported 9999\n'].map((text, index) => `${index} ${text.replace('\uD800', '')}`)
    // Nobody takes part in all of them, so that it is asked who the client is.
    const talk = (name: string, at: number, own = at % 2 === 0 ? 'Museum' : 'The museum') => ({
      participants: [{ name }, { name: own }], title: name, thread_path: `inbox/talk_${at}`,
      messages: [{ sender_name: name, timestamp_ms: 1770134400000 + at, content: name }, { sender_name: own, timestamp_ms: 1770134500000 + at, content: name }]
    })
    // Meta writes each byte of UTF-8 as a character of its own.
    const asMeta = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
    // A few files hold them all: many take long to be read.
    for (const [at, group] of [names.slice(0, 17), names.slice(17, 34), ...names.slice(34).map((name) => [name])].entries()) await putFile(folder, `message_${at}.json`, JSON.stringify(talk(asMeta(group.join(' ')), at)))
    await putFile(folder, 'z\u001b[31m.mbox', 'nothing')
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const args = ['import', '--client', 'North Gallery', folder, '--dry-run']
    const { stdout, stderr } = await runCli(args, { home })
    expect(stdout).toContain('Who of')
    expect(`${stdout}${stderr}`.match(/(?!\n)[\p{Cc}\u202E\u2028\u2029]/gu)).toBeNull()
    const { stdout: document } = await runCli([...args, '--json'], { home })
    expect(document.match(/(?!\n)[\p{Cc}\u202E\u2028\u2029]/gu)).toBeNull()
    expect(JSON.stringify(JSON.parse(document))).toContain('\\u001b[2J')
  })

  it('asks for the year of days that have none, stores nothing until it is said, and ends with 2', async () => {
    const home = await tempFolder()
    const path = await putFile(await tempFolder(), 'Overview.csv', csvText([['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares'], ['December 31', '10', '2', '3', '0', '1'], ['January 1', '11', '2', '4', '0', '1']]))
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const args = ['import', '--client', 'North Gallery', path]
    const open = await cliJson<Imported>(args, { home })
    expect([open.code, open.json.questions, open.json.importId]).toMatchObject([2, [{ kind: 'year' }], undefined])
    const said = await cliJson<Imported>([...args, '--year', '2026'], { home })
    expect([said.code, said.json.files[0]]).toMatchObject([0, { added: 2, from: '2025-12-31', to: '2026-01-01' }])
  })
})
