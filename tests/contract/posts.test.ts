import { describe, expect, it } from 'vitest'
import { type PlanningPlace, startPlanning } from '../support/planning'

const at = (date: string, time = '09:00') => ({ date, time })

async function makePost(place: PlanningPlace, more: Record<string, unknown> = {}) {
  const { core, clientId, channels } = place
  const variants = [{ channelId: channels.instagram ?? '' }, { channelId: channels.x ?? '' }]
  return core.client.posts.create({ clientId, title: 'Harbor', text: 'Boats at dawn', planned: at('2026-10-23'), variants, ...more })
}

describe('a post', () => {
  it('is made with its variants at its time, listed, and found by the beginning of a word', async () => {
    const place = await startPlanning()
    const { core: { client }, clientId } = place
    const post = await makePost(place, { labels: ['Sea', 'sea', 'Dawn'] })
    expect(post).toMatchObject({
      stage: 'post', labels: ['Dawn', 'Sea'], planned: { date: '2026-10-23', time: '09:00', zone: 'Europe/Oslo', instant: '2026-10-23T07:00:00.000Z' },
      variants: [{ network: 'instagram', state: 'draft', ownTime: false, text: null }, { network: 'x', planned: { instant: '2026-10-23T07:00:00.000Z' } }]
    })
    const found = await client.posts.list({ clientId, search: 'boa' })
    expect(found).toMatchObject({ total: 1, posts: [{ id: post.id, excerpt: 'Boats at dawn', variants: [{}, {}] }] })
    expect(await client.posts.get({ clientId, postId: post.id })).toEqual(post)
    expect((await client.posts.list({ clientId, search: 'ship' })).total).toBe(0)
  })
})
