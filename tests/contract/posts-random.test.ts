import { describe, expect, it } from 'vitest'
import { openStates } from '../../src/shared/features/posts/post-states'
import { variantState } from '../../src/shared/features/posts/posts.schema'
import { makePost, planningRows, type PlanningPlace, searchRows, startPlanning } from '../support/planning'

/** Numbers by a seed, so that a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Choice {
  place: PlanningPlace
  any: (below: number) => number
  pick: <T>(values: readonly T[]) => T
  postId: string
  variantId: string
}

const day = (n: number) => `2026-10-${String(n + 10).padStart(2, '0')}`

const commands: ((choice: Choice) => Promise<unknown>)[] = [
  ({ place, any }) => makePost(place, { title: `T${any(100)}`, labels: ['Sea'] }),
  ({ place: { client, clientId }, postId, any }) => client.posts.update({ clientId, postId, text: `Words ${any(1000)}`, labels: [`L${any(3)}`] }),
  ({ place: { client, clientId }, postId, any }) => client.posts.update({ clientId, postId, link: `https://example.org/${any(9)}` }),
  ({ place: { client, clientId }, variantId, any }) => client.posts.updateVariant({ clientId, variantId, text: any(3) === 0 ? null : `Own ${any(1000)}` }),
  ({ place: { client, clientId, assetIds }, postId, pick }) => client.posts.setMedia({ clientId, postId, media: [{ assetId: pick(assetIds) }] }),
  ({ place: { client, clientId, assetIds }, postId, variantId, pick }) => client.posts.setMedia({ clientId, postId, variantId, media: [{ assetId: pick(assetIds) }, { assetId: pick(assetIds) }] }),
  ({ place: { client, clientId }, variantId, pick }) => client.posts.setState({ clientId, variantIds: [variantId], state: pick(variantState.options), note: 'n' }),
  ({ place: { client, clientId }, postId, any }) => client.posts.schedule({ clientId, items: [{ postId, planned: any(4) === 0 ? null : { date: day(any(20)), time: '09:00' } }] }),
  ({ place: { client, clientId }, variantId, any }) => client.posts.schedule({ clientId, items: [{ variantId, planned: { date: day(any(20)), time: '12:00' }, inherit: any(2) === 0 }] }),
  ({ place: { client, clientId }, postId, any }) => client.posts.shift({ clientId, ids: [postId], days: any(9) - 4 }),
  ({ place: { client, clientId, channels }, postId, pick }) => client.posts.addVariants({ clientId, postId, variants: [{ channelId: pick(Object.values(channels)) }] }),
  ({ place: { client, clientId }, variantId }) => client.posts.removeVariant({ clientId, variantId }),
  ({ place: { client, clientId }, postId, any }) => client.posts.updateMany({ clientId, ids: [postId], stage: any(2) === 0 ? 'idea' : 'post', addLabels: ['Many'] }),
  ({ place: { client, clientId }, postId }) => client.posts.duplicate({ clientId, ids: [postId] }),
  ({ place: { client, clientId }, postId }) => client.posts.trash({ clientId, ids: [postId] }),
  ({ place: { client, clientId }, postId }) => client.posts.untrash({ clientId, ids: [postId] })
]

async function doSomething(place: PlanningPlace, any: Choice['any']): Promise<void> {
  const { client, clientId } = place
  const pick: Choice['pick'] = (values) => values[any(values.length)] ?? (values[0] as (typeof values)[number])
  const { posts } = await client.posts.list({ clientId, sort: 'created', trashed: any(8) === 0 })
  const post = posts.length > 0 ? pick(posts) : undefined
  const variant = post && post.variants.length > 0 ? pick(post.variants) : undefined
  await pick(commands)({ place, any, pick, postId: post?.id ?? 'none', variantId: variant?.id ?? 'none' }).catch((error: { code: string }) => {
    // What the rules refuse is refused by name and changes nothing.
    expect(error.code).toMatch(/^(?:not-found\.|conflict\.post-|validation\.not-planned)/)
  })
}

/** Variants that follow their post and stand elsewhere: what is settled stays where it was. */
async function strays({ core, clientId }: PlanningPlace): Promise<unknown[]> {
  const { reader } = await core.services.workspaces.open(clientId)
  const rows = reader('variant').join('post', 'post.id', 'variant.post_id').where('variant.own_time', 0).whereIn('variant.state', [...openStates])
  return rows.whereRaw('variant.planned_instant IS NOT post.planned_instant').select('variant.id', 'variant.state')
}

describe('any commands on posts, in any order', () => {
  it.each([1, 2, 3])('are taken back one by one to the beginning and done again to the end (%i)', { timeout: 120_000 }, async (seed) => {
    const place = await startPlanning()
    const { client, clientId, wait } = place
    const any = numbers(seed)
    await makePost(place)
    wait(60_000)
    const look = async () => [await planningRows(place), await searchRows(place)]
    const steps = async () => (await client.history.list({ clientId, limit: 1 })).total
    const states = [await look()]
    for (let n = 0; n < 60; n += 1) {
      const before = await steps()
      await doSomething(place, any)
      expect(await strays(place)).toEqual([])
      // A pause, so that no two are one step.
      wait(10_000)
      if ((await steps()) > before) states.push(await look())
      else expect(await look()).toEqual(states.at(-1))
    }
    expect(states.length).toBeGreaterThan(20)
    for (const state of states.slice(0, -1).toReversed()) {
      await client.history.undo({ clientId })
      expect(await look()).toEqual(state)
    }
    for (const state of states.slice(1)) {
      await client.history.redo({ clientId })
      expect(await look()).toEqual(state)
    }
  })
})
