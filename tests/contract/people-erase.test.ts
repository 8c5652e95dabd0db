import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { databaseBytes, startPeople } from '../support/people'
import { addFiles, photographPaths, waitForJob } from '../support/test-core'
import { tempFolder } from '../support/temp-folder'

const onX = { network: 'x' }
/** Words that only this person is told of by, in every place that can hold them. */
const WORDS = ['zebrasecret', 'quagmire', 'Zoltana', 'zoltana_q', 'hushnote', 'draftling', 'replyword', 'labelzz', 'consentword', 'steppy', 'outreachword', 'reasonword', 'olddraft']

async function startKnown() {
  const place = await startPeople()
  const { core, clientId, say, people, inbox } = place
  await addFiles(core, clientId, photographPaths(1))
  const [asset] = (await core.client.assets.list({ clientId })).assets
  const alone = await say('@zoltana_q', 'My zebrasecret is here', '2026-11-18T08:00:00.000Z', { assetIds: [asset?.id ?? ''] })
  await inbox.saveDraft({ clientId, conversationId: alone, text: 'olddraft for Zoltana' })
  await inbox.confirmSent({ clientId, conversationId: alone, text: 'replyword for you', sentAt: '2026-11-18T09:00:00.000Z' })
  await say('@zoltana_q', 'And a quagmire', '2026-11-19T08:00:00.000Z')
  await inbox.saveDraft({ clientId, conversationId: alone, text: 'draftling' })
  await inbox.addNote({ clientId, conversationId: alone, text: 'hushnote' })
  await inbox.hide({ clientId, conversationIds: [alone], reason: 'reasonword' })
  const shared = await say('Zoltana Quist', 'A public zebrasecret', '2026-11-20T08:00:00.000Z', { ...onX, kind: 'comment', link: 'https://example.org/post/1' })
  await say('@other', 'A comment of somebody else', '2026-11-20T09:00:00.000Z', { ...onX, kind: 'comment', conversationId: shared })
  await inbox.addNote({ clientId, conversationId: shared, text: 'About the other' })
  const { personId } = await people.create({ clientId, from: { network: 'instagram', key: 'zoltana_q' }, name: 'Zoltana', labels: ['labelzz'] })
  const { personId: twin } = await people.create({ clientId, from: { network: 'x', key: 'zoltana quist' } })
  await people.merge({ clientId, survivor: { personId }, others: [{ personId: twin }] })
  await people.update({ clientId, personId, notes: 'quagmire again', consent: 'consentword', nextStep: 'steppy' })
  await people.addOutreach({ clientId, person: { personId }, doneOn: '2026-11-01', kind: 'shared', text: 'outreachword' })
  await core.client.texts.savePerson({ clientId, name: 'Zoltana in the book', handles: [{ network: 'instagram', handle: '@zoltana_q' }] })
  return { ...place, alone, shared, personId, assetId: asset?.id ?? '' }
}

describe('erasing a person', () => {
  it('says before what goes and what stays', async () => {
    const { clientId, people, personId, assetId, core } = await startKnown()
    const scope = await people.previewErase({ clientId, person: { personId } })
    expect(scope).toMatchObject({
      name: 'Zoltana', goes: { messages: 3, answers: 1, drafts: 1, notes: 1, evidence: 1, handles: 2, outreach: 1, card: 1, handleBook: 1, exportJobs: 0 }, stays: { conversations: 2, answers: 1, backups: 0 }
    })
    expect(scope.goes.pictures).toHaveLength(1)
    expect(scope.goes.steps).toBeGreaterThan(5)
    expect((await people.get({ clientId, person: { personId } })).name).toBe('Zoltana')
    expect((await core.client.assets.get({ clientId, assetId })).trashedAt).toBeNull()
  })

  it('leaves no word in the file, its log, the search or the history, and keeps that there was an answer', async () => {
    const { core, clientId, people, inbox, personId, alone, shared, assetId } = await startKnown()
    const before = await databaseBytes(core, clientId)
    for (const word of WORDS) expect(before, word).toContain(word)
    await expect(people.erase({ clientId, person: { personId }, confirmName: 'Zoltan' })).rejects.toMatchObject({ code: 'validation.confirm-name' })
    const { counts } = await people.erase({ clientId, person: { personId }, confirmName: 'Zoltana', reason: 'Asked by mail', by: 'Kim' })
    expect(counts).toMatchObject({ messages: 3, notes: 1, card: 1 })
    const after = (await databaseBytes(core, clientId)).toLowerCase()
    for (const word of WORDS) expect(after.includes(word.toLowerCase()), word).toBe(false)
    expect(await inbox.list({ clientId, view: 'all', search: 'zebrasecret' })).toMatchObject({ total: 0 })
    const thread = await inbox.get({ clientId, conversationId: alone })
    expect(thread.messages.map(({ direction, text }) => [direction, text])).toEqual([['in', ''], ['out', ''], ['in', '']])
    expect(thread).toMatchObject({ notes: [], draft: null, evidence: [{ action: 'hidden', text: '', author: '', picture: null }], row: { person: { key: '' } } })
    const other = await inbox.get({ clientId, conversationId: shared })
    expect(other.messages.map(({ text }) => text)).toEqual(['', 'A comment of somebody else'])
    expect(other.notes).toMatchObject([{ text: 'About the other' }])
    expect(await people.list({ clientId })).toMatchObject({ total: 1, people: [{ name: '@other' }] })
    expect((await core.client.assets.get({ clientId, assetId })).trashedAt).not.toBeNull()
    expect((await core.client.texts.list({ clientId })).people).toEqual([])
    expect((await people.erasures({ clientId })).entries).toMatchObject([{ kind: 'erase', reason: 'Asked by mail', doneBy: 'Kim', counts: { messages: 3 } }])
    const { steps } = await core.client.history.list({ clientId })
    expect(steps[0]).toMatchObject({ operation: 'people.erase' })
  })

  it('cannot be taken back, and undo of what came before does not bring the words back', async () => {
    const { core, clientId, people, inbox, personId, alone } = await startKnown()
    await people.erase({ clientId, person: { personId }, confirmName: 'Zoltana' })
    const { history } = core.client
    const isWorkspace = async (direction: 'undo' | 'redo') => (await history.state({ clientId }))[direction]?.scope === 'workspace'
    // A step that no longer fits what is there is passed over, as it is for a person who goes on pressing the key.
    while (await isWorkspace('undo')) await history.undo({ clientId }).catch(() => undefined)
    while (await isWorkspace('redo')) await history.redo({ clientId }).catch(() => undefined)
    const after = (await databaseBytes(core, clientId)).toLowerCase()
    for (const word of WORDS) expect(after.includes(word.toLowerCase()), word).toBe(false)
    expect((await inbox.list({ clientId, view: 'all' })).rows.find(({ id }) => id === alone)?.excerpt ?? '').toBe('')
  })

  it('is told when the same person is taken down by hand, and kept only where somebody says so', async () => {
    const { clientId, people, inbox, personId } = await startKnown()
    await people.erase({ clientId, person: { personId }, confirmName: 'Zoltana' })
    const again = { clientId, network: 'instagram', text: 'Me again', author: '@Zoltana_Q', kind: 'message' as const }
    await expect(inbox.capture(again)).rejects.toMatchObject({ code: 'conflict.author-erased' })
    expect(await inbox.list({ clientId, view: 'all', search: 'again' })).toMatchObject({ total: 0 })
    expect(await inbox.capture({ ...again, network: 'mastodon' })).toMatchObject({ added: true })
    expect(await inbox.capture({ ...again, erased: 'take-in' })).toMatchObject({ added: true })
  })

  it('is remembered without whom: the same archive brings nobody back unasked', async () => {
    const { core, clientId, people, inbox } = await startPeople()
    const path = join(await tempFolder(), 'message_1.json')
    const said = (sender_name: string, timestamp_ms: number, content: string) => ({ sender_name, timestamp_ms, content })
    const thread = { participants: [{ name: 'Zoltana' }, { name: 'Gallery' }], title: 'Zoltana', thread_path: 'inbox/zoltana_1', messages: [said('Gallery', 1770130800137, 'Dear Zoltana'), said('Zoltana', 1770120000137, 'A zebrasecret')] }
    await writeFile(path, JSON.stringify(thread))
    const files = [core.registerPath(path)]
    const own = [{ network: 'instagram', key: 'gallery' }]
    await inbox.commitImport({ clientId, files, own, expect: { added: 2 } })
    await people.erase({ clientId, person: { network: 'instagram', key: 'zoltana' }, confirmName: 'Zoltana' })
    expect(await inbox.previewImport({ clientId, files })).toMatchObject({ totals: { added: 0, erased: 2 } })
    await expect(inbox.commitImport({ clientId, files, expect: { added: 0 } })).rejects.toMatchObject({ code: 'validation.nothing-selected' })
    expect((await databaseBytes(core, clientId)).toLowerCase()).not.toContain('zebrasecret')
    expect(await inbox.previewImport({ clientId, files, erased: 'take-in' })).toMatchObject({ totals: { added: 2, erased: 2 } })
    await inbox.commitImport({ clientId, files, erased: 'take-in', expect: { added: 2 } })
    expect((await people.list({ clientId })).people).toMatchObject([{ name: 'Zoltana' }])
  })
})

describe('exporting a person', () => {
  it('writes everything as JSON, tables, a page without anything that runs, and pictures, and notes that it was done', async () => {
    const { core, clientId, people, personId, say } = await startKnown()
    await say('@zoltana_q', '<script>alert(1)</script> =1+1', '2026-11-21T08:00:00.000Z')
    const { jobId } = await people.export({ clientId, person: { personId }, by: 'Kim' })
    expect(await waitForJob(core, clientId, jobId)).toMatchObject({ state: 'done' })
    const report = await people.exportReport({ clientId, jobId })
    expect(report.name).toMatch(/^person_2026-11-23.*\.zip$/)
    const zip = await JSZip.loadAsync(await readFile(report.path ?? ''))
    expect(Object.keys(zip.files).sort()).toEqual(['index.html', 'messages.csv', 'notes.csv', 'outreach.csv', 'person.json', 'pictures/001.jpg'])
    const texts = ['index.html', 'messages.csv', 'notes.csv', 'outreach.csv', 'person.json']
    const all = (await Promise.all(texts.map(async (name) => zip.file(name)?.async('string')))).join('\n')
    for (const word of WORDS.filter((one) => one !== 'olddraft')) expect(all, word).toContain(word)
    expect(all).not.toContain('A comment of somebody else')
    expect(await zip.file('index.html')?.async('string')).not.toContain('<script')
    expect(await zip.file('messages.csv')?.async('string')).not.toMatch(/(?:^|,)=1/m)
    expect((await people.erasures({ clientId })).entries).toMatchObject([{ kind: 'export', doneBy: 'Kim', counts: { messages: 4 } }])
    await people.erase({ clientId, person: { personId }, confirmName: 'Zoltana' })
    expect((await databaseBytes(core, clientId)).toLowerCase()).not.toContain('zoltana')
  })
})
