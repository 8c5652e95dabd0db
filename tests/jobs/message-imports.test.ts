import { describe, expect, it } from 'vitest'
import { bundleForNode } from '../support/bundle'
import { linesUntilKilled } from '../support/kill-after'
import { parseWorkerPath } from '../support/parse-worker'
import { makeZip, putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'
import { startTestCore, type TestCore } from '../support/test-core'

const mail = (at: number, text: string): string =>
  `From x@y Tue Feb  3 10:15:00 2026\nDate: Tue, 3 Feb 2026 10:15:00 +0000\nFrom: Zoe <zoe${at}@example.org>\nSubject: Question ${at}\nMessage-ID: <m${at}@example.org>\n\n${text}\n\n`
const boxOf = (mails: number, text = 'Are you open on Sunday?'): string => Array.from({ length: mails }, (_, at) => mail(at, text)).join('')

async function start() {
  const core = await startTestCore()
  const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
  return { core, clientId, folder: await tempFolder(), inbox: core.client.inbox }
}

/** Everything of an inbox that an import could have touched. */
async function stored(core: TestCore, clientId: string): Promise<unknown> {
  const { rows, total } = await core.client.inbox.list({ clientId, view: 'all', limit: 1000 })
  return { total, rows: rows.map(({ id, excerpt, waitingSince, messages }) => ({ id, excerpt, waitingSince, messages })), counts: await core.client.inbox.counts({ clientId }) }
}

describe('importing messages', () => {
  it('names files that hold none, reads those that do, and keeps nothing before it is told to', async () => {
    const { core, clientId, folder, inbox } = await start()
    const zip = await makeZip({ 'inbox/one.mbox': boxOf(3), 'inbox/broken.json': '{"participants":[' })
    const paths = [
      await putFile(folder, 'empty.eml', ''), await putFile(folder, 'garbage.eml', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))), await putFile(folder, 'cut.zip', zip.subarray(0, zip.length / 2)),
      folder, await putFile(folder, 'whole.zip', zip)
    ]
    const before = await stored(core, clientId)
    const preview = await inbox.previewImport({ clientId, files: paths.map((path) => core.registerPath(path)) })
    expect(preview.refused.map(({ file, entry, error }) => [file, entry, error.code])).toEqual([
      [0, null, 'unsupported.import-kind'], [1, null, 'unsupported.import-kind'], [2, null, 'corrupt.import'], [3, null, 'unavailable.parse-file'], [4, 'inbox/broken.json', 'corrupt.import']
    ])
    expect(preview.totals).toMatchObject({ messages: 3, added: 3 })
    expect(await stored(core, clientId)).toEqual(before)
  })

  it('takes an archive in once, and undo takes back exactly what came', { timeout: 60_000 }, async () => {
    const { core, clientId, folder, inbox } = await start()
    await inbox.capture({ clientId, network: 'instagram', text: 'Written down by hand', author: 'Ola' })
    const before = await stored(core, clientId)
    const files = [core.registerPath(await putFile(folder, 'mails.zip', await makeZip({ 'a.mbox': boxOf(40), 'b.mbox': boxOf(60) })))]
    const { totals } = await inbox.previewImport({ clientId, files })
    expect(totals).toMatchObject({ messages: 60, added: 60 })
    await inbox.commitImport({ clientId, files, expect: { added: 60 } })
    expect(await inbox.list({ clientId, search: 'sunday' })).toMatchObject({ total: 60 })
    expect((await inbox.previewImport({ clientId, files })).totals).toMatchObject({ added: 0, known: 60 })
    await core.client.history.undo({ clientId })
    expect(await stored(core, clientId)).toEqual(before)
    expect(await inbox.list({ clientId, search: 'sunday', view: 'all' })).toMatchObject({ total: 0 })
    await core.client.history.redo({ clientId })
    expect(await inbox.list({ clientId, search: 'sunday' })).toMatchObject({ total: 60 })
  })

  it('reads a box of fifty megabytes', { timeout: 120_000 }, async () => {
    const { core, clientId, folder, inbox } = await start()
    const files = [core.registerPath(await putFile(folder, 'large.mbox', boxOf(500, `Are you open on Sunday?\n${'A long signature with many words. '.repeat(3100)}`)))]
    const { totals } = await inbox.previewImport({ clientId, files })
    expect(totals).toMatchObject({ messages: 500, added: 500 })
    await inbox.commitImport({ clientId, files, expect: { added: 500 } })
    expect(await inbox.list({ clientId, search: 'signature' })).toMatchObject({ total: 500 })
  })

  it('that is killed counts whole or not at all, and can be done again', { timeout: 120_000 }, async () => {
    const MAILS = 600
    const { core: first, clientId, folder } = await start()
    await first.close()
    const path = await putFile(folder, 'mails.mbox', boxOf(MAILS))
    const entry = await bundleForNode('tests/support/messages-process.ts', 'messages-process')
    for (const milliseconds of [150, 500, 1000]) {
      await linesUntilKilled(entry, { home: first.home, clientId, path, parseWorker: await parseWorkerPath() }, milliseconds)
      const core = await startTestCore({ home: first.home })
      const { total } = await core.client.inbox.list({ clientId, view: 'all', limit: 1 })
      expect([0, MAILS]).toContain(total)
      expect(await core.client.inbox.list({ clientId, view: 'all', limit: 1, search: 'sunday' })).toMatchObject({ total })
      if (total > 0) await core.client.history.undo({ clientId })
      await core.close()
    }
    const core = await startTestCore({ home: first.home })
    const files = [core.registerPath(path)]
    expect((await core.client.inbox.previewImport({ clientId, files })).totals).toMatchObject({ added: MAILS, known: 0 })
    await core.client.inbox.commitImport({ clientId, files, expect: { added: MAILS } })
    expect(await core.client.inbox.list({ clientId, limit: 1, search: 'sunday' })).toMatchObject({ total: MAILS })
  })
})
