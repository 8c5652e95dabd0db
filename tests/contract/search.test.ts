import { describe, expect, it } from 'vitest'
import { makePost, type PlanningPlace, startPlanning } from '../support/planning'
import { startTestCore } from '../support/test-core'

/** A second client beside the museum, with an idea and a campaign. */
async function withHarbor(place: PlanningPlace): Promise<string> {
  const { client } = place
  const { id: clientId } = await client.clients.create({ name: 'Harbor Café', zone: 'Europe/Oslo' })
  await client.posts.create({ clientId, stage: 'idea', title: 'Breakfast boats', text: 'Rolls and coffee on the quay' })
  await client.campaigns.create({ clientId, name: 'Boats in summer', goal: 'More guests at the quay' })
  return clientId
}

const said = ({ hits }: { hits: { kind: string; title: string; clientName: string }[] }) => hits.map(({ kind, title, clientName }) => [kind, title, clientName])

describe('a search over all clients', () => {
  it('finds posts, ideas, campaigns and pictures, what is called so before what tells of it', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    await withHarbor(place)
    const post = await makePost(place, { title: 'Night', text: 'Boats at dawn, and a long way home' })
    const found = await client.search.everywhere({ query: 'boat' })
    expect(said(found)).toEqual([
      ['asset', 'boats', 'Fjord Museum'],
      ['campaign', 'Boats in summer', 'Harbor Café'],
      ['idea', 'Breakfast boats', 'Harbor Café'],
      ['post', 'Night', 'Fjord Museum']
    ])
    expect(found.hits.at(-1)).toMatchObject({ id: post.id, clientId, excerpt: 'Boats at dawn, and a long way home', planned: { time: '09:00' } })
    expect(found.unread).toEqual([])
  })

  it('keeps to one client, or leaves one out, and to the kinds that are asked for', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const harbor = await withHarbor(place)
    expect(said(await client.search.everywhere({ query: 'boats', clientId }))).toEqual([['asset', 'boats', 'Fjord Museum']])
    expect(said(await client.search.everywhere({ query: 'boats', exceptClientId: clientId, kinds: ['idea'] }))).toEqual([['idea', 'Breakfast boats', 'Harbor Café']])
    await client.clients.archive({ clientId: harbor })
    expect(said(await client.search.everywhere({ query: 'breakfast' }))).toEqual([])
    expect(said(await client.search.everywhere({ query: 'breakfast', clientId: harbor }))).toHaveLength(1)
  })

  it('takes no word for an operator, finds letters without their marks, and nothing in the trash', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place, { title: 'Blåbærdag', text: 'A AND (B OR "C")' })
    for (const query of ['blabær', 'BLÅBÆR', 'a and "c', '(b', 'b -']) expect([query, (await client.search.everywhere({ query, kinds: ['post'] })).hits.length]).toEqual([query, 1])
    for (const query of ['***', '"', '-', 'NEAR(']) expect((await client.search.everywhere({ query, kinds: ['post'] })).hits).toEqual([])
    await client.posts.trash({ clientId, ids: [post.id] })
    expect((await client.search.everywhere({ query: 'BLÅBÆR' })).hits).toEqual([])
  })

  it('names a client that is open elsewhere, and shows what is in the others', async () => {
    const place = await startPlanning()
    const harbor = await withHarbor(place)
    await place.core.services.workspaces.close(harbor)
    const other = await startTestCore({ home: place.core.home })
    const found = await other.client.search.everywhere({ query: 'boats' })
    expect(found.unread).toEqual([{ clientId: place.clientId, clientName: 'Fjord Museum', code: 'conflict.workspace-locked' }])
    expect(said(found)).toEqual([['idea', 'Breakfast boats', 'Harbor Café'], ['campaign', 'Boats in summer', 'Harbor Café']].toReversed())
  })
})
