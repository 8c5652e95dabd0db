import { describe, expect, it } from 'vitest'
import type { AppInputs } from '../../src/shared/contract'
import { csvText, makeWorkbook, putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'
import { addFiles, photographPaths, startTestCore, type TestCore } from '../support/test-core'

const OWN_HEADER = ['Date', 'Time', 'Zone', 'Channels', 'Text', 'Title', 'Link', 'First comment', 'Media', 'Alt text', 'Labels', 'Pillar', 'Campaign', 'Owner', 'Status', 'Format', 'Notes', 'Id']
const BUFFER_HEADER = ['Text', 'Image URL', 'Tags', 'Posting Time']

type Options = NonNullable<AppInputs['imports']['previewSchedule']['options']>

interface Desk {
  core: TestCore
  clientId: string
  give(name: string, content: string | Buffer): Promise<string>
  preview(files: string[], options?: Options): ReturnType<TestCore['client']['imports']['previewSchedule']>
  take(files: string[], options?: Options): ReturnType<TestCore['client']['imports']['commitSchedule']>
}

async function openDesk(): Promise<Desk> {
  const core = await startTestCore()
  const folder = await tempFolder()
  const { id: clientId } = await core.client.clients.create({ name: 'Fjord', zone: 'Europe/Oslo' })
  const preview: Desk['preview'] = (files, options = {}) => core.client.imports.previewSchedule({ clientId, files, options })
  return {
    core,
    clientId,
    preview,
    give: async (name, content) => core.registerPath(await putFile(folder, name, content)),
    async take(files, options = {}) {
      const { totals } = await preview(files, options)
      return core.client.imports.commitSchedule({ clientId, files, options, expect: { new: totals.new, changed: totals.changed } })
    }
  }
}

const row = (values: Partial<Record<(typeof OWN_HEADER)[number], string>>): string[] => OWN_HEADER.map((name) => values[name] ?? '')
const bufferFile = (...rows: string[][]) => csvText([BUFFER_HEADER, ...rows])

describe('a plan of posts', () => {
  it('becomes posts with words, time, channel, picture, labels and state, and one undo takes exactly those away', async () => {
    const desk = await openDesk()
    const { core, clientId } = desk
    await addFiles(core, clientId, photographPaths(1))
    const asset = (await core.client.assets.list({ clientId })).assets[0]!
    const channel = await core.client.channels.create({ clientId, network: 'instagram', name: 'Fjord', handle: 'fjord' })
    const kept = await core.client.posts.create({ clientId, text: 'made by hand' })
    const file = await desk.give('plan.csv', csvText([
      OWN_HEADER,
      row({ Date: '2026-12-01', Time: '09:00', Channels: 'Instagram', Text: 'First snow\non the pier', Media: asset.fileName.toUpperCase(), 'Alt text': 'Snow', Labels: 'winter, pier', Status: 'Scheduled' }),
      row({ Date: '2026-12-02', Time: '18:30', Zone: 'America/New_York', Text: 'Evening', Status: 'Draft', Notes: 'ask Kari' })
    ]))
    const { postIds } = await desk.take([file])
    const [first, second] = await Promise.all(postIds.map((postId) => core.client.posts.get({ clientId, postId })))
    expect(first).toMatchObject({
      text: 'First snow\non the pier',
      labels: ['pier', 'winter'],
      planned: { date: '2026-12-01', time: '09:00', zone: 'Europe/Oslo', instant: '2026-12-01T08:00:00.000Z' },
      media: [{ assetId: asset.id, altText: 'Snow' }],
      variants: [{ channelId: channel.id, state: 'scheduled' }]
    })
    expect(second).toMatchObject({ notes: 'ask Kari', planned: { time: '18:30', zone: 'America/New_York' } })
    await core.client.history.undo({ clientId })
    expect((await core.client.posts.listIds({ clientId })).ids).toEqual([kept.id])
  })

  it('changes nothing when the same file comes again, whatever its name', async () => {
    const desk = await openDesk()
    const text = bufferFile(['One', '', 'a', '2026-12-01 09:00'], ['Photo of the day', '', '', '2026-12-02 09:00'], ['Photo of the day', '', '', '2026-12-02 15:00'])
    await desk.take([await desk.give('october.csv', text)])
    const again = [await desk.give('renamed.txt', text)]
    expect((await desk.preview(again)).totals).toMatchObject({ new: 0, changed: 0, same: 3 })
    await expect(desk.take(again)).rejects.toMatchObject({ code: 'validation.nothing-selected' })
    expect((await desk.core.client.posts.listIds({ clientId: desk.clientId })).ids).toHaveLength(3)
  })

  it('changes only what a later file says otherwise, and leaves what a person changed since', async () => {
    const desk = await openDesk()
    const { core, clientId } = desk
    const { postIds } = await desk.take([await desk.give('a.csv', bufferFile(['Opening hours', '', 'news', '2026-12-01 09:00']))])
    const postId = postIds[0]!
    await core.client.posts.update({ clientId, postId, title: 'By hand', labels: ['news', 'mine'] })
    const later = [await desk.give('b.csv', bufferFile(['Opening hours', '', 'news,winter', '2026-12-01 11:30']))]
    const { items } = await desk.preview(later)
    expect(items).toMatchObject([{ status: 'changed', postId, changes: ['labels', 'planned'] }])
    await desk.take(later)
    const post = await core.client.posts.get({ clientId, postId })
    expect(post).toMatchObject({ title: 'By hand', text: 'Opening hours', labels: ['mine', 'news', 'winter'], planned: { time: '11:30' } })
    await core.client.history.undo({ clientId })
    expect((await core.client.posts.get({ clientId, postId })).planned).toMatchObject({ time: '09:00' })
    expect((await desk.preview(later)).totals).toMatchObject({ changed: 1 })
  })

  it('knows a post with new words by its time and channels, and adds one of another day beside it', async () => {
    const desk = await openDesk()
    await desk.take([await desk.give('a.csv', bufferFile(['Photo of the day', '', '', '2026-12-01 09:00']))])
    const { items } = await desk.preview([await desk.give('b.csv', bufferFile(['Picture of the day', '', '', '2026-12-01 09:00'], ['Photo of the day', '', '', '2027-01-01 09:00']))])
    expect(items.map(({ status, changes }) => [status, changes])).toEqual([['changed', ['text']], ['new', []]])
  })

  it('in our own layout is held against the posts themselves: nothing changes but what the sheet says otherwise', async () => {
    const desk = await openDesk()
    const { core, clientId } = desk
    const channel = await core.client.channels.create({ clientId, network: 'instagram', name: 'Fjord' })
    const made = await core.client.posts.create({ clientId, title: 'Snow', text: '=SUM(1) first', labels: ['pier', 'winter'], planned: { date: '2026-12-01', time: '09:00' }, variants: [{ channelId: channel.id }] })
    await core.client.posts.updateVariant({ clientId, variantId: made.variants[0]!.id, text: 'only here' })
    const line = { Date: '2026-12-01', Time: '09:00', Zone: 'Europe/Oslo', Channels: 'Fjord', Title: 'Snow', Labels: 'pier, winter', Id: made.id }
    const sheet = async (...rows: Partial<Record<(typeof OWN_HEADER)[number], string>>[]) => [await desk.give('plan.csv', csvText([OWN_HEADER, ...rows.map(row)]))]
    const asExported = await sheet({ ...line, Text: 'only here' }, { ...line, Text: "'=SUM(1) first", Id: `${made.id}/2` })
    expect((await desk.preview(asExported)).totals).toMatchObject({ new: 0, changed: 0, same: 2 })
    const edited = await sheet({ ...line, Text: "'=SUM(2) second", Time: '10:30', Labels: 'winter' })
    expect((await desk.preview(edited)).items).toMatchObject([{ status: 'changed', postId: made.id, changes: ['text', 'labels', 'planned'] }])
    await desk.take(edited)
    expect(await core.client.posts.get({ clientId, postId: made.id })).toMatchObject({ text: '=SUM(2) second', labels: ['winter'], planned: { time: '10:30' } })
    expect((await desk.preview(edited)).totals).toMatchObject({ changed: 0, same: 1 })
  })

  it('is written whole or not at all, and only as it was shown', async () => {
    const desk = await openDesk()
    const files = [await desk.give('a.csv', bufferFile(['One', '', '', '2026-12-01 09:00']))]
    const { client } = desk.core
    await expect(client.imports.commitSchedule({ clientId: desk.clientId, files, expect: { new: 2, changed: 0 } })).rejects.toMatchObject({ code: 'conflict.import-changed' })
    expect((await client.posts.listIds({ clientId: desk.clientId })).ids).toEqual([])
    await expect(desk.preview(['made-up'])).rejects.toMatchObject({ code: 'not-found.file-token' })
    await expect(desk.preview(files, { zone: 'Moon/Crater' })).rejects.toMatchObject({ code: 'validation.zone' })
  })
})

describe('what a plan leaves open', () => {
  it('asks for the order of day and month where no row settles it, and takes the answer', async () => {
    const desk = await openDesk()
    const files = [await desk.give('a.csv', bufferFile(['One', '', '', '03/04/2026 09:00'], ['Two', '', '', '05/06/2026 09:00']))]
    const open = await desk.preview(files)
    expect(open.questions).toContainEqual({ kind: 'date-order', file: 0, column: 'Posting Time', doubt: 'tied', example: '03/04/2026 09:00', rows: 2 })
    expect(open.totals).toMatchObject({ new: 0, error: 2 })
    const answered = await desk.preview(files, { order: 'dmy' })
    expect(answered.questions).not.toContainEqual(expect.objectContaining({ kind: 'date-order' }))
    expect(answered.items.map(({ planned }) => planned?.date)).toEqual(['2026-04-03', '2026-06-05'])
  })

  it('asks which of two channels is meant, and which one rows without a channel go to', async () => {
    const desk = await openDesk()
    const { client } = desk.core
    const { clientId } = desk
    const [first, second] = [await client.channels.create({ clientId, network: 'instagram', name: 'Shop' }), await client.channels.create({ clientId, network: 'instagram', name: 'Museum' })]
    const files = [await desk.give('a.csv', csvText([OWN_HEADER, row({ Text: 'A', Channels: 'instagram', Zone: 'Europe/Oslo' }), row({ Text: 'B', Channels: 'Museum' }), row({ Text: 'C' })]))]
    const open = await desk.preview(files)
    expect(open.questions).toEqual([
      { kind: 'channel', name: 'instagram', network: 'instagram', channelIds: [first.id, second.id], rows: 1 },
      { kind: 'default-channels', rows: 1 }
    ])
    expect(open.items.map(({ channelIds }) => channelIds)).toEqual([[], [second.id], []])
    const answered = await desk.preview(files, { channels: [{ name: 'instagram', channelId: first.id }], defaultChannelIds: [second.id] })
    expect(answered.items.map(({ channelIds }) => channelIds)).toEqual([[first.id], [second.id], [second.id]])
  })

  it('lists pictures that are not in the library and keeps their names with the post', async () => {
    const desk = await openDesk()
    const files = [await desk.give('a.csv', bufferFile(['One', 'https://example.org/pier.jpg', '', '2026-12-01 09:00']))]
    expect((await desk.preview(files)).totals.missingMedia).toEqual(['https://example.org/pier.jpg'])
    const { postIds } = await desk.take(files)
    expect((await desk.core.client.posts.get({ clientId: desk.clientId, postId: postIds[0]! })).sources).toBe('https://example.org/pier.jpg')
  })

  it('remembers where a person said that a column goes, for the next sheet with that column', async () => {
    const desk = await openDesk()
    const sheet = (text: string) => csvText([['Ting', 'Stund', 'Ord'], ['x', '2026-12-01 09:00', text]])
    const files = [await desk.give('a.csv', sheet('Hei'))]
    const { tables } = await desk.preview(files)
    expect(tables[0]).toMatchObject({ format: { id: 'spreadsheet' }, columns: [{ header: 'Ting', target: null }, { header: 'Stund', target: null }, { header: 'Ord', target: null }] })
    const mapping = [
      { format: 'spreadsheet', key: 'stund', header: 'Stund', target: 'dateTime' as const },
      { format: 'spreadsheet', key: 'ord', header: 'Ord', target: 'text' as const },
      { format: 'spreadsheet', key: 'ting', header: 'Ting', target: 'ignore' as const }
    ]
    await desk.take(files, { mapping })
    const next = await desk.preview([await desk.give('b.csv', sheet('Hallo'))])
    expect(next.items).toMatchObject([{ status: 'changed', excerpt: 'Hallo', planned: { date: '2026-12-01', time: '09:00' } }])
    const { mappings } = await desk.core.client.imports.listMappings({ clientId: desk.clientId })
    expect(mappings).toEqual([...mapping].sort((a, b) => (a.key < b.key ? -1 : 1)))
  })

  it('hands answers about columns on to a colleague, and takes one back', async () => {
    const desk = await openDesk()
    const { client } = desk.core
    const { clientId } = desk
    const mapping = { format: 'spreadsheet', key: 'hva', header: 'Hva', target: 'title' as const }
    expect(await client.imports.addMappings({ clientId, mappings: [mapping] })).toEqual({ changed: 1 })
    expect(await client.imports.addMappings({ clientId, mappings: [mapping] })).toEqual({ changed: 0 })
    await client.imports.removeMapping({ clientId, format: 'spreadsheet', key: 'hva' })
    expect((await client.imports.listMappings({ clientId })).mappings).toEqual([])
  })
})

describe('files of a plan', () => {
  it('are workbooks too, with dates as Excel keeps them', async () => {
    const desk = await openDesk()
    const book = await makeWorkbook({
      formats: ['yyyy-mm-dd hh:mm', 'dd/mm/yyyy'],
      sheets: [
        { name: 'Notes', rows: [['Remember the milk']] },
        { name: 'Plan', rows: [['Content plan December'], [], ['When', 'Channel', 'Copy'], [{ value: 46357.375, style: 1 }, 'Insta', 'First'], [{ value: 46358, style: 2 }, 'FB', 'Second']] }
      ]
    })
    const { tables, items } = await desk.preview([await desk.give('plan.bin', book)])
    expect(tables).toMatchObject([{ container: 'xlsx', sheet: 'Plan', format: { id: 'spreadsheet' }, rows: 2 }])
    expect(items).toMatchObject([
      { line: 4, excerpt: 'First', networks: ['instagram'], planned: { date: '2026-12-01', time: '09:00' } },
      { line: 5, excerpt: 'Second', networks: ['facebook'], planned: { date: '2026-12-02', time: '09:00' } }
    ])
  })

  it('of a tool that publishes no layout, such as Later, are read by the words in their head', async () => {
    const desk = await openDesk()
    await desk.core.client.channels.create({ clientId: desk.clientId, network: 'instagram', name: 'Fjord' })
    const head = ['Social Profiles', 'Caption', 'Scheduled Time', 'Media', 'Status', 'First Comment', 'Link in Bio URL']
    const { items } = await desk.preview([await desk.give('later.csv', csvText([head, ['Instagram', 'Boats', '2026-12-03 10:00', 'boats.jpg', 'Scheduled', '#sea', 'https://example.org']]))])
    expect(items).toMatchObject([{ excerpt: 'Boats', networks: ['instagram'], planned: { date: '2026-12-03', time: '10:00' }, media: [{ name: 'boats.jpg' }] }])
    expect(items[0]?.channelIds).toHaveLength(1)
  })

  it('that cannot be read cost one line each, and the others go on', async () => {
    const desk = await openDesk()
    const files = [await desk.give('a.csv', bufferFile(['One', '', '', '2026-12-01 09:00'])), await desk.give('b.csv', Buffer.from('%PDF-1.7 nothing')), await desk.give('c.csv', 'a,b\n1,"open')]
    const { refused, totals } = await desk.preview(files)
    expect(totals.new).toBe(1)
    expect(refused).toMatchObject([
      { file: 1, name: 'b.csv', error: { code: 'unsupported.import-kind', data: { reason: 'pdf' } } },
      { file: 2, name: 'c.csv', error: { code: 'corrupt.import', data: { detail: 'quote-open', line: 2 } } }
    ])
  })

  it('name each rejected row with line, column, value and reason', async () => {
    const desk = await openDesk()
    const files = [await desk.give('a.csv', bufferFile(['Fine', '', '', '2026-12-01 09:00'], ['Two\nlines', '', '', '2026-02-30 09:00'], ['Bad', '', '', 'soon'], ['', '', '', '2026-12-04 09:00']))]
    const { items } = await desk.preview(files)
    expect(items.filter(({ status }) => status === 'error').map(({ line, problems }) => ({ line, problems: problems.map(({ column, code, value }) => [column, code, value]) }))).toEqual([
      { line: 3, problems: [['Posting Time', 'date-impossible', '2026-02-30 09:00']] },
      { line: 5, problems: [['Posting Time', 'date-unreadable', 'soon']] },
      { line: 6, problems: [['', 'nothing-to-post', '']] }
    ])
  })

  it('are told for what they are without a client', async () => {
    const desk = await openDesk()
    const { tables } = await desk.core.client.imports.detect({ files: [await desk.give('x.csv', bufferFile(['One', 'a.jpg', '', '2026-12-01 09:00']))] })
    expect(tables).toMatchObject([{ format: { id: 'buffer', name: 'Buffer' }, facts: { platform: 'buffer', kind: 'schedule', rows: 1, with_image: 1, date_from: '2026-12-01 09:00' } }])
  })
})
