import { describe, expect, it } from 'vitest'
import { nextStates } from '../../src/shared/features/posts/post-states'
import { variantState } from '../../src/shared/features/posts/posts.schema'
import { makePost, on, startPlanning, walk } from '../support/planning'

const ids = (post: { variants: { id: string }[] }): string[] => post.variants.map(({ id }) => id)

describe('the states of a variant', () => {
  it('are taken one step at a time; a step that is none is refused by name and changes nothing', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place)
    const [first = '', second = ''] = ids(post)
    await walk(place, [first], 'scheduled')
    await expect(client.posts.setState({ clientId, variantIds: [first, second], state: 'published' })).rejects.toMatchObject({ code: 'conflict.post-state', data: { from: 'draft', to: 'published' } })
    expect((await client.posts.get({ clientId, postId: post.id })).variants.map(({ state }) => state)).toEqual(['scheduled', 'draft'])
  })

  it('allow exactly the steps that are offered', async () => {
    const place = await startPlanning()
    const { client, clientId, core } = place
    const [variantId = ''] = ids(await makePost(place))
    const workspace = await core.services.workspaces.open(clientId)
    for (const from of variantState.options) {
      for (const state of variantState.options.filter((other) => other !== from)) {
        await workspace.command('test.state', (tx) => tx('variant').where({ id: variantId }).update({ state: from }))
        const answer = await client.posts.setState({ clientId, variantIds: [variantId], state, note: 'because' }).then(() => true, (error: { code: string }) => error.code)
        expect([from, state, answer]).toEqual([from, state, nextStates(from).includes(state) ? true : 'conflict.post-state'])
      }
    }
  })

  it('need a time to be scheduled and a sentence to be sent back', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place, { planned: null })
    await expect(client.posts.setState({ clientId, variantIds: ids(post), state: 'scheduled' })).rejects.toMatchObject({ code: 'validation.not-planned', data: { title: 'Harbor' } })
    await walk(place, ids(post), 'in-review')
    await expect(client.posts.setState({ clientId, variantIds: ids(post), state: 'changes-requested', note: '  ' })).rejects.toMatchObject({ code: 'validation.note-missing' })
    await client.posts.setState({ clientId, variantIds: ids(post), state: 'changes-requested', note: 'Name the boat' })
    expect((await client.posts.get({ clientId, postId: post.id })).variants[0]).toMatchObject({ state: 'changes-requested', stateNote: 'Name the boat' })
  })

  it('keep when they were handed over and published', async () => {
    const place = await startPlanning()
    const { client, clientId, wait } = place
    const post = await makePost(place)
    await walk(place, ids(post), 'scheduled', 'handed-over')
    wait(60_000)
    await walk(place, ids(post), 'published')
    expect((await client.posts.get({ clientId, postId: post.id })).variants[0]).toMatchObject({ handedOverAt: '2026-10-01T08:00:00.000Z', publishedAt: '2026-10-01T08:01:00.000Z' })
  })
})

describe('an approval', () => {
  it('ends with the words and pictures it was given for, on the channels that show them', async () => {
    const place = await startPlanning()
    const { client, clientId, assetIds: [assetId = ''] } = place
    const post = await makePost(place)
    const [first = '', second = ''] = ids(post)
    await client.posts.updateVariant({ clientId, variantId: first, text: 'Own words' })
    const states = async () => (await client.posts.get({ clientId, postId: post.id })).variants.map(({ state }) => state)
    await walk(place, [first, second], 'approved')
    await client.posts.update({ clientId, postId: post.id, text: 'Other words' })
    expect(await states()).toEqual(['approved', 'in-review'])
    await client.posts.updateVariant({ clientId, variantId: first, text: 'Own words again' })
    expect(await states()).toEqual(['in-review', 'in-review'])
    await walk(place, [first, second], 'approved')
    await client.posts.setMedia({ clientId, postId: post.id, media: [{ assetId }] })
    expect(await states()).toEqual(['in-review', 'in-review'])
  })

  it('stays when notes, labels or the time change', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place)
    await walk(place, ids(post), 'approved')
    await client.posts.update({ clientId, postId: post.id, notes: 'Call first', labels: ['Sea'], title: 'Quay' })
    await client.posts.schedule({ clientId, items: [{ postId: post.id, planned: on('2026-11-01') }] })
    expect((await client.posts.get({ clientId, postId: post.id })).variants.map(({ state }) => state)).toEqual(['approved', 'approved'])
  })
})

describe('what is published', () => {
  it('keeps its words, pictures and channel, whatever becomes of the post', async () => {
    const place = await startPlanning()
    const { client, clientId, assetIds: [harbor = '', boats = ''] } = place
    const post = await makePost(place, { media: [{ assetId: harbor, altText: 'A harbor' }], link: 'https://example.org/a' })
    const [out = '', open = ''] = ids(post)
    await walk(place, [out], 'scheduled', 'published')
    const refused = { code: 'conflict.post-published' }
    await expect(client.posts.updateVariant({ clientId, variantId: out, text: 'x' })).rejects.toMatchObject(refused)
    await expect(client.posts.setMedia({ clientId, postId: post.id, variantId: out, media: [] })).rejects.toMatchObject(refused)
    await expect(client.posts.removeVariant({ clientId, variantId: out })).rejects.toMatchObject(refused)
    await client.posts.update({ clientId, postId: post.id, text: 'Other words', link: '' })
    const changed = await client.posts.setMedia({ clientId, postId: post.id, media: [{ assetId: boats }] })
    expect(changed).toMatchObject({ text: 'Other words', media: [{ assetId: boats }] })
    expect(changed.variants).toMatchObject([
      { id: out, text: 'Boats at dawn', link: 'https://example.org/a', firstComment: null, media: [{ assetId: harbor, altText: 'A harbor' }] },
      { id: open, text: null, link: null, media: null }
    ])
    await client.posts.updateMany({ clientId, ids: [post.id], removeChannelIds: Object.values(place.channels) })
    expect(ids(await client.posts.get({ clientId, postId: post.id }))).toEqual([out])
  })
})

describe('what is shown of a variant', () => {
  it('is due at its time and overdue an hour later, in the list and in the numbers', async () => {
    const place = await startPlanning()
    const { client, clientId, wait } = place
    const soon = await makePost(place, { planned: on('2026-10-01', '10:30') })
    await walk(place, ids(soon), 'scheduled')
    await makePost(place, { planned: on('2026-10-01', '10:30'), title: 'Only a draft' })
    const shown = async () => {
      const { statuses } = await client.posts.counts({ clientId })
      const listed = Object.fromEntries(await Promise.all((['draft', 'scheduled', 'due', 'overdue'] as const).map(async (status) => [status, (await client.posts.list({ clientId, statuses: [status] })).total] as const)))
      return { statuses, listed }
    }
    expect(await shown()).toEqual({ statuses: { draft: 2, scheduled: 2 }, listed: { draft: 1, scheduled: 1, due: 0, overdue: 0 } })
    wait(30 * 60_000)
    expect(await shown()).toEqual({ statuses: { due: 2, overdue: 2 }, listed: { draft: 0, scheduled: 0, due: 1, overdue: 1 } })
    wait(60 * 60_000)
    expect((await shown()).statuses).toEqual({ due: 2, overdue: 2 })
    wait(1)
    expect(await shown()).toEqual({ statuses: { overdue: 4 }, listed: { draft: 0, scheduled: 0, due: 0, overdue: 2 } })
    await walk(place, ids(soon), 'handed-over')
    expect((await shown()).statuses).toEqual({ overdue: 2, 'handed-over': 2 })
  })
})
