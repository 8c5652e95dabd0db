import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makePost, on, startPlanning, walk, type PlanningPlace } from '../support/planning'
import { tempFolder } from '../support/temp-folder'

async function publish(place: PlanningPlace, title: string, permalink: string, date: string): Promise<{ postId: string; variantId: string }> {
  const { client, clientId, channels } = place
  const post = await makePost(place, { title, text: `${title} at the museum`, planned: on(date), variants: [{ channelId: channels.instagram ?? '' }] })
  const variantId = post.variants[0]?.id ?? ''
  await walk(place, [variantId], 'scheduled')
  await client.handOff.confirm({ clientId, variantId, permalink, at: { date, time: '09:00' } })
  return { postId: post.id, variantId }
}

async function start() {
  const place = await startPlanning()
  const older = await publish(place, 'Gulls', 'instagram.com/p/Gulls1', '2026-09-20')
  const newer = await publish(place, 'Lanterns', 'instagram.com/p/Lanterns2', '2026-09-25')
  // Steps over the list of clients are older than those of the client.
  place.wait(60_000)
  const { clientId, client, core } = place
  const { inbox } = client
  const say = (more: object = {}) => inbox.capture({ clientId, network: 'instagram', text: 'Is it open?', author: '@Zoe', sentAt: '2026-09-28T08:00:00.000Z', ...more })
  const told = async (conversationId: string) => {
    const { post, postBy, hasLinkedPost, row } = await inbox.get({ clientId, conversationId })
    expect(row.post?.postId).toBe(post?.postId)
    return { post: post?.postId ?? null, postBy, hasLinkedPost }
  }
  return { place, core, client, clientId, inbox, older, newer, say, told }
}

describe('the post that a conversation began under', () => {
  it('is named by hand, changed and taken away, each a step to undo', async () => {
    const { client, clientId, inbox, older, newer, say, told } = await start()
    const { conversationId } = await say()
    expect(await told(conversationId)).toEqual({ post: null, postBy: 'link', hasLinkedPost: false })
    await inbox.choosePost({ clientId, conversationId, variantId: older.variantId })
    await inbox.choosePost({ clientId, conversationId, variantId: newer.variantId })
    expect(await told(conversationId)).toEqual({ post: newer.postId, postBy: 'person', hasLinkedPost: false })
    await inbox.choosePost({ clientId, conversationId, variantId: null })
    expect(await told(conversationId)).toEqual({ post: null, postBy: 'link', hasLinkedPost: false })
    await client.history.undo({ clientId })
    expect((await told(conversationId)).post).toBe(newer.postId)
    await client.history.undo({ clientId })
    expect((await told(conversationId)).post).toBe(older.postId)
    await client.history.redo({ clientId })
    expect((await told(conversationId)).post).toBe(newer.postId)
  })

  it('is known by a link to it or to a comment under it, until a person says otherwise', async () => {
    const { clientId, inbox, older, newer, say, told } = await start()
    const { conversationId } = await say({ link: 'https://instagram.com/p/Gulls1/c/17912?igsh=abc' })
    expect(await told(conversationId)).toEqual({ post: older.postId, postBy: 'link', hasLinkedPost: true })
    await inbox.choosePost({ clientId, conversationId, variantId: newer.variantId })
    expect(await told(conversationId)).toEqual({ post: newer.postId, postBy: 'person', hasLinkedPost: true })
    await inbox.choosePost({ clientId, conversationId, variantId: null })
    expect(await told(conversationId)).toEqual({ post: null, postBy: 'person', hasLinkedPost: true })
    await inbox.forgetPost({ clientId, conversationId })
    expect(await told(conversationId)).toEqual({ post: older.postId, postBy: 'link', hasLinkedPost: true })
  })

  it('is said while a message is taken down, and goes with it as one step', async () => {
    const { client, clientId, inbox, newer, say, told } = await start()
    const { conversationId, row } = await say({ postVariantId: newer.variantId })
    expect(row.post).toEqual({ postId: newer.postId, variantId: newer.variantId, title: 'Lanterns', permalink: 'https://www.instagram.com/p/Lanterns2', publishedAt: expect.any(String) })
    await client.history.undo({ clientId })
    expect(await inbox.list({ clientId, view: 'all' })).toMatchObject({ total: 0 })
    await client.history.redo({ clientId })
    expect((await told(conversationId)).post).toBe(newer.postId)
  })

  it('stays when the same messages are imported again', async () => {
    const { core, client, clientId, inbox, newer, told } = await start()
    const path = join(await tempFolder(), 'message_1.json')
    const said = (sender_name: string, timestamp_ms: number, content: string) => ({ sender_name, timestamp_ms, content })
    const write = (more: object[]) => writeFile(path, JSON.stringify({ participants: [{ name: 'Zoe' }, { name: 'Nordlys' }], title: 'Zoe', thread_path: 'inbox/zoe_1', messages: [...more, said('Zoe', 1770120000137, 'Hello')] }))
    const take = async (added: number) => inbox.commitImport({ clientId, files: [core.registerPath(path)], own: [{ network: 'instagram', key: 'nordlys' }], expect: { added } })
    await write([])
    await take(1)
    const [row] = (await inbox.list({ clientId, view: 'all' })).rows
    const conversationId = row?.id ?? ''
    await inbox.choosePost({ clientId, conversationId, variantId: newer.variantId })
    await write([said('Zoe', 1770123600137, 'Anybody?')])
    await take(1)
    expect(await inbox.get({ clientId, conversationId })).toMatchObject({ row: { messages: 2 }, postBy: 'person' })
    expect((await told(conversationId)).post).toBe(newer.postId)
    await client.history.undo({ clientId })
    expect((await told(conversationId)).post).toBe(newer.postId)
  })

  it('is the same in the history of the person, and is not told while it is in the trash', async () => {
    const { client, clientId, inbox, older, say, told } = await start()
    const { conversationId } = await say()
    await inbox.choosePost({ clientId, conversationId, variantId: older.variantId })
    const history = () => client.people.history({ clientId, person: { network: 'instagram', key: 'zoe' } })
    expect((await history()).entries).toMatchObject([{ conversationId, post: { postId: older.postId, title: 'Gulls' } }])
    await client.posts.trash({ clientId, ids: [older.postId] })
    expect((await told(conversationId)).post).toBeNull()
    expect((await history()).entries).toMatchObject([{ conversationId, post: null }])
    await expect(inbox.choosePost({ clientId, conversationId, variantId: older.variantId })).rejects.toMatchObject({ code: 'not-found.variant' })
    await client.posts.untrash({ clientId, ids: [older.postId] })
    expect((await told(conversationId)).post).toBe(older.postId)
  })
})

describe('posts to choose from', () => {
  it('are those that are published, on the network first, the newest first, each post once', async () => {
    const { place, clientId, inbox, older, newer, say } = await start()
    const { channels } = place
    const planned = await makePost(place, { title: 'Winter hours', planned: on('2026-12-20'), variants: [{ channelId: channels.instagram ?? '' }, { channelId: channels.x ?? '' }] })
    await makePost(place, { title: 'Due today', planned: on('2026-10-01', '08:00'), variants: [{ channelId: channels.instagram ?? '' }] })
    const { conversationId } = await say()
    const titles = async (more: object) => (await inbox.postChoices({ clientId, ...more })).posts.map(({ title, network }) => `${title} ${network}`)
    expect(await titles({ conversationId })).toEqual(['Lanterns instagram', 'Gulls instagram', 'Due today instagram', 'Winter hours instagram'])
    expect(await titles({ network: 'x' })).toEqual(['Lanterns instagram', 'Gulls instagram', 'Due today instagram', 'Winter hours x'])
    expect(await titles({ search: 'gul' })).toEqual(['Gulls instagram'])
    expect(await inbox.postChoices({ clientId, search: 'https://www.instagram.com/p/Gulls1/?utm_source=x' })).toMatchObject({ total: 1, posts: [{ variantId: older.variantId }] })
    expect(await inbox.postChoices({ clientId, search: 'https://www.instagram.com/p/Unknown' })).toEqual({ total: 0, posts: [] })
    expect(await inbox.postChoices({ clientId, limit: 1 })).toMatchObject({ total: 4, posts: [{ variantId: newer.variantId }] })
    expect(planned.variants).toHaveLength(2)
  })
})
