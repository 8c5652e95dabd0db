import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppInputs } from '../../src/shared/contract'
import { startTestCore } from '../support/test-core'
import { tempFolder } from '../support/temp-folder'

const NOW = '2026-11-23T09:00:00.000Z'
type Rule = Omit<AppInputs['careRules']['create'], 'clientId'>

async function start() {
  let calls = 0
  const core = await startTestCore({ now: () => new Date(Date.parse(NOW) + (calls += 1)) })
  const { id: clientId } = await core.client.clients.create({ name: 'Gallery', zone: 'Europe/Oslo' })
  const say = async (text: string, more: object = {}): Promise<string> =>
    (await core.client.inbox.capture({ clientId, network: 'instagram', text, author: '@Zoe', sentAt: '2026-11-23T08:00:00.000Z', ...more })).conversationId
  const row = async (conversationId: string) => (await core.client.inbox.get({ clientId, conversationId })).row
  const rule = (given: Rule) => core.client.careRules.create({ clientId, enabled: true, ...given })
  const undo = () => core.client.history.undo({ clientId })
  return { core, clientId, say, row, rule, undo, inbox: core.client.inbox, rules: core.client.careRules }
}
const words = (...any: string[]) => ({ field: 'words' as const, any })

describe('rules for what comes in', () => {
  it('act with the first one that matches, in their order, in the same step as the message', async () => {
    const { clientId, say, row, rule, rules, undo, inbox } = await start()
    await rule({ name: 'Lawyer', conditions: [words('lawyer', 'advokat')], actions: { priority: 3, sensitive: true, labels: ['legal', 'LEGAL'] } })
    const all = await rule({ name: 'Everything else', conditions: [], actions: { assignee: 'Kim', labels: [] } })
    const legal = await say('My LAWYERS will write to you')
    expect(await row(legal)).toMatchObject({ priority: { value: 3, by: 'rule' }, sensitive: true, labels: ['legal'], assignee: '' })
    const other = await say('Lovely', { author: '@Ola' })
    expect(await row(other)).toMatchObject({ assignee: 'Kim', labels: [] })
    await undo()
    await undo()
    expect(await inbox.list({ clientId, view: 'all' })).toMatchObject({ total: 0 })
    await rules.reorder({ clientId, ids: [all.id] })
    expect(await row(await say('My lawyer again', { author: '@Per' }))).toMatchObject({ assignee: 'Kim', labels: [] })
  })

  it('say nothing while they are off', async () => {
    const { say, row, rule } = await start()
    await rule({ name: 'Off', actions: { assignee: 'Kim', labels: [] }, enabled: false })
    expect(await row(await say('Hi'))).toMatchObject({ assignee: '' })
  })

  it('hold each condition against what the conversation is: all must hold, one of the values, or none where it is turned round', async () => {
    const { clientId, say, rule, rules } = await start()
    await say('Refunds, please. The café was closed.', { kind: 'message', author: 'Zoe Ås' })
    const holds = async (...conditions: NonNullable<Rule['conditions']>): Promise<boolean> => {
      const { id } = await rule({ name: 'try', conditions, actions: { labels: ['x'] }, enabled: false })
      const { matched } = await rules.dryRun({ clientId, with: [id] })
      await rules.remove({ clientId, ruleId: id })
      return matched === 1
    }
    expect(await holds(words('refund'))).toBe(true)
    expect(await holds(words('CAFÉ was'))).toBe(true)
    expect(await holds(words('fund'))).toBe(false)
    expect(await holds(words('fund', 'closed'), { field: 'network', any: ['instagram', 'x'] })).toBe(true)
    expect(await holds(words('refund'), { field: 'network', any: ['x'] })).toBe(false)
    expect(await holds({ field: 'network', any: ['x'], not: true })).toBe(true)
    expect(await holds({ field: 'network', any: [] })).toBe(true)
    expect(await holds({ field: 'kind', any: ['comment'] })).toBe(false)
    expect(await holds({ field: 'author', any: ['@zoe'] })).toBe(true)
    expect(await holds({ field: 'language', any: ['en-GB'] })).toBe(true)
    expect(await holds({ field: 'label', any: ['vip'] })).toBe(false)
    expect(await holds({ field: 'personLabel', any: ['critic'] })).toBe(false)
  })

  it('look through all that came in since the last answer', async () => {
    const { clientId, say, row, rule, inbox } = await start()
    await rule({ name: 'Lawyer', conditions: [words('lawyer')], actions: { labels: ['legal'] } })
    const conversationId = await say('Hello', { kind: 'message' })
    await say('I will call my lawyer', { kind: 'message', sentAt: '2026-11-23T08:10:00.000Z' })
    expect(await row(conversationId)).toMatchObject({ labels: ['legal'] })
    await inbox.label({ clientId, conversationIds: [conversationId], remove: ['legal'] })
    await inbox.confirmSent({ clientId, conversationId, text: 'Hello' })
    await say('Thanks', { kind: 'message', sentAt: '2026-11-23T09:00:00.010Z' })
    expect(await row(conversationId)).toMatchObject({ labels: [] })
  })

  it('know the labels on the card of who wrote', async () => {
    const { core, clientId, say, row, rule } = await start()
    await say('Hello', { kind: 'message' })
    await core.client.people.create({ clientId, from: { network: 'instagram', key: 'zoe' }, labels: ['Critic'] })
    await rule({ name: 'Critics', conditions: [{ field: 'personLabel', any: ['critic'] }], actions: { priority: 3, labels: [] } })
    expect(await row(await say('Again', { kind: 'message', sentAt: '2026-11-23T08:30:00.000Z' }))).toMatchObject({ priority: { value: 3, by: 'rule' } })
    expect((await row(await say('Hi', { author: '@Ola' }))).priority.by).toBe('suggested')
  })

  it('know whether somebody was there, by the hours of the client', async () => {
    const { core, clientId, say, row, rule } = await start()
    const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: '09:00', to: '17:00' }] : []))
    await core.client.care.saveHours({ clientId, hours: { week, zone: null, holidays: true, otherwise: [], closures: [] } })
    await rule({ name: 'Nobody there', conditions: [{ field: 'hours', any: ['outside'] }], actions: { labels: ['night'] } })
    expect(await row(await say('Hi', { sentAt: '2026-11-22T23:30:00.000Z' }))).toMatchObject({ labels: ['night'] })
    expect(await row(await say('Hi', { author: '@Ola', sentAt: '2026-11-23T08:30:00.000Z' }))).toMatchObject({ labels: [] })
  })

  it('run on imported messages too', async () => {
    const { core, clientId, rule, inbox } = await start()
    await rule({ name: 'Tickets', conditions: [words('tickets')], actions: { type: 'lead', labels: ['tickets'] } })
    const path = join(await tempFolder(), 'message_1.json')
    const messages = [{ sender_name: 'A', timestamp_ms: 1770123600137, content: 'Are there group tickets?' }, { sender_name: 'B', timestamp_ms: 1770123500137, content: 'Hello' }]
    await writeFile(path, JSON.stringify({ participants: [{ name: 'A' }, { name: 'B' }], title: 'A', messages }))
    const files = [core.registerPath(path)]
    await inbox.commitImport({ clientId, files, own: [{ network: 'instagram', key: 'b' }], expect: { added: 2 } })
    expect((await inbox.list({ clientId, view: 'all' })).rows).toMatchObject([{ type: { value: 'lead', by: 'rule' }, labels: ['tickets'] }])
  })
})

describe('what a person has set', () => {
  it('stays, whatever a rule says, and is told in the dry run', async () => {
    const { clientId, say, row, rule, rules, inbox } = await start()
    const conversationId = await say('Is this spam?', { kind: 'message' })
    const conversationIds = [conversationId]
    await inbox.classify({ clientId, conversationIds, type: 'question' })
    await inbox.assign({ clientId, conversationIds, assignee: 'Ada' })
    await inbox.label({ clientId, conversationIds, add: ['spam'] })
    await inbox.label({ clientId, conversationIds, remove: ['spam'] })
    await rule({ name: 'Spam', conditions: [words('spam')], actions: { type: 'spam', priority: 3, assignee: 'Kim', labels: ['spam'] } })
    const { rows } = await rules.dryRun({ clientId })
    expect(rows).toMatchObject([{ kept: ['type', 'label', 'assignee'], changes: [{ field: 'priority', to: '3' }] }])
    await say('More spam', { kind: 'message', sentAt: '2026-11-23T08:30:00.000Z' })
    expect(await row(conversationId)).toMatchObject({ type: { value: 'question', by: 'person' }, priority: { value: 3, by: 'rule' }, assignee: 'Ada', labels: [] })
  })

  it('is what they leave as a rule set it, too, once they set it themselves', async () => {
    const { clientId, say, row, rule, rules, inbox } = await start()
    const made = await rule({ name: 'Lead', actions: { type: 'lead', labels: [] } })
    const conversationId = await say('Hi')
    await inbox.classify({ clientId, conversationIds: [conversationId], type: 'lead' })
    expect(await row(conversationId)).toMatchObject({ type: { value: 'lead', by: 'person' } })
    await rules.update({ clientId, ruleId: made.id, actions: { type: 'press', labels: [] } })
    expect(await rules.dryRun({ clientId })).toMatchObject({ matched: 1, changed: 0, rows: [{ kept: ['type'] }] })
  })

  it('goes back to suggestions and rules when they ask for it', async () => {
    const { clientId, say, row, rule, rules, inbox } = await start()
    await rule({ name: 'Lead', actions: { type: 'lead', labels: [] } })
    const conversationId = await say('Hi')
    await inbox.classify({ clientId, conversationIds: [conversationId], type: 'press' })
    await inbox.classify({ clientId, conversationIds: [conversationId], type: null })
    expect((await row(conversationId)).type.by).toBe('suggested')
    expect(await rules.dryRun({ clientId })).toMatchObject({ changed: 1, rows: [{ changes: [{ field: 'type', to: 'lead' }] }] })
  })
})

describe('trying rules', () => {
  it('writes nothing; applying does what was shown, as one step to undo', async () => {
    const { core, clientId, say, row, rule, rules, undo } = await start()
    const ids = [await say('Refund now'), await say('Refund please', { author: '@Ola' }), await say('Hi', { author: '@Per' })]
    const { id } = await rule({ name: 'Refund', conditions: [words('refund')], actions: { priority: 3, assignee: 'Kim', labels: ['refund'] }, enabled: false })
    const before = await core.client.history.state({ clientId })
    const trial = await rules.dryRun({ clientId, with: [id] })
    expect(trial).toMatchObject({ looked: 3, matched: 2, changed: 2, rules: [{ ruleId: id, matched: 2, changed: 2 }] })
    expect(trial.rows.find(({ conversationId }) => conversationId === ids[0])).toMatchObject({ excerpt: 'Refund now', changes: expect.arrayContaining([{ field: 'label', from: null, to: 'refund' }, { field: 'assignee', from: null, to: 'Kim' }]) as unknown })
    expect(await core.client.history.state({ clientId })).toEqual(before)
    expect(await rules.dryRun({ clientId })).toMatchObject({ matched: 0 })
    expect(await rules.apply({ clientId, with: [id], expect: trial.fingerprint })).toEqual({ changed: 2 })
    expect(await row(ids[0] ?? '')).toMatchObject({ priority: { value: 3, by: 'rule' }, assignee: 'Kim', labels: ['refund'] })
    expect(await rules.dryRun({ clientId, with: [id] })).toMatchObject({ matched: 2, changed: 0 })
    await undo()
    for (const one of ids) expect(await row(one)).toMatchObject({ assignee: '', labels: [] })
  })

  it('is applied as it was shown only', async () => {
    const { clientId, say, rule, rules } = await start()
    await say('Refund now')
    const { id } = await rule({ name: 'Refund', conditions: [words('refund')], actions: { labels: ['refund'] }, enabled: false })
    const { fingerprint } = await rules.dryRun({ clientId, with: [id] })
    await say('Refund too', { author: '@Ola' })
    await expect(rules.apply({ clientId, with: [id], expect: fingerprint })).rejects.toMatchObject({ code: 'conflict.rules-changed' })
  })

  it('says the same thing twice, though rules look at what rules can set', async () => {
    const { clientId, say, rule, rules } = await start()
    await rule({ name: 'Questions', conditions: [{ field: 'type', any: ['question'] }], actions: { type: 'lead', labels: ['asked'] } })
    await rule({ name: 'Leads', conditions: [{ field: 'type', any: ['lead'] }], actions: { assignee: 'Kim', labels: [] } })
    await say('What does a ticket cost?')
    expect(await rules.dryRun({ clientId })).toMatchObject({ matched: 1, changed: 0 })
  })
})

describe('closing by a rule', () => {
  it('closes spam with its reason, and leaves criticism open for a person', async () => {
    const { clientId, say, row, rule, rules, inbox } = await start()
    const criticism = await say('This is the worst museum, I am so disappointed and angry. Buy nothing here.')
    const spam = await say('Buy followers cheap', { author: '@bot' })
    expect(['complaint', 'negative']).toContain((await row(criticism)).sentiment.value)
    const { id } = await rule({ name: 'Adverts', conditions: [words('buy')], actions: { close: { reason: 'Advertising' }, labels: [] }, enabled: false })
    const trial = await rules.dryRun({ clientId, with: [id] })
    expect(trial.rows.find(({ conversationId }) => conversationId === criticism)).toMatchObject({ staysOpen: true, changes: [] })
    await rules.apply({ clientId, with: [id], expect: trial.fingerprint })
    expect(await inbox.get({ clientId, conversationId: spam })).toMatchObject({ row: { state: 'closed', waitingSince: null }, reason: 'Advertising' })
    expect(await row(criticism)).toMatchObject({ state: 'open' })
    await inbox.reopen({ clientId, conversationIds: [spam] })
    expect((await rules.dryRun({ clientId, with: [id] })).rows.find(({ conversationId }) => conversationId === spam)).toMatchObject({ kept: ['state'], changes: [] })
  })

  it('puts off what can wait, and never criticism; a new message opens it as always', async () => {
    const { clientId, say, rule, row, inbox, core } = await start()
    await rule({ name: 'Newsletter', conditions: [words('newsletter')], actions: { snooze: { hours: 72 }, labels: [] } })
    const calm = await say('Is there a newsletter?')
    const until = Date.parse((await row(calm)).snoozedUntil ?? '') - Date.parse(NOW)
    expect([Math.floor(until / 3_600_000), (await row(calm)).state]).toEqual([72, 'snoozed'])
    const angry = await say('Your newsletter is terrible, awful, the worst', { author: '@Ann' })
    expect(await row(angry)).toMatchObject({ state: 'open', snoozedUntil: null })
    await inbox.reopen({ clientId, conversationIds: [calm] })
    expect(await core.client.careRules.dryRun({ clientId })).toMatchObject({ matched: 2, changed: 0 })
  })

  it('keeps the evidence of what a rule calls spam', async () => {
    const { clientId, say, rule, inbox } = await start()
    await rule({ name: 'Scam', conditions: [words('wallet')], actions: { type: 'spam', close: { reason: 'Scam' }, labels: [] } })
    const conversationId = await say('Terrible, awful, your wallet was hacked!!!')
    const thread = await inbox.get({ clientId, conversationId })
    expect(thread).toMatchObject({ row: { state: 'closed', type: { value: 'spam', by: 'rule' } }, evidence: [{ action: 'closed', reason: 'Scam', text: 'Terrible, awful, your wallet was hacked!!!' }] })
  })
})

describe('labels and types that need an approval', () => {
  it('hold replies back until exactly their text is approved, from the moment that the label is there', async () => {
    const { clientId, say, row, rules, inbox, undo } = await start()
    const conversationId = await say('About my child')
    await rules.setSensitive({ clientId, labels: ['Child safety', 'child SAFETY'], types: [] })
    expect(await rules.getSensitive({ clientId })).toEqual({ labels: ['Child safety'], types: [] })
    await inbox.saveDraft({ clientId, conversationId, text: 'Thank you' })
    expect((await inbox.get({ clientId, conversationId })).draft).toMatchObject({ needsApproval: false })
    await inbox.label({ clientId, conversationIds: [conversationId], add: ['child safety'] })
    expect(await row(conversationId)).toMatchObject({ sensitive: true, sensitiveBy: ['label'] })
    expect((await inbox.get({ clientId, conversationId })).draft).toMatchObject({ needsApproval: true })
    await expect(inbox.confirmSent({ clientId, conversationId, text: 'Thank you' })).rejects.toMatchObject({ code: 'conflict.approval-missing' })
    await inbox.approveDraft({ clientId, conversationId, text: 'Thank you', by: 'Ada' })
    await inbox.confirmSent({ clientId, conversationId, text: 'Thank you' })
    await inbox.label({ clientId, conversationIds: [conversationId], remove: ['child safety'] })
    expect(await row(conversationId)).toMatchObject({ sensitive: false })
    await undo()
    expect(await row(conversationId)).toMatchObject({ sensitive: true })
  })

  it('go by the type as a person or the suggestion has it, and by labels that rules add', async () => {
    const { clientId, say, row, rule, rules, inbox } = await start()
    await rules.setSensitive({ clientId, labels: ['legal'], types: ['press'] })
    const conversationId = await say('Hello')
    await inbox.classify({ clientId, conversationIds: [conversationId], type: 'press' })
    expect(await row(conversationId)).toMatchObject({ sensitive: true, sensitiveBy: ['type'] })
    await rule({ name: 'Lawyer', conditions: [words('lawyer')], actions: { labels: ['Legal'] } })
    expect(await row(await say('My lawyer', { author: '@Ola' }))).toMatchObject({ sensitive: true, sensitiveBy: ['label'] })
    await rules.setSensitive({ clientId, labels: [], types: [] })
    expect(await row(conversationId)).toMatchObject({ sensitive: false })
  })
})
