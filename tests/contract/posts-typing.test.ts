import { describe, expect, it } from 'vitest'
import { makePost, startPlanning } from '../support/planning'

async function typing() {
  const place = await startPlanning()
  const { client, clientId, core, wait } = place
  const post = await makePost(place, { text: '' })
  wait(60_000)
  const type = async (text: string, pause = 500) => {
    wait(pause)
    await client.posts.update({ clientId, postId: post.id, text })
  }
  const steps = async () => (await client.history.list({ clientId })).total
  const changes = async () => {
    const { reader } = await core.services.workspaces.open(clientId)
    return ((await reader('change').where({ table_name: 'post', row_id: post.id }).count({ n: '*' }).first()) as { n: number }).n
  }
  return { ...place, post, type, steps, changes, text: async () => (await client.posts.get({ clientId, postId: post.id })).text }
}

describe('typing', () => {
  it('is one step to undo and one row of the log, however many letters it has', async () => {
    const { client, clientId, type, steps, changes, text } = await typing()
    const before = [await steps(), await changes()]
    for (const words of ['B', 'Bo', 'Boa', 'Boat', 'Boats']) await type(words)
    expect([await steps(), await changes()]).toEqual(before.map((n) => n + 1))
    await client.history.undo({ clientId })
    expect(await text()).toBe('')
    await client.history.redo({ clientId })
    expect(await text()).toBe('Boats')
  })

  it('is a new step after a pause, after a minute, and when another field is typed in', async () => {
    const { client, clientId, post, type, steps } = await typing()
    const before = await steps()
    await type('a')
    await type('ab', 5001)
    expect(await steps()).toBe(before + 2)
    for (let n = 0; n < 20; n += 1) await type(`ab${'c'.repeat(n + 1)}`, 4000)
    expect(await steps()).toBe(before + 3)
    await client.posts.update({ clientId, postId: post.id, title: 'T' })
    await type('end')
    expect(await steps()).toBe(before + 5)
  })

  it('goes on as a new step after an undo, and what was undone cannot be redone then', async () => {
    const { client, clientId, type, text } = await typing()
    await type('first')
    await client.history.undo({ clientId })
    await type('second')
    expect((await client.history.state({ clientId })).redo).toBeNull()
    await client.history.undo({ clientId })
    expect(await text()).toBe('')
  })

  it('does not swallow what was done in between', async () => {
    const { client, clientId, post, type, text } = await typing()
    await type('one')
    await client.posts.setState({ clientId, variantIds: [post.variants[0]?.id ?? ''], state: 'in-review' })
    await type('one two')
    await client.history.undo({ clientId })
    expect(await text()).toBe('one')
    await client.history.undo({ clientId })
    expect((await client.posts.get({ clientId, postId: post.id })).variants[0]?.state).toBe('draft')
    await client.history.undo({ clientId })
    expect(await text()).toBe('')
  })

  it('on a channel is a step of its own', async () => {
    const { client, clientId, post, wait, steps } = await typing()
    const before = await steps()
    const [one, two] = post.variants
    for (const variantId of [one?.id ?? '', two?.id ?? '']) {
      for (const text of ['a', 'ab', 'abc']) {
        wait(500)
        await client.posts.updateVariant({ clientId, variantId, text })
      }
    }
    expect(await steps()).toBe(before + 2)
  })

  it('is told to everybody who listens, at each letter', async () => {
    const { core, type } = await typing()
    core.events.length = 0
    for (const words of ['a', 'ab', 'abc']) await type(words)
    expect(core.events.filter(({ type: kind }) => kind === 'workspace.changed')).toHaveLength(3)
  })
})

describe('the versions of a post', () => {
  it('are told newest first, with what each changed', async () => {
    const { client, clientId, post, type, wait } = await typing()
    for (const words of ['Boats', 'Boats at', 'Boats at dawn']) await type(words)
    wait(10_000)
    await client.posts.updateVariant({ clientId, variantId: post.variants[0]?.id ?? '', text: 'For Instagram' })
    await client.posts.update({ clientId, postId: post.id, labels: ['Sea'] })
    await client.posts.schedule({ clientId, items: [{ postId: post.id, planned: null }] })
    const { total, versions } = await client.posts.versions({ clientId, postId: post.id })
    expect(total).toBe(5)
    expect(versions.map(({ operation, fields }) => [operation, fields])).toEqual([
      ['posts.schedule', ['time']],
      ['posts.update', ['labels']],
      ['posts.updateVariant', ['text']],
      ['posts.update', ['text']],
      ['posts.create', ['all', 'channels']]
    ])
    const [, , , typed] = versions
    expect(await client.posts.getVersion({ clientId, postId: post.id, stepId: typed?.stepId ?? 0 })).toMatchObject({ text: 'Boats at dawn', variants: [{ text: null }, { text: null }] })
  })

  it('bring back the words of then, and leave time, states and what is published', async () => {
    const { client, clientId, post, type, wait } = await typing()
    const [one, two] = post.variants
    await type('Boats at dawn')
    await client.posts.updateVariant({ clientId, variantId: two?.id ?? '', text: 'For X' })
    const [{ stepId } = { stepId: 0 }] = (await client.posts.versions({ clientId, postId: post.id })).versions
    wait(10_000)
    await client.posts.setState({ clientId, variantIds: [one?.id ?? ''], state: 'scheduled' })
    await client.posts.setState({ clientId, variantIds: [one?.id ?? ''], state: 'published' })
    await type('All new')
    await client.posts.updateVariant({ clientId, variantId: two?.id ?? '', text: null })
    const restored = await client.posts.restoreVersion({ clientId, postId: post.id, stepId })
    expect(restored).toMatchObject({ text: 'Boats at dawn', planned: post.planned, variants: [{ state: 'published', text: 'Boats at dawn' }, { text: 'For X' }] })
    await client.history.undo({ clientId })
    expect(await client.posts.get({ clientId, postId: post.id })).toMatchObject({ text: 'All new', variants: [{}, { text: null }] })
  })

  it('hold the words of a channel that was taken off since', async () => {
    const { client, clientId, post } = await typing()
    const [one] = post.variants
    await client.posts.updateVariant({ clientId, variantId: one?.id ?? '', text: 'Gone' })
    const [{ stepId } = { stepId: 0 }] = (await client.posts.versions({ clientId, postId: post.id })).versions
    await client.posts.removeVariant({ clientId, variantId: one?.id ?? '' })
    expect((await client.posts.getVersion({ clientId, postId: post.id, stepId })).variants).toMatchObject([{ text: 'Gone' }, { text: null }])
    const [{ stepId: newest } = { stepId: 0 }] = (await client.posts.versions({ clientId, postId: post.id })).versions
    expect((await client.posts.getVersion({ clientId, postId: post.id, stepId: newest })).variants).toHaveLength(1)
    await expect(client.posts.getVersion({ clientId, postId: post.id, stepId: 1 })).rejects.toMatchObject({ code: 'not-found.version' })
  })
})
