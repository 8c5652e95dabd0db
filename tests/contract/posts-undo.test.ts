import { describe, expect, it } from 'vitest'
import { makePost, on, planningRows, type PlanningPlace, searchRows, startPlanning, walk } from '../support/planning'

interface Stage extends PlanningPlace {
  postId: string
  other: string
  variantIds: [string, string]
  trashed: string
}

async function setStage(): Promise<Stage> {
  const place = await startPlanning()
  const { client, clientId, assetIds: [harbor = '', boats = ''] } = place
  const post = await makePost(place, { labels: ['Sea'], media: [{ assetId: harbor }, { assetId: boats }] })
  const { id: other } = await makePost(place, { title: 'Museum', stage: 'idea', planned: null })
  const { id: trashed } = await makePost(place, { title: 'Old' })
  await client.posts.trash({ clientId, ids: [trashed] })
  const [one, two] = post.variants
  const variantIds: [string, string] = [one?.id ?? '', two?.id ?? '']
  await walk(place, variantIds, 'approved')
  place.wait(3_600_000)
  return { ...place, postId: post.id, other, trashed, variantIds }
}

const commands: Record<string, (stage: Stage) => Promise<unknown>> = {
  create: (stage) => makePost(stage, { labels: ['New'], media: [{ assetId: stage.assetIds[2] ?? '' }] }),
  'update (the approval of both ends)': ({ client, clientId, postId }) => client.posts.update({ clientId, postId, text: 'Other words', labels: ['Ice'], notes: 'n' }),
  setMedia: ({ client, clientId, postId, assetIds }) => client.posts.setMedia({ clientId, postId, media: [{ assetId: assetIds[1] ?? '' }, { assetId: assetIds[2] ?? '', altText: 'Gulls' }] }),
  'setMedia of a variant': ({ client, clientId, postId, variantIds: [variantId], assetIds }) => client.posts.setMedia({ clientId, postId, variantId, media: [{ assetId: assetIds[2] ?? '' }] }),
  setChecklist: ({ client, clientId, postId }) => client.posts.setChecklist({ clientId, postId, steps: [{ text: 'Photo', owner: 'Ada', dueOn: '2026-10-20', done: false }] }),
  addVariants: ({ client, clientId, postId, channels }) => client.posts.addVariants({ clientId, postId, variants: [{ channelId: channels.linkedin ?? '' }] }),
  removeVariant: ({ client, clientId, variantIds: [variantId] }) => client.posts.removeVariant({ clientId, variantId }),
  updateVariant: ({ client, clientId, variantIds: [variantId] }) => client.posts.updateVariant({ clientId, variantId, text: 'Own words', parts: ['a', 'b'], fields: { title: 'T' }, format: 'thread' }),
  setState: ({ client, clientId, variantIds }) => client.posts.setState({ clientId, variantIds, state: 'scheduled' }),
  schedule: ({ client, clientId, postId, other, variantIds: [variantId] }) =>
    client.posts.schedule({ clientId, items: [{ postId, planned: on('2026-11-05') }, { variantId, planned: on('2026-11-06', '12:00') }, { postId: other, planned: on('2026-11-07') }] }),
  'schedule without a time': ({ client, clientId, postId }) => client.posts.schedule({ clientId, items: [{ postId, planned: null }] }),
  shift: ({ client, clientId, postId, other }) => client.posts.shift({ clientId, ids: [postId, other], days: 3 }),
  reschedule: ({ client, clientId, postId, other }) => client.posts.reschedule({ clientId, ids: [postId, other], date: '2026-11-12', time: '14:15' }),
  updateMany: ({ client, clientId, postId, other, channels }) =>
    client.posts.updateMany({ clientId, ids: [postId, other], owner: 'Ben', addLabels: ['Both'], removeLabels: ['sea'], addChannels: [{ channelId: channels.linkedin ?? '' }], removeChannelIds: [channels.x ?? ''] }),
  'updateMany to ideas': ({ client, clientId, postId }) => client.posts.updateMany({ clientId, ids: [postId], stage: 'idea' }),
  duplicate: ({ client, clientId, postId }) => client.posts.duplicate({ clientId, ids: [postId], planned: on('2026-11-09') }),
  reorder: ({ client, clientId, other }) => client.posts.reorder({ clientId, postId: other, ideaColumn: 'ready' }),
  trash: ({ client, clientId, postId, other }) => client.posts.trash({ clientId, ids: [postId, other] }),
  untrash: ({ client, clientId, trashed }) => client.posts.untrash({ clientId, ids: [trashed] }),
  restoreVersion: async ({ client, clientId, postId }) => {
    const { versions } = await client.posts.versions({ clientId, postId })
    await client.posts.update({ clientId, postId, text: 'Later words', title: 'Later' })
    return client.posts.restoreVersion({ clientId, postId, stepId: versions.at(-1)?.stepId ?? 0 })
  }
}

describe('every command on posts', () => {
  it.each(Object.keys(commands))('%s is taken back exactly by one undo, and done again by redo', async (name) => {
    const stage = await setStage()
    const { client, clientId } = stage
    const steps = async () => (await client.history.list({ clientId })).total
    const count = await steps()
    let before = await planningRows(stage)
    if (name === 'restoreVersion') {
      await client.posts.update({ clientId, postId: stage.postId, text: 'Later words', title: 'Later' })
      before = await planningRows(stage)
      stage.wait(60_000)
    }
    const wordsBefore = await searchRows(stage)
    await commands[name]?.(stage)
    const after = await planningRows(stage)
    const wordsAfter = await searchRows(stage)
    expect(after).not.toEqual(before)
    expect(await steps()).toBe(count + (name === 'restoreVersion' ? 2 : 1))
    await client.history.undo({ clientId })
    expect(await planningRows(stage)).toEqual(before)
    expect(await searchRows(stage)).toEqual(wordsBefore)
    await client.history.redo({ clientId })
    expect(await planningRows(stage)).toEqual(after)
    expect(await searchRows(stage)).toEqual(wordsAfter)
  })
})
