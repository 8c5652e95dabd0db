import { describe, expect, it } from 'vitest'
import { startTestCore } from '../support/test-core'

describe('the demo client', () => {
  it('comes with nine described photographs, and is found again instead of made twice', async () => {
    const { client } = await startTestCore()
    const first = await client.clients.addDemo()
    expect(first.photographs.map((one) => one.added)).toEqual(Array.from({ length: 9 }, () => true))
    const clientId = first.client.id
    // Figures of three and a half months found the posts that they are of; those with other words wait for a person.
    expect(first.measured).toMatchObject({ posts: 49, files: 19, sure: 87, doubtful: 5 })
    // A month of conversations: some near their breach, some past it, and an incident that was reviewed.
    expect(first.community).toMatchObject({ conversations: 73, people: 8 })
    const { rows } = await client.inbox.list({ clientId })
    expect(new Set(rows.map(({ clock }) => clock.state))).toEqual(new Set(['breached', 'near', 'ahead']))
    expect(await client.inbox.counts({ clientId })).toMatchObject({ breached: 4, near: 4, counts: { unanswered: 16, snoozed: 1, hidden: 1, 'waiting-approval': 2 } })
    expect((await client.inbox.facets({ clientId })).languages).toEqual(['en', 'it', 'nb', 'nl'])
    const [incident] = (await client.incidents.list({ clientId })).incidents
    expect(incident).toMatchObject({ state: 'closed', frozen: false })
    expect((await client.incidents.get({ clientId, incidentId: incident?.id ?? '' })).review.learningId).not.toBeNull()
    const { assets } = await client.assets.list({ clientId })
    for (const asset of assets) {
      expect(asset).toMatchObject({ focalSource: 'person' })
      expect(asset.altText.length).toBeGreaterThan(40)
      expect(asset.tags.length).toBeGreaterThan(0)
    }
    await client.assets.update({ clientId, assetId: assets[0]?.id ?? '', title: 'My own words' })
    const second = await client.clients.addDemo()
    expect(second.client.id).toBe(clientId)
    expect(second.measured).toMatchObject({ posts: 0, files: 0, rows: 0 })
    expect(second.community).toMatchObject({ conversations: 0, messages: 0, people: 0 })
    expect(second.photographs.some((one) => one.added)).toBe(false)
    expect((await client.assets.get({ clientId, assetId: assets[0]?.id ?? '' })).title).toBe('My own words')
  })
})
