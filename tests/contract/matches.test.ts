import { describe, expect, it } from 'vitest'
import { insertFigures } from '../support/figures'
import { makePost, on, type PlanningPlace, startPlanning } from '../support/planning'

const published = ['2026-09-28T07:30:00.000Z', '2026-09-29T07:30:00.000Z', '2026-09-30T07:30:00.000Z']

/** Three posts on Instagram, 1 to 3, and two of the plan; `pairs` are what the import thought of them. */
async function place(pairs: [subject: number, post: number, state: string, score: number][]) {
  const made = await startPlanning()
  const { core, clientId, channels } = made
  const posts = [await makePost(made, { planned: on('2026-09-28') }), await makePost(made, { title: 'Boats', planned: on('2026-09-29') })]
  const variants = posts.map((post) => post.variants.find(({ channelId }) => channelId === channels.instagram)?.id ?? '')
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('test.figures', async (tx) => {
    await insertFigures(tx, published.map((publishedAt, index) => ({
      kind: 'post' as const, network: 'instagram', channelId: channels.instagram ?? '', key: `p${index}`, text: `Dawn ${index}\nover the harbor`,
      permalink: `https://www.instagram.com/p/abc${index}/?igsh=x`, publishedAt, rows: [{ values: { likes: index } }]
    })))
    for (const [subject, post, state, score] of pairs) {
      await tx('figure_match').insert({
        id: `m${subject}${post}`, subject_id: subject, variant_id: variants[post] ?? '', state, score, reasons_json: JSON.stringify([{ kind: 'time', minutes: 30 }, { kind: 'from a later version' }])
      })
    }
  })
  made.wait(1000)
  return { ...made, posts, variants }
}
const states = async ({ core, clientId }: PlanningPlace) => {
  const { reader } = await core.services.workspaces.open(clientId)
  return Object.fromEntries(((await reader('figure_match').orderBy('id').select('subject_id', 'variant_id', 'state')) as { subject_id: number; variant_id: string; state: string }[]).map((row) => [`${row.subject_id} ${row.variant_id}`, row.state]))
}

describe('matches', () => {
  it('are listed with the likeliest candidate first and the reasons that this version knows', async () => {
    const made = await place([[1, 0, 'doubtful', 0.5], [1, 1, 'doubtful', 0.6]])
    const { rows, counts } = await made.client.matches.list({ clientId: made.clientId })
    expect(counts).toEqual({ doubtful: 1, unplanned: 2, matched: 0, setAside: 0, clear: 0 })
    expect(rows).toMatchObject([{ subjectId: 1, candidates: [{ title: 'Boats', score: 0.6, reasons: [{ kind: 'time', minutes: 30 }] }, { title: 'Harbor' }] }])
    expect(rows[0]?.candidates[0]?.reasons).toHaveLength(1)
  })

  it('turn down what else was thought of either side when one is confirmed, and come back with undo', async () => {
    const made = await place([[1, 0, 'doubtful', 0.5], [1, 1, 'doubtful', 0.6], [2, 0, 'doubtful', 0.4]])
    const before = await states(made)
    await made.client.matches.confirm({ clientId: made.clientId, pairs: [{ subjectId: 1, variantId: made.variants[0] ?? '' }] })
    expect(await states(made)).toEqual({ [`1 ${made.variants[0]}`]: 'confirmed', [`1 ${made.variants[1]}`]: 'rejected', [`2 ${made.variants[0]}`]: 'rejected' })
    await made.client.history.undo({ clientId: made.clientId })
    expect(await states(made)).toEqual(before)
  })

  it('can be picked by hand from the posts of the network, the nearest in time first', async () => {
    const made = await place([])
    const { candidates } = await made.client.matches.candidates({ clientId: made.clientId, subjectId: 2 })
    expect(candidates.map(({ title }) => title)).toEqual(['Boats', 'Harbor'])
    expect((await made.client.matches.candidates({ clientId: made.clientId, subjectId: 2, search: 'harb' })).candidates.map(({ title }) => title)).toEqual(['Harbor'])
    await made.client.matches.confirm({ clientId: made.clientId, pairs: [{ subjectId: 2, variantId: candidates[0]?.variantId ?? '' }] })
    expect((await made.client.matches.list({ clientId: made.clientId, list: 'matched' })).rows).toMatchObject([{ subjectId: 2, candidates: [{ match: 'confirmed', reasons: [{ kind: 'picked' }] }] }])
    expect((await made.client.matches.candidates({ clientId: made.clientId, subjectId: 1 })).candidates.map(({ title }) => title)).toEqual(['Harbor'])
  })

  it('are confirmed all at once where no doubt is left, each post of the plan once', async () => {
    const made = await place([[1, 0, 'doubtful', 0.9], [1, 1, 'doubtful', 0.3], [2, 0, 'doubtful', 0.8], [3, 1, 'doubtful', 0.6]])
    expect((await made.client.matches.counts({ clientId: made.clientId })).clear).toBe(2)
    expect(await made.client.matches.confirmClear({ clientId: made.clientId })).toEqual({ changed: 1 })
    expect(await made.client.matches.counts({ clientId: made.clientId })).toMatchObject({ matched: 1, doubtful: 1 })
  })

  it('are set aside when a post was not planned here, and opened again', async () => {
    const made = await place([[1, 0, 'doubtful', 0.5], [1, 1, 'doubtful', 0.6]])
    await made.client.matches.reject({ clientId: made.clientId, subjectId: 1 })
    expect(await made.client.matches.counts({ clientId: made.clientId })).toMatchObject({ doubtful: 0, setAside: 1, unplanned: 2 })
    await made.client.matches.reopen({ clientId: made.clientId, subjectIds: [1] })
    expect(await made.client.matches.counts({ clientId: made.clientId })).toMatchObject({ doubtful: 1, setAside: 0 })
  })

  it('hand the address and the time of publishing over to the plan', async () => {
    const made = await place([[1, 0, 'confirmed', 1]])
    const { client, clientId, posts, channels } = made
    expect((await client.matches.list({ clientId, list: 'matched' })).rows).toMatchObject([{ offersFacts: true }])
    await client.posts.setState({ clientId, variantIds: [made.variants[0] ?? ''], state: 'scheduled' })
    expect(await client.matches.takeOver({ clientId, subjectIds: [1] })).toEqual({ changed: 1 })
    const post = await client.posts.get({ clientId, postId: posts[0]?.id ?? '' })
    expect(post.variants.find(({ channelId }) => channelId === channels.instagram)).toMatchObject({ state: 'published', permalink: 'https://www.instagram.com/p/abc0', publishedAt: published[0] })
    expect((await client.matches.list({ clientId, list: 'matched' })).rows).toMatchObject([{ offersFacts: false }])
    expect(await client.matches.takeOver({ clientId, subjectIds: [1] })).toEqual({ changed: 0 })
  })

  it('put unplanned posts into the plan as published, in one step', async () => {
    const made = await place([])
    const { client, clientId } = made
    const { postIds } = await client.matches.addToPlan({ clientId, subjectIds: [1, 3] })
    expect(postIds).toHaveLength(2)
    expect(await client.posts.get({ clientId, postId: postIds[0] ?? '' })).toMatchObject({
      title: 'Dawn 0', text: 'Dawn 0\nover the harbor', planned: { date: '2026-09-28', time: '09:30' }, variants: [{ state: 'published', permalink: 'https://www.instagram.com/p/abc0', publishedAt: published[0] }]
    })
    expect(await client.matches.counts({ clientId })).toMatchObject({ matched: 2, unplanned: 1 })
    await client.history.undo({ clientId })
    expect(await client.matches.counts({ clientId })).toMatchObject({ matched: 0, unplanned: 3 })
    await expect(client.posts.get({ clientId, postId: postIds[0] ?? '' })).rejects.toMatchObject({ code: 'not-found.post' })
  })
})
