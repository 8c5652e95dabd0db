import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPlain } from '../../src/main/core/db/plain-connection'
import { commitFigures, dumpFigures, importFigures, readFigures, rowsOf } from '../support/figure-imports'
import { putDays, putPosts } from '../support/figure-files'
import { columnSignature } from '../../src/shared/features/figures/reading/mapped-layout'
import { startTestCore, type TestCore } from '../support/test-core'
import { putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'

async function museum(networks: string[] = ['tiktok', 'x']): Promise<{ core: TestCore; clientId: string; channelIds: string[] }> {
  const core = await startTestCore()
  const { id: clientId } = await core.client.clients.create({ name: 'Museum', zone: 'Europe/Amsterdam' })
  const channelIds: string[] = []
  for (const [index, network] of networks.entries()) {
    const channel = await core.client.channels.create({ clientId, network: network as 'x', name: `${network} ${index}`, handle: `museum${index}` })
    channelIds.push(channel.id)
  }
  return { core, clientId, channelIds }
}

const likesByDay = async (home: string, clientId: string): Promise<Record<string, unknown>> =>
  Object.fromEntries((await rowsOf(home, clientId, "SELECT f.starts_on, f.likes FROM figure f JOIN figure_subject s ON s.id = f.subject_id WHERE s.network = 'tiktok' ORDER BY 1")).map(({ starts_on, likes }) => [starts_on, likes]))
const impressionsOf = async (home: string, clientId: string, id: string): Promise<unknown> =>
  (await rowsOf(home, clientId, `SELECT f.impressions FROM figure f JOIN figure_subject s ON s.id = f.subject_id WHERE s.subject_key = '${id}'`))[0]?.['impressions']

describe('a draft of figures', () => {
  it('counts nowhere until it is committed, and leaves nothing when it is discarded', async () => {
    const { core, clientId } = await museum()
    const draft = await readFigures(core, clientId, [await putDays('Overview.csv', { days: 5 }), await putPosts('posts.csv', [{ id: '2088707180693113679', impressions: 44 }])])
    expect(draft.tables).toMatchObject([
      { format: 'tiktok.studio.overview', rows: 5, added: 5, changed: 0, unchanged: 0, from: '2026-05-01', to: '2026-05-05' },
      { format: 'x.content', rows: 1, added: 1, sums: { impressions: 44 } }
    ])
    expect(await dumpFigures(core.home, clientId)).toEqual([])
    expect(await core.client.analytics.choices({ clientId })).toEqual({ formats: [], hashtags: [], first: null, last: null })
    await core.client.figureImports.discard({ clientId, draftId: draft.draftId })
    for (const table of ['figure_row', 'figure_file', 'figure_subject', 'figure_draft', 'figure_draft_file']) expect(await rowsOf(core.home, clientId, `SELECT * FROM ${table}`)).toEqual([])
  })

  it('is cleared when the client is opened anew, and what was committed stays', async () => {
    const { core, clientId } = await museum()
    await importFigures(core, clientId, [await putDays('a.csv', { days: 3 })])
    const left = await readFigures(core, clientId, [await putDays('b.csv', { days: 3, first: '2026-06-01' })])
    await core.close()
    const again = await startTestCore({ home: core.home })
    await expect(again.client.figureImports.draft({ clientId, draftId: left.draftId })).rejects.toMatchObject({ code: 'not-found.figure-draft' })
    expect(await rowsOf(core.home, clientId, 'SELECT * FROM figure_row')).toHaveLength(3)
    expect(await dumpFigures(core.home, clientId)).toHaveLength(3)
  })

  it('tells a file that cannot be read by one line, and reads the others', async () => {
    const { core, clientId } = await museum()
    const folder = await tempFolder()
    const draft = await readFigures(core, clientId, [await putFile(folder, 'broken.xlsx', 'PK\u0003\u0004 not a workbook'), await putDays('a.csv', { days: 2 })])
    expect(draft.refused).toMatchObject([{ file: 0, name: 'broken.xlsx' }])
    expect(draft.totals).toMatchObject({ added: 2, files: 1 })
  })

  it('tells a file whose reading broke off for no known reason, keeps nothing of it, and reads the others', async () => {
    const { core, clientId } = await museum()
    const broken = await putPosts('posts.csv', [{ id: '2088707180693113679', impressions: 44 }, { id: '2088707180693113680', impressions: 6 }])
    const beside = await openPlain(join(core.home, 'workspaces', clientId, 'workspace.sqlite'), 'write')
    await beside.all("CREATE TRIGGER break_off BEFORE INSERT ON figure_row WHEN NEW.impressions = 44 BEGIN SELECT RAISE(ABORT, 'broken off'); END")
    await beside.close()
    const draft = await readFigures(core, clientId, [broken, await putDays('a.csv', { days: 2 })])
    expect(draft.refused).toMatchObject([{ file: 0, name: 'posts.csv', error: { code: 'internal.unexpected' } }])
    expect(draft.totals).toMatchObject({ added: 2, files: 1 })
    await commitFigures(core, clientId, draft)
    expect(await rowsOf(core.home, clientId, "SELECT name FROM figure_file")).toEqual([{ name: 'a.csv' }])
  })

  it('names what nobody knows, with headers and samples to map it by, and reads it once it is mapped', async () => {
    const { core, clientId } = await museum()
    const path = await putFile(await tempFolder(), 'own.csv', 'Kode;Dag;Hartjes\nabc-1;2026-05-01;7\nabc-2;2026-05-02;9\n')
    const draft = await readFigures(core, clientId, [path])
    expect(draft.unknown).toMatchObject([{ headerLine: 1, columns: [{ header: 'Kode', samples: ['abc-1', 'abc-2'] }, { header: 'Dag' }, { header: 'Hartjes', samples: ['7', '9'] }] }])
    const { signature = '', columns = [] } = draft.unknown[0] ?? {}
    const [code, , hearts] = columns
    const layout = { signature, name: 'Our own sheet', network: 'x', subject: 'post' as const, span: 'lifetime' as const, columns: { [code?.key ?? '']: { role: 'id' as const }, dag: { role: 'published' as const }, [hearts?.key ?? '']: { figure: 'likes' } } }
    expect(await core.client.figureImports.putLayouts({ clientId, layouts: [layout] })).toEqual({ changed: 1 })
    const mapped = await readFigures(core, clientId, [path])
    expect(mapped.tables).toMatchObject([{ mapped: true, added: 2, sums: { likes: 16 } }])
    expect((await core.client.figureImports.listLayouts({ clientId })).layouts).toEqual([layout])
  })
})

describe('a column that nobody knows in a known export', () => {
  it('is shown with its first values, said once, and counts in what came in before it was said', async () => {
    const { core, clientId } = await museum()
    const head = 'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Sparkles'
    const path = await putFile(await tempFolder(), 'content.csv', `${head}\n2088707180693113679,"Sat, Aug 1, 2026",Hi,https://x.com/museum/status/2088707180693113679,44,3,5,1,0,0,0,0,1200\n`)
    await importFigures(core, clientId, [path])
    const draft = await readFigures(core, clientId, [path])
    const [{ format = '', unknownColumns: [column] = [] } = {}] = draft.tables
    expect([draft.totals.unchanged, column]).toEqual([1, { header: 'Sparkles', key: 'sparkles', samples: ['1200'] }])
    const layout = { signature: columnSignature(format, 'sparkles'), name: 'Sparkles', network: 'x', subject: 'post' as const, span: 'lifetime' as const, format, columns: { sparkles: { figure: 'reach' } } }
    await core.client.figureImports.putLayouts({ clientId, layouts: [layout] })
    const { added } = await importFigures(core, clientId, [path])
    expect([added, (await dumpFigures(core.home, clientId))[0]]).toMatchObject([1, { impressions: 44, reach: 1200 }])
    expect((await readFigures(core, clientId, [path])).tables[0]?.unknownColumns).toEqual([])
  })
})

describe('an import of figures', () => {
  it('adds nothing when the same file comes again, and says that it is known', async () => {
    const { core, clientId } = await museum()
    const path = await putDays('a.csv', { days: 10 })
    const { importId, added } = await importFigures(core, clientId, [path])
    expect(added).toBe(10)
    const before = await dumpFigures(core.home, clientId)
    const again = await importFigures(core, clientId, [path])
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 10 })
    expect(again.draft.tables[0]?.known?.importId).toBe(importId)
    expect(await dumpFigures(core.home, clientId)).toEqual(before)
  })

  it('merges days that overlap: the newer file counts for its days, older days stay', async () => {
    const { core, clientId } = await museum()
    await importFigures(core, clientId, [await putDays('a.csv', { days: 3, cell: () => 1 })])
    const { added, changed } = await importFigures(core, clientId, [await putDays('b.csv', { days: 3, first: '2026-05-03', cell: () => 2 })])
    expect([added, changed]).toEqual([2, 1])
    expect(await likesByDay(core.home, clientId)).toEqual({ '2026-05-01': 1, '2026-05-02': 1, '2026-05-03': 2, '2026-05-04': 2, '2026-05-05': 2 })
  })

  it('lets an older file change nothing that is newer, and fill in what nobody had', async () => {
    const { core, clientId } = await museum()
    await importFigures(core, clientId, [await putDays('new.csv', { days: 3, first: '2026-05-03', cell: () => 2 })])
    const { added, changed, unchanged } = await importFigures(core, clientId, [await putDays('old.csv', { days: 3, cell: () => 1 })])
    expect([added, changed, unchanged]).toEqual([2, 0, 1])
    expect((await likesByDay(core.home, clientId))['2026-05-03']).toBe(2)
  })

  it('counts the newest figures of a post, whatever is missing in the newer file', async () => {
    const { core, clientId } = await museum()
    const [id, other] = ['2088707180693113679', '2088652613742974315']
    await importFigures(core, clientId, [await putPosts('a.csv', [{ id, impressions: 44 }, { id: other, impressions: 5 }])])
    const { added, changed, unchanged } = await importFigures(core, clientId, [await putPosts('b.csv', [{ id, impressions: 60 }])])
    expect([added, changed, unchanged]).toEqual([0, 1, 0])
    expect([await impressionsOf(core.home, clientId, id), await impressionsOf(core.home, clientId, other)]).toEqual([60, 5])
  })

  it('is undone and done again as one step, to the last figure', async () => {
    const { core, clientId } = await museum()
    await importFigures(core, clientId, [await putDays('a.csv', { days: 3, cell: () => 1 })])
    const before = await dumpFigures(core.home, clientId)
    await importFigures(core, clientId, [await putDays('b.csv', { days: 9, cell: () => 2 }), await putPosts('p.csv', [{ id: '2088707180693113679', impressions: 44 }])])
    const after = await dumpFigures(core.home, clientId)
    await core.client.history.undo({ clientId })
    expect(await dumpFigures(core.home, clientId)).toEqual(before)
    await core.client.history.redo({ clientId })
    expect(await dumpFigures(core.home, clientId)).toEqual(after)
  })

  it('is removed from the middle: what came before and after counts', async () => {
    const { core, clientId } = await museum()
    await importFigures(core, clientId, [await putDays('a.csv', { days: 2, cell: () => 1 })])
    const { importId } = await importFigures(core, clientId, [await putDays('b.csv', { days: 4, cell: () => 2 })])
    await importFigures(core, clientId, [await putDays('c.csv', { days: 2, first: '2026-05-04', cell: () => 3 })])
    await core.client.figureImports.remove({ clientId, importId })
    expect(await likesByDay(core.home, clientId)).toEqual({ '2026-05-01': 1, '2026-05-02': 1, '2026-05-04': 3, '2026-05-05': 3 })
    expect((await core.client.figureImports.list({ clientId })).total).toBe(2)
    await core.client.history.undo({ clientId })
    expect((await likesByDay(core.home, clientId))['2026-05-03']).toBe(2)
  })

  it('asks to look again where other figures came in between', async () => {
    const { core, clientId } = await museum()
    const draft = await readFigures(core, clientId, [await putDays('a.csv', { days: 3 })])
    await importFigures(core, clientId, [await putDays('b.csv', { days: 2 })])
    await expect(commitFigures(core, clientId, draft)).rejects.toMatchObject({ code: 'conflict.import-changed' })
    const { added, changed, unchanged } = { added: 1, changed: 0, unchanged: 2 }
    await expect(core.client.figureImports.commit({ clientId, draftId: draft.draftId, expect: { added, changed, unchanged } })).resolves.toMatchObject({ added: 1 })
  })
})

describe('whose figures they are', () => {
  it('is the only channel of the network', async () => {
    const { core, clientId, channelIds } = await museum()
    const { tables } = await readFigures(core, clientId, [await putDays('a.csv', { days: 1 })])
    expect(tables[0]?.accounts).toMatchObject([{ channelId: channelIds[0], origin: 'only' }])
  })

  it('is asked where there are several, and answered once for the files of a drop', async () => {
    const { core, clientId, channelIds } = await museum(['tiktok', 'tiktok'])
    const path = await putDays('a.csv', { days: 2 })
    const open = await readFigures(core, clientId, [path])
    expect([open.questions, open.totals.added]).toMatchObject([[{ kind: 'channel', network: 'tiktok', channelIds, required: true }], 0])
    await expect(commitFigures(core, clientId, open)).rejects.toMatchObject({ code: 'conflict.import-questions' })
    const [question] = open.questions
    const source = question?.kind === 'channel' ? question.source : ''
    const { draft } = await importFigures(core, clientId, [path], { channels: [{ source, channelId: channelIds[1] ?? null }] })
    expect(draft.tables[0]?.accounts).toMatchObject([{ channelId: channelIds[1], origin: 'answered' }])
    expect(await rowsOf(core.home, clientId, 'SELECT DISTINCT channel_id FROM figure_subject')).toEqual([{ channel_id: channelIds[1] }])
  })
})

describe('posts of the plan', () => {
  const planned = { date: '2026-08-15', time: '09:00' }
  const text = 'The winter exhibition opens on Friday with forty photographs that nobody has seen'

  it('are found by figures that come in, are never written to, and are free again once the import is undone', async () => {
    const { core, clientId, channelIds } = await museum()
    const [, channelId = ''] = channelIds
    const { variants } = await core.client.posts.create({ clientId, title: 'Winter', text, planned, variants: [{ channelId }] })
    const { matched } = await importFigures(core, clientId, [await putPosts('p.csv', [{ id: '2088707180693113679', impressions: 44, text: `${text} #museum https://t.co/abc` }])])
    expect(matched.sure + matched.doubtful).toBe(1)
    const matches = () => rowsOf(core.home, clientId, 'SELECT variant_id FROM figure_match')
    expect(await matches()).toEqual([{ variant_id: variants[0]?.id }])
    expect(await rowsOf(core.home, clientId, 'SELECT permalink FROM variant')).toEqual([{ permalink: '' }])
    await core.client.history.undo({ clientId })
    expect(await matches()).toEqual([])
  })
})
