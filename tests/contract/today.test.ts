import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makePost, on, planningRows, type PlanningPlace, startPlanning, walk } from '../support/planning'
import { startTestCore } from '../support/test-core'

const NOON = Date.parse('2026-10-23T12:00:00.000Z')
const START = Date.parse('2026-10-01T08:00:00.000Z')

/** A second client in New York with one channel, in the same app. */
async function addAmerican(place: PlanningPlace): Promise<PlanningPlace> {
  const { client } = place
  const { id: clientId } = await client.clients.create({ name: 'Harbor Books', zone: 'America/New_York' })
  const { id } = await client.channels.create({ clientId, network: 'x', name: 'Books on X' })
  return { ...place, clientId, channels: { x: id }, assetIds: [] }
}

async function scheduled(place: PlanningPlace, title: string, date: string, time: string) {
  const post = await makePost(place, { title, planned: on(date, time), variants: [{ channelId: place.channels.x ?? '' }] })
  await walk(place, [post.variants[0]?.id ?? ''], 'scheduled')
  return post
}

async function reopened({ core }: PlanningPlace) {
  await core.close()
  return startTestCore({ home: core.home, now: () => new Date(NOON) })
}

describe('today, over all clients', () => {
  it('lists what is overdue, due, waits for review and comes tomorrow, by each client’s own day', async () => {
    const oslo = await startPlanning()
    const books = await addAmerican(oslo)
    await scheduled(oslo, 'late', '2026-10-23', '09:00')
    await scheduled(oslo, 'due', '2026-10-23', '13:30')
    await scheduled(oslo, 'tonight', '2026-10-23', '23:30')
    await scheduled(oslo, 'tomorrow', '2026-10-24', '00:30')
    await scheduled(oslo, 'far', '2026-10-26', '09:00')
    await scheduled(books, 'evening there', '2026-10-23', '23:30')
    const review = await makePost(books, { title: 'to review', planned: null, variants: [{ channelId: books.channels.x ?? '' }] })
    await walk(books, [review.variants[0]?.id ?? ''], 'in-review')
    const done = await scheduled(oslo, 'done', '2026-10-22', '09:00')
    await walk(oslo, [done.variants[0]?.id ?? ''], 'handed-over')
    oslo.wait(NOON - START)
    const today = await oslo.client.today.list()
    const titles = (items: typeof today.today) => items.map(({ clientName, entry }) => `${clientName}: ${entry.title}`)
    expect(titles(today.overdue)).toEqual(['Fjord Museum: late'])
    expect(titles(today.today)).toEqual(['Fjord Museum: due', 'Fjord Museum: tonight', 'Harbor Books: evening there'])
    expect(titles(today.tomorrow)).toEqual(['Fjord Museum: tomorrow'])
    expect(titles(today.review)).toEqual(['Harbor Books: to review'])
    expect(today.review[0]).toMatchObject({ zone: 'America/New_York', entry: { planned: null, state: 'in-review' } })
    expect(today.unread).toEqual([])
  })

  it('keeps each client’s posts in its own workspace', async () => {
    const oslo = await startPlanning()
    const books = await addAmerican(oslo)
    await scheduled(oslo, 'ours', '2026-10-01', '08:00')
    await scheduled(books, 'theirs', '2026-10-01', '02:00')
    const { overdue } = await oslo.client.today.list()
    for (const { clientId, entry } of overdue) {
      const other = clientId === oslo.clientId ? books.clientId : oslo.clientId
      expect((await oslo.client.posts.get({ clientId, postId: entry.postId })).title).toBe(entry.title)
      await expect(oslo.client.posts.get({ clientId: other, postId: entry.postId })).rejects.toMatchObject({ code: 'not-found.post' })
    }
    expect(overdue).toHaveLength(2)
  })

  it('does not count as opening a client', async () => {
    const oslo = await startPlanning()
    const openedAt = async () => (await oslo.client.clients.list({})).clients[0]?.openedAt
    const before = await openedAt()
    const again = await reopened(oslo)
    await again.client.today.list()
    expect((await again.client.clients.list({})).clients[0]?.openedAt).toBe(before)
    await again.client.clients.open({ clientId: oslo.clientId })
    expect((await again.client.clients.list({})).clients[0]?.openedAt).toBe('2026-10-23T12:00:00.000Z')
  })

  it('lists what was slept through, and changes nothing by itself, whatever the clock does', async () => {
    const place = await startPlanning()
    await scheduled(place, 'morning', '2026-10-01', '11:00')
    await scheduled(place, 'noon', '2026-10-01', '12:00')
    const rows = await planningRows(place)
    const HOUR = 3_600_000
    const seen = async (by: number) => {
      place.wait(by)
      const { overdue, today, tomorrow } = await place.client.today.list()
      return [overdue, today, tomorrow].map((list) => list.map(({ entry }) => entry.title).join(' ')).join(' | ')
    }
    expect(await seen(0)).toBe(' | morning noon | ')
    expect(await seen(9 * HOUR)).toBe('morning noon |  | ')
    expect(await seen(-10 * HOUR)).toBe(' | morning noon | ')
    expect(await seen(400 * 24 * HOUR)).toBe('morning noon |  | ')
    expect(await seen(-57 * 365 * 24 * HOUR)).toBe(' |  | ')
    expect(await planningRows(place)).toEqual(rows)
  })

  it('leaves archived clients out', async () => {
    const oslo = await startPlanning()
    await scheduled(oslo, 'late', '2026-10-01', '08:00')
    expect((await oslo.client.today.list()).overdue).toHaveLength(1)
    await oslo.client.clients.archive({ clientId: oslo.clientId })
    expect((await oslo.client.today.list()).overdue).toEqual([])
  })

  it('names a client that is damaged or open elsewhere, and shows the others', async () => {
    const oslo = await startPlanning()
    const books = await addAmerican(oslo)
    await scheduled(oslo, 'late', '2026-10-01', '08:00')
    const { home } = oslo.core
    await oslo.core.close()
    await writeFile(join(home, 'workspaces', books.clientId, 'workspace.sqlite'), 'no database at all')
    const again = await startTestCore({ home, now: () => new Date(NOON) })
    const broken = await again.client.today.list()
    expect(broken.overdue.map(({ entry }) => entry.title)).toEqual(['late'])
    expect(broken.unread).toMatchObject([{ clientId: books.clientId, clientName: 'Harbor Books', code: expect.stringMatching(/^(corrupt|conflict)\./) as string }])
    const other = await startTestCore({ home, now: () => new Date(NOON) })
    const locked = await other.client.today.list()
    expect(locked.overdue).toEqual([])
    expect(locked.unread.map(({ code }) => code)).toContain('conflict.workspace-locked')
  })
})
