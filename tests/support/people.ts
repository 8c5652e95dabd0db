import { join } from 'node:path'
import { readFile, readdir, stat } from 'node:fs/promises'
import { startTestCore, type TestCore } from './test-core'

/** A client with an inbox, on a clock that moves with each look. */
export async function startPeople(now = '2026-11-23T09:00:00.000Z') {
  let calls = 0
  const core = await startTestCore({ now: () => new Date(Date.parse(now) + (calls += 1)) })
  const { id: clientId } = await core.client.clients.create({ name: 'Gallery', zone: 'Europe/Oslo' })
  /** Something that somebody wrote, on Instagram unless said. */
  const say = async (author: string, text: string, sentAt = '2026-11-20T08:00:00.000Z', more: object = {}): Promise<string> =>
    (await core.client.inbox.capture({ clientId, network: 'instagram', kind: 'message', text, author, sentAt, ...more })).conversationId
  const undo = () => core.client.history.undo({ clientId })
  return { core, clientId, say, undo, people: core.client.people, inbox: core.client.inbox }
}

/** Every byte of the client's database as it lies on the disk, its log included. */
export async function databaseBytes(core: TestCore, clientId: string): Promise<string> {
  const folder = join(core.home, 'workspaces', clientId)
  const names = (await readdir(folder)).filter((name) => name.startsWith('workspace.sqlite'))
  const parts = await Promise.all(names.map(async (name) => ((await stat(join(folder, name))).isFile() ? readFile(join(folder, name), 'latin1') : '')))
  return parts.join('\n')
}
