import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startTestCore, type TestCore } from '../support/test-core'
import { tempFolder } from '../support/temp-folder'

const MONDAY = '2026-11-23T09:00:00.000Z'

async function start(now = MONDAY) {
  const clock = { now }
  let calls = 0
  // No two steps happen at the same moment: undo goes by time over the list of clients and the client.
  const core = await startTestCore({ now: () => new Date(Date.parse(clock.now) + (calls += 1)) })
  const { id: clientId } = await core.client.clients.create({ name: 'Gallery', zone: 'Europe/Oslo' })
  const say = (text: string, sentAt: string, more: object = {}) =>
    core.client.inbox.capture({ clientId, network: 'instagram', text, author: '@Zoe', sentAt, ...more })
  return { core, clientId, clock, say, inbox: core.client.inbox }
}

async function undo(core: TestCore, clientId: string): Promise<void> {
  await core.client.history.undo({ clientId })
}

describe('capturing what somebody wrote', () => {
  it('puts it into the inbox with the clock running from the time that is on it, and takes it back as one step', async () => {
    const { core, clientId, say, inbox } = await start()
    const { row, added } = await say('Are you open on Sunday?', '2026-11-23T08:00:00.000Z')
    expect(added).toBe(true)
    expect(row).toMatchObject({ excerpt: 'Are you open on Sunday?', waitingSince: '2026-11-23T08:00:00.000Z', state: 'open', unread: true, clock: { state: 'ahead', dueAt: '2026-11-24T08:00:00.000Z', targetMinutes: 1440 } })
    expect(await inbox.list({ clientId })).toMatchObject({ total: 1 })
    await undo(core, clientId)
    expect(await inbox.list({ clientId, view: 'all' })).toMatchObject({ total: 0, rows: [] })
    await core.client.history.redo({ clientId })
    expect(await inbox.list({ clientId })).toMatchObject({ total: 1 })
  })

  it('takes the same message once, and joins messages of one person', async () => {
    const { say, inbox, clientId } = await start()
    const first = await say('Hello', '2026-11-23T08:00:00.000Z', { kind: 'message' })
    expect(await say('Hello', '2026-11-23T08:00:00.000Z', { kind: 'message' })).toMatchObject({ added: false, conversationId: first.conversationId })
    expect(await say('Anybody?', '2026-11-23T08:30:00.000Z', { kind: 'message', author: 'zoe' })).toMatchObject({ added: true, conversationId: first.conversationId })
    const { messages } = await inbox.get({ clientId, conversationId: first.conversationId })
    expect(messages.map(({ text }) => text)).toEqual(['Hello', 'Anybody?'])
  })

  it('asks for a text or a picture, and for a time that has come', async () => {
    const { say } = await start()
    await expect(say('  ', MONDAY)).rejects.toMatchObject({ code: 'validation.capture-empty' })
    await expect(say('x', '2026-12-01T00:00:00.000Z')).rejects.toMatchObject({ code: 'validation.message-later' })
    await expect(say('x', MONDAY, { link: 'data:text/html,x' })).rejects.toMatchObject({ code: 'validation.link' })
  })

  it('keeps what strangers write as text', async () => {
    const { say, inbox, clientId } = await start()
    const hostile = `<img src=x onerror=alert(1)> '); DROP TABLE message; -- \u202e "*" {{7*7}}`
    const { conversationId } = await say(hostile, '2026-11-23T08:00:00.000Z')
    expect((await inbox.get({ clientId, conversationId })).messages[0]?.text).toBe(hostile)
    for (const search of ['"', '*', 'drop', "'", 'NEAR(', '^', '{{']) await inbox.list({ clientId, search, view: 'all' })
    expect(await inbox.list({ clientId, search: 'drop tab' })).toMatchObject({ total: 1 })
    expect(await inbox.list({ clientId, search: 'nothing' })).toMatchObject({ total: 0 })
  })
})

describe('answering', () => {
  it('stops the clock with what was sent, and runs it again with the next message', async () => {
    const { core, clientId, clock, say, inbox } = await start()
    const { conversationId } = await say('Open on Sunday?', '2026-11-23T08:00:00.000Z', { kind: 'message' })
    await inbox.saveDraft({ clientId, conversationId, text: 'Yes' })
    await inbox.saveDraft({ clientId, conversationId, text: 'Yes, from ten' })
    await inbox.confirmSent({ clientId, conversationId, text: 'Yes, from ten', by: 'Kim' })
    const thread = await inbox.get({ clientId, conversationId })
    expect(thread).toMatchObject({ draft: null, row: { waitingSince: null, clock: { state: 'answered' } } })
    expect(thread.messages.at(-1)).toMatchObject({ direction: 'out', origin: 'reply', text: 'Yes, from ten', author: 'Kim' })
    await undo(core, clientId)
    expect(await inbox.get({ clientId, conversationId })).toMatchObject({ draft: { text: 'Yes, from ten' }, row: { waitingSince: '2026-11-23T08:00:00.000Z' } })
    await undo(core, clientId)
    expect((await inbox.get({ clientId, conversationId })).draft).toBeNull()
    await core.client.history.redo({ clientId })
    await core.client.history.redo({ clientId })
    clock.now = '2026-11-23T11:00:00.000Z'
    await say('And Monday?', '2026-11-23T10:30:00.000Z', { kind: 'message' })
    expect((await inbox.list({ clientId })).rows).toMatchObject([{ id: conversationId, waitingSince: '2026-11-23T10:30:00.000Z' }])
  })

  it('holds a sensitive reply back until exactly its text is approved', async () => {
    const { clientId, say, inbox } = await start()
    const { conversationId } = await say('I will call my lawyer', '2026-11-23T08:00:00.000Z')
    await inbox.classify({ clientId, conversationIds: [conversationId], sensitive: true })
    await expect(inbox.askApproval({ clientId, conversationId })).rejects.toMatchObject({ code: 'conflict.no-draft' })
    await inbox.saveDraft({ clientId, conversationId, text: 'We are sorry' })
    await inbox.askApproval({ clientId, conversationId })
    expect(await inbox.list({ clientId, view: 'waiting-approval' })).toMatchObject({ total: 1 })
    await expect(inbox.approveDraft({ clientId, conversationId, text: 'other', by: 'Kim' })).rejects.toMatchObject({ code: 'conflict.draft-changed' })
    await expect(inbox.confirmSent({ clientId, conversationId, text: 'We are sorry' })).rejects.toMatchObject({ code: 'conflict.approval-missing' })
    await inbox.approveDraft({ clientId, conversationId, text: 'We are sorry', by: 'Kim' })
    await inbox.saveDraft({ clientId, conversationId, text: 'We are so sorry' })
    await expect(inbox.confirmSent({ clientId, conversationId, text: 'We are so sorry' })).rejects.toMatchObject({ code: 'conflict.approval-missing' })
    await inbox.approveDraft({ clientId, conversationId, text: 'We are so sorry', by: 'Kim' })
    await inbox.confirmSent({ clientId, conversationId, text: 'We are so sorry' })
  })

  it('keeps notes apart from what is sent', async () => {
    const { clientId, say, inbox } = await start()
    const { conversationId } = await say('Hi', '2026-11-23T08:00:00.000Z')
    const { noteId } = await inbox.addNote({ clientId, conversationId, text: 'Knows the owner', author: 'Kim' })
    const thread = await inbox.get({ clientId, conversationId })
    expect(thread.notes).toMatchObject([{ id: noteId, text: 'Knows the owner' }])
    expect(JSON.stringify(thread.messages)).not.toContain('Knows the owner')
    await inbox.removeNote({ clientId, noteId })
    await expect(inbox.updateNote({ clientId, noteId, text: 'x' })).rejects.toMatchObject({ code: 'not-found.care-item' })
  })
})

describe('caring for many at once', () => {
  it('closes criticism without an answer with a reason only, keeps its evidence, and is one step', async () => {
    const { core, clientId, say, inbox } = await start()
    const ids = [(await say('Bad', '2026-11-23T07:00:00.000Z')).conversationId, (await say('Worse', '2026-11-23T08:00:00.000Z')).conversationId]
    await inbox.classify({ clientId, conversationIds: ids, sentiment: 'negative' })
    await expect(inbox.close({ clientId, conversationIds: ids })).rejects.toMatchObject({ code: 'validation.reason-missing', data: { count: 2 } })
    expect(await inbox.close({ clientId, conversationIds: ids, reason: 'Spam wave' })).toEqual({ changed: 2 })
    expect(await inbox.list({ clientId })).toMatchObject({ total: 0 })
    expect(await inbox.get({ clientId, conversationId: ids[0] ?? '' })).toMatchObject({ evidence: [{ action: 'closed', text: 'Bad', author: '@Zoe', reason: 'Spam wave' }], row: { state: 'closed' } })
    await undo(core, clientId)
    expect(await inbox.list({ clientId })).toMatchObject({ total: 2, rows: [{ id: ids[0] }, { id: ids[1] }] })
    await expect(inbox.hide({ clientId, conversationIds: ids, reason: ' ' })).rejects.toMatchObject({ code: 'validation.reason-missing' })
    await inbox.hide({ clientId, conversationIds: ids, reason: 'Insult' })
    expect(await inbox.list({ clientId, view: 'hidden' })).toMatchObject({ total: 2 })
    await inbox.reopen({ clientId, conversationIds: ids })
    expect(await inbox.list({ clientId })).toMatchObject({ total: 2 })
  })

  it('is read once a person has it open, and undo goes past that to what they did', async () => {
    const { core, clientId, say, inbox } = await start()
    const { conversationId } = await say('Still closed?', '2026-11-23T08:00:00.000Z')
    await inbox.assign({ clientId, conversationIds: [conversationId], assignee: 'Ada' })
    await inbox.see({ clientId, conversationId })
    expect((await inbox.get({ clientId, conversationId })).row).toMatchObject({ unread: false, assignee: 'Ada' })
    await undo(core, clientId)
    expect((await inbox.get({ clientId, conversationId })).row.assignee).toBe('')
    await core.client.history.redo({ clientId })
    await inbox.mark({ clientId, conversationIds: [conversationId], read: false })
    expect((await inbox.get({ clientId, conversationId })).row).toMatchObject({ unread: true, assignee: 'Ada' })
  })

  it('says which words speak for what is suggested', async () => {
    const { clientId, say, inbox } = await start()
    const { conversationId } = await say('When do you open?', '2026-11-23T08:00:00.000Z')
    const { row, reasons } = await inbox.get({ clientId, conversationId })
    expect(row.type).toEqual({ value: 'question', by: 'suggested' })
    expect(reasons).toContainEqual(expect.objectContaining({ about: 'type', code: 'question-mark' }))
  })

  it('filters by what a person set, and snoozes until a time or a new message', async () => {
    const { clientId, clock, say, inbox } = await start()
    const { conversationId } = await say('What time do you open?', '2026-11-23T07:00:00.000Z', { kind: 'message' })
    await say('Is it open on Sunday?', '2026-11-23T07:30:00.000Z', { author: 'Other' })
    const one = { clientId, conversationIds: [conversationId] }
    await inbox.assign({ ...one, assignee: 'Kim' })
    await inbox.label({ ...one, add: ['VIP', 'vip'] })
    await inbox.classify({ ...one, type: 'lead', priority: 3 })
    await inbox.mark({ ...one, read: true })
    for (const filter of [{ assignee: 'Kim' }, { label: 'vip' }, { type: 'lead' as const }, { priority: 3 }, { unread: false }, { view: 'mine' as const, me: 'Kim' }, { kind: 'message' as const }]) {
      expect((await inbox.list({ clientId, ...filter })).rows.map(({ id }) => id), JSON.stringify(filter)).toEqual([conversationId])
    }
    expect(await inbox.facets({ clientId })).toEqual({ networks: ['instagram'], labels: ['VIP'], assignees: ['Kim'], languages: ['en'] })
    await expect(inbox.snooze({ ...one, until: '2026-11-23T08:00:00.000Z' })).rejects.toMatchObject({ code: 'validation.snooze-past' })
    await inbox.snooze({ ...one, until: '2026-11-24T08:00:00.000Z' })
    expect(await inbox.counts({ clientId, me: 'Kim' })).toMatchObject({ counts: { unanswered: 1, snoozed: 1, all: 2 }, unread: 1, breached: 0 })
    expect((await inbox.get({ clientId, conversationId })).row.clock.state).toBe('paused')
    clock.now = '2026-11-24T09:00:00.000Z'
    expect(await inbox.list({ clientId })).toMatchObject({ total: 2 })
  })
})

describe('all clients', () => {
  it('says how many are near the end of their time, which are not over it yet', async () => {
    const { clientId, clock, say, inbox } = await start()
    await say('Anybody there?', '2026-11-23T08:00:00.000Z')
    expect(await inbox.counts({ clientId })).toMatchObject({ near: 0, breached: 0 })
    clock.now = '2026-11-24T03:00:00.000Z'
    expect((await inbox.listAll({})).clients).toMatchObject([{ unanswered: 1, near: 1, breached: 0 }])
    clock.now = '2026-11-24T09:00:00.000Z'
    expect(await inbox.counts({ clientId })).toMatchObject({ near: 0, breached: 1 })
  })

  it('are one list, nearest to breach first, each row with its client', async () => {
    const { core, clientId, say, inbox } = await start()
    const { id: other } = await core.client.clients.create({ name: 'Bakery' })
    await say('Later', '2026-11-23T08:00:00.000Z')
    await inbox.capture({ clientId: other, network: 'facebook', text: 'Earlier', author: 'Ola', sentAt: '2026-11-20T08:00:00.000Z' })
    const all = await inbox.listAll({})
    expect(all.rows.map((row) => [row.clientId, row.excerpt])).toEqual([[other, 'Earlier'], [clientId, 'Later']])
    expect(all.clients).toMatchObject([{ clientId: other, unanswered: 1, breached: 1 }, { clientId, unanswered: 1, breached: 0 }].sort((a, b) => (a.clientId === all.clients[0]?.clientId ? -1 : 1) - (b.clientId === all.clients[0]?.clientId ? -1 : 1)))
  })
})

const mail = (id: string, author: string, text: string): string =>
  `Date: Tue, 3 Feb 2026 10:15:00 +0000\nTo: team@example.org\nSubject: ${author} commented on your post\nFrom: Facebook <notification@facebookmail.com>\nMessage-ID: <${id}@facebook.com>\nContent-Type: text/html; charset=UTF-8\n\n<style>x</style><script>alert(1)</script><p>${author} commented on your post.</p><p>&ldquo;${text}&rdquo;</p><a href="https://www.facebook.com/x/posts/1?comment_id=${id}">View</a><img src="http://tracker.example/x.gif">\n`

describe('importing messages', () => {
  it('reads notification mails and boxes of them once, as text, and takes exactly them back', async () => {
    const { core, clientId, inbox } = await start()
    const folder = await tempFolder()
    const [one, box] = [join(folder, 'a.eml'), join(folder, 'b.mbox')]
    await writeFile(one, mail('11', 'Zoe', 'Nice <b>work</b>'))
    await writeFile(box, `From x@y Tue Feb  3 10:15:00 2026\n${mail('11', 'Zoe', 'Nice work')}\nFrom x@y Tue Feb  3 10:16:00 2026\n${mail('12', 'Ola', 'Bad &amp; slow')}`)
    const first = await inbox.previewImport({ clientId, files: [core.registerPath(one)] })
    expect(first).toMatchObject({ refused: [], questions: [], totals: { added: 1 }, files: [{ format: 'mail', network: 'facebook', facts: { author: 'Zoe', action: 'comment', text: 'Nice work', comment_id: '11', post_id: '1' } }] })
    await inbox.commitImport({ clientId, files: [core.registerPath(one)], expect: { added: 1 } })
    const second = await inbox.previewImport({ clientId, files: [core.registerPath(box)] })
    expect(second.totals).toMatchObject({ messages: 2, added: 1, known: 1 })
    await inbox.commitImport({ clientId, files: [core.registerPath(box)], expect: { added: 1 } })
    const { rows } = await inbox.list({ clientId })
    expect(rows.map(({ excerpt }) => excerpt).sort()).toEqual(['Bad & slow', 'Nice work'])
    await expect(inbox.commitImport({ clientId, files: [core.registerPath(box)], expect: { added: 0 } })).rejects.toMatchObject({ code: 'validation.nothing-selected' })
    await expect(inbox.commitImport({ clientId, files: [core.registerPath(box)], expect: { added: 5 } })).rejects.toMatchObject({ code: 'conflict.import-changed' })
    await undo(core, clientId)
    expect((await inbox.list({ clientId })).rows.map(({ excerpt }) => excerpt)).toEqual(['Nice work'])
    await inbox.commitImport({ clientId, files: [core.registerPath(box)], expect: { added: 1 } })
    expect(await inbox.list({ clientId })).toMatchObject({ total: 2 })
  })

  it('asks which of two authors the client is, remembers it, and tells lines of the network apart', async () => {
    const { core, clientId, inbox } = await start()
    const path = join(await tempFolder(), 'message_1.json')
    const said = (sender_name: string, timestamp_ms: number, content: string) => ({ sender_name, timestamp_ms, content })
    const thread = { participants: [{ name: 'Zo\u00c3\u00ab' }, { name: 'Noordenwind' }], title: 'Zo\u00c3\u00ab', thread_path: 'inbox/zoe_1', messages: [said('Noordenwind', 1770130800137, 'Liked a message'), said('Noordenwind', 1770123600137, 'Leuk!'), said('Zo\u00c3\u00ab', 1770120000137, 'Hoi \u00e2\u0098\u0080')] }
    await writeFile(path, JSON.stringify(thread))
    const files = [core.registerPath(path)]
    const asked = await inbox.previewImport({ clientId, files })
    expect(asked.questions).toMatchObject([{ kind: 'own-account', network: 'instagram', authors: [{ key: 'noordenwind' }, { key: 'zoë' }] }])
    await expect(inbox.commitImport({ clientId, files, expect: { added: 2 } })).rejects.toMatchObject({ code: 'conflict.import-questions' })
    const own = [{ network: 'instagram', key: 'noordenwind' }]
    expect(await inbox.previewImport({ clientId, files, own })).toMatchObject({ questions: [], totals: { added: 2 }, files: [{ rows: 3, systemTexts: 1 }] })
    await inbox.commitImport({ clientId, files, own, expect: { added: 2 } })
    const { rows } = await inbox.list({ clientId, view: 'all' })
    expect(rows).toMatchObject([{ person: { key: 'zoë', name: 'Zoë' }, excerpt: 'Hoi ☀', waitingSince: null, messages: 2 }])
    expect((await inbox.previewImport({ clientId, files })).questions).toEqual([])
  })
})
