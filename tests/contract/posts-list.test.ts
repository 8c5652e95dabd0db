import { describe, expect, it } from 'vitest'
import { insertPosts, postContext } from '../../src/main/core/features/posts'
import { startPlanning } from '../support/planning'

/** Many posts at once, made as an import makes them: every third is published on Instagram, every fifth has no channel. */
async function withPosts(count: number) {
  const place = await startPlanning()
  const { core, clientId, channels } = place
  const workspace = await core.services.workspaces.open(clientId)
  const ctx = await postContext(core.services, workspace, 'earlier')
  const drafts = Array.from({ length: count }, (_, n) => ({
    title: `Post ${String(n).padStart(4, '0')}`,
    planned: { date: `2026-11-${String((n % 28) + 1).padStart(2, '0')}`, time: '09:00' },
    labels: n % 10 === 0 ? ['Tenth'] : [],
    variants: n % 5 === 0 ? [] : [{ channelId: channels.instagram ?? '', state: n % 3 === 0 ? ('published' as const) : ('draft' as const) }, { channelId: channels.x ?? '' }]
  }))
  const ids = await workspace.command('posts.create', (tx) => insertPosts(tx, ctx, drafts))
  return { ...place, ids }
}

describe('a long list of posts', () => {
  it('shows each post that a filter asks for once, in order, page by page, whether few or many do', async () => {
    const { client, clientId, ids, channels } = await withPosts(3500)
    const wanted = (keep: (n: number) => boolean) => ids.filter((_, n) => keep(n))
    const read = async (filter: object) => {
      const pages = []
      for (let offset = 0; ; offset += 1000) {
        const { total, posts } = await client.posts.list({ clientId, ...filter, sort: 'title', descending: false, offset, limit: 1000 })
        pages.push(...posts.map(({ id }) => id))
        if (posts.length === 0) return { total, ids: pages }
      }
    }
    const expected: [filter: object, ids: string[]][] = [
      [{}, ids],
      [{ channelIds: [channels.x] }, wanted((n) => n % 5 !== 0)],
      [{ networks: ['instagram'], statuses: ['published'] }, wanted((n) => n % 5 !== 0 && n % 3 === 0)],
      [{ statuses: ['draft'] }, ids],
      [{ statuses: ['draft'], channelIds: [channels.instagram] }, wanted((n) => n % 5 !== 0 && n % 3 !== 0)],
      [{ statuses: ['published', 'overdue'] }, wanted((n) => n % 5 !== 0 && n % 3 === 0)],
      [{ labels: ['tenth'] }, wanted((n) => n % 10 === 0)],
      [{ search: 'post 012' }, wanted((n) => n >= 120 && n < 130)]
    ]
    for (const [filter, shown] of expected) expect([filter, await read(filter)]).toEqual([filter, { total: shown.length, ids: shown }])
  })

  it('has what has no time last, whichever way it is turned', async () => {
    const { client, clientId } = await withPosts(3)
    const { id } = await client.posts.create({ clientId, title: 'Someday' })
    for (const descending of [true, false]) expect((await client.posts.list({ clientId, sort: 'planned', descending })).posts.at(-1)?.id).toBe(id)
  })

  it('gives the ids of all that a filter shows, and many are changed as one step', async () => {
    const { client, clientId, wait } = await withPosts(300)
    wait(1000)
    const { ids } = await client.posts.listIds({ clientId, statuses: ['draft'] })
    expect(ids).toHaveLength(300)
    expect(await client.posts.shift({ clientId, ids, days: 1 })).toEqual({ changed: 300, kept: 0 })
    await client.history.undo({ clientId })
    expect((await client.posts.list({ clientId, sort: 'planned', descending: false, limit: 1 })).posts[0]?.planned?.date).toBe('2026-11-01')
  })
})
