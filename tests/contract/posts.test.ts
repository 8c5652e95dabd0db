import { describe, expect, it } from 'vitest'
import { makePost, on, startPlanning, walk } from '../support/planning'

describe('a post', () => {
  it('is made with its variants at its time, listed, and found by the beginning of a word', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place, { labels: ['Sea', 'sea', 'Dawn'] })
    const planned = { date: '2026-10-23', time: '09:00', zone: 'Europe/Oslo', instant: '2026-10-23T07:00:00.000Z' }
    expect(post).toMatchObject({
      stage: 'post',
      labels: ['Dawn', 'Sea'],
      planned,
      variants: [{ network: 'instagram', state: 'draft', ownTime: false, text: null, planned }, { network: 'x', planned }]
    })
    expect(await client.posts.list({ clientId, search: 'boa' })).toMatchObject({ total: 1, posts: [{ id: post.id, excerpt: 'Boats at dawn', variants: [{}, {}] }] })
    expect(await client.posts.get({ clientId, postId: post.id })).toEqual(post)
    expect((await client.posts.list({ clientId, search: 'ship' })).total).toBe(0)
  })

  it('is found by the words of a variant, a label and its notes, also after they changed', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId, variants: [variant] } = await makePost(place, { labels: ['Ferries'], notes: 'Ask Åse' })
    await client.posts.updateVariant({ clientId, variantId: variant?.id ?? '', text: 'Gråmåke over havna' })
    const found = async (search: string) => (await client.posts.list({ clientId, search })).total
    expect([await found('gramake'), await found('ferr'), await found('åse'), await found('boats')]).toEqual([1, 1, 1, 1])
    await client.posts.updateVariant({ clientId, variantId: variant?.id ?? '', text: null })
    await client.posts.update({ clientId, postId, labels: [], notes: '' })
    expect([await found('gramake'), await found('ferr'), await found('åse'), await found('boats')]).toEqual([0, 0, 0, 1])
  })

  it('keeps what an update does not name, and is not touched by one that changes nothing', async () => {
    const place = await startPlanning()
    const { client, clientId, wait } = place
    const post = await makePost(place, { labels: ['Sea'], link: 'https://example.org' })
    wait(10_000)
    expect(await client.posts.update({ clientId, postId: post.id, text: post.text, labels: ['sea'], title: 'Harbor' })).toEqual(post)
    const before = (await client.history.list({ clientId })).total
    await client.posts.update({ clientId, postId: post.id, title: 'Quay' })
    expect((await client.history.list({ clientId })).total).toBe(before + 1)
    expect(await client.posts.get({ clientId, postId: post.id })).toMatchObject({ title: 'Quay', text: 'Boats at dawn', link: 'https://example.org', labels: ['Sea'] })
  })

  it('shows its pictures on each channel until one has pictures of its own', async () => {
    const place = await startPlanning()
    const { client, clientId, assetIds: [harbor = '', boats = '', gulls = ''] } = place
    const { id: postId, variants: [first] } = await makePost(place, { media: [{ assetId: harbor, altText: 'A harbor' }] })
    const media = [{ assetId: boats }, { assetId: gulls }]
    const own = await client.posts.setMedia({ clientId, postId, variantId: first?.id, media })
    expect(own.media.map((one) => [one.assetId, one.altText])).toEqual([[harbor, 'A harbor']])
    expect(own.variants.map((variant) => variant.media?.map((one) => one.assetId))).toEqual([[boats, gulls], undefined])
    const turned = await client.posts.setMedia({ clientId, postId, variantId: first?.id, media: media.toReversed() })
    expect(turned.variants[0]?.media?.map((one) => one.assetId)).toEqual([gulls, boats])
    const back = await client.posts.setMedia({ clientId, postId, variantId: first?.id, media: null })
    expect(back.variants[0]?.media).toBeNull()
    expect((await client.posts.list({ clientId, assetId: harbor })).posts).toMatchObject([{ id: postId, mediaCount: 1 }])
    expect((await client.posts.list({ clientId, assetId: gulls })).total).toBe(0)
  })

  it('keeps steps of its checklist by their id', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId } = await makePost(place)
    const step = (text: string, id?: string) => ({ ...(id && { id }), text, owner: '', dueOn: null, done: false })
    const { checklist: [photo] } = await client.posts.setChecklist({ clientId, postId, steps: [step('Photo'), step('Quote')] })
    const { checklist } = await client.posts.setChecklist({ clientId, postId, steps: [step('Fact check'), { ...step('Photo', photo?.id), done: true }] })
    expect(checklist).toMatchObject([{ text: 'Fact check' }, { id: photo?.id, text: 'Photo', done: true }])
  })

  it('is copied as a draft without a date, with its words, pictures and channels', async () => {
    const place = await startPlanning()
    const { client, clientId, assetIds: [assetId = ''] } = place
    const post = await makePost(place, { media: [{ assetId }], labels: ['Sea'] })
    const [first] = post.variants
    await client.posts.updateVariant({ clientId, variantId: first?.id ?? '', text: 'For Instagram' })
    await walk(place, [first?.id ?? ''], 'scheduled', 'published')
    const { posts: [copy] } = await client.posts.duplicate({ clientId, ids: [post.id] })
    expect(copy).toMatchObject({ title: 'Harbor', labels: ['Sea'], planned: null, media: [{ assetId }], variants: [{ text: 'For Instagram', state: 'draft', planned: null, publishedAt: null }, { text: null }] })
    const { posts: [dragged] } = await client.posts.duplicate({ clientId, ids: [post.id], planned: on('2026-11-02') })
    expect(dragged?.variants.map((variant) => variant.planned?.instant)).toEqual(['2026-11-02T08:00:00.000Z', '2026-11-02T08:00:00.000Z'])
    const other = await makePost(place, { title: 'Other' })
    const before = (await client.posts.list({ clientId })).total
    place.wait(1_000)
    const { posts: both } = await client.posts.duplicate({ clientId, ids: [post.id, other.id], times: [on('2026-11-03'), on('2026-11-05', '18:00')] })
    expect(both.map(({ title, planned }) => `${title} ${planned?.date} ${planned?.time}`)).toEqual(['Harbor 2026-11-03 09:00', 'Other 2026-11-05 18:00'])
    await client.history.undo({ clientId })
    expect((await client.posts.list({ clientId })).total).toBe(before)
  })

  it('goes to the trash and comes back, published or not, until the trash is emptied', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place)
    await walk(place, post.variants.map(({ id }) => id), 'scheduled', 'published')
    expect(await client.posts.trash({ clientId, ids: [post.id] })).toEqual({ changed: 1 })
    expect((await client.posts.list({ clientId })).total).toBe(0)
    expect(await client.posts.list({ clientId, trashed: true })).toMatchObject({ total: 1 })
    await client.posts.untrash({ clientId, ids: [post.id] })
    expect((await client.posts.get({ clientId, postId: post.id })).variants).toMatchObject([{ state: 'published' }, { state: 'published' }])
    await client.posts.trash({ clientId, ids: [post.id] })
    await expect(client.posts.emptyTrash({ clientId, confirm: 2 })).rejects.toMatchObject({ code: 'validation.input' })
    expect(await client.posts.emptyTrash({ clientId, confirm: 1 })).toEqual({ ok: true, removed: 1 })
    await expect(client.posts.get({ clientId, postId: post.id })).rejects.toMatchObject({ code: 'not-found.post' })
  })

  it('leaves the trash for good after thirty days, when the client is opened', async () => {
    const place = await startPlanning()
    const { core, client, clientId, wait } = place
    const [old, young] = [await makePost(place), await makePost(place)]
    await client.posts.trash({ clientId, ids: [old.id] })
    wait(20 * 86_400_000)
    await client.posts.trash({ clientId, ids: [young.id] })
    wait(11 * 86_400_000)
    await core.services.workspaces.close(clientId)
    expect((await client.posts.list({ clientId, trashed: true })).posts).toMatchObject([{ id: young.id }])
  })
})

describe('an idea', () => {
  it('keeps notes and pictures when it is given a date, and is a post from then on', async () => {
    const place = await startPlanning()
    const { client, clientId, assetIds: [assetId = ''] } = place
    const idea = await client.posts.create({ clientId, stage: 'idea', title: 'Night opening', notes: 'Ask the guards', media: [{ assetId }] })
    expect(await client.posts.counts({ clientId })).toMatchObject({ ideas: 1, unplanned: 0 })
    await client.posts.schedule({ clientId, items: [{ postId: idea.id, planned: on('2026-12-01', '18:00') }] })
    expect(await client.posts.get({ clientId, postId: idea.id })).toMatchObject({ stage: 'post', notes: 'Ask the guards', media: [{ assetId }], planned: { time: '18:00' } })
    expect((await client.posts.counts({ clientId })).ideas).toBe(0)
    await client.posts.updateMany({ clientId, ids: [idea.id], stage: 'idea' })
    expect(await client.posts.get({ clientId, postId: idea.id })).toMatchObject({ stage: 'idea', planned: null })
  })

  it('is put between two others, as often as one likes', async () => {
    const { client, clientId } = await startPlanning()
    const make = async (title: string) => (await client.posts.create({ clientId, stage: 'idea', title })).id
    const [one, two, three] = [await make('one'), await make('two'), await make('three')]
    const titles = async () => (await client.posts.list({ clientId, stage: 'idea', sort: 'position', descending: false })).posts.filter(({ ideaColumn }) => ideaColumn === 'inbox').map(({ title }) => title)
    await client.posts.reorder({ clientId, postId: three, ideaColumn: 'inbox', beforeId: one })
    expect(await titles()).toEqual(['three', 'one', 'two'])
    for (let time = 0; time < 60; time += 1) await client.posts.reorder({ clientId, postId: time % 2 === 0 ? two : one, ideaColumn: 'inbox', beforeId: time % 2 === 0 ? one : two })
    expect(await titles()).toEqual(['three', 'one', 'two'])
    await client.posts.reorder({ clientId, postId: one, ideaColumn: 'inbox' })
    expect(await titles()).toEqual(['three', 'two', 'one'])
    await client.posts.reorder({ clientId, postId: three, ideaColumn: 'ready' })
    expect(await titles()).toEqual(['two', 'one'])
  })
})
