import { expect, it } from 'vitest'
import { openPackBench } from '../support/publish-pack'

let time = Date.parse('2026-11-01T08:00:00Z')
const now = () => new Date((time += 1000))
const parts = [
  { label: 'Opening', text: 'Come to [[event]].', locked: false },
  { label: 'Small print', text: 'Tickets at the door, 100 kroner.', locked: true }
]

async function writeFromTemplate(text: string) {
  const bench = await openPackBench(0, { now })
  const { client } = bench.core
  const { clientId } = bench
  const template = await client.texts.saveTemplate({ clientId, name: 'Event', parts })
  const { postId, variantIds } = await bench.plan({ title: 'Concert', text, templateId: template.id, planned: { date: '2026-11-10', time: '09:00' }, on: [['x', 'feed']] })
  const locked = async () => {
    const { variants } = await client.checks.dryRun({ clientId, fromDay: '2026-11-01', toDay: '2026-11-30' })
    return variants.flatMap(({ findings }) => findings.filter(({ id }) => id === 'text.locked'))
  }
  return { client, clientId, template, postId, variantId: variantIds[0] ?? '', locked }
}

it('a post written from a template is held to its locked parts, and one press puts them back', async () => {
  const { client, clientId, postId, variantId, template, locked } = await writeFromTemplate('Come to the concert.\n\nTickets at the door, 100 kroner.')
  expect((await client.posts.get({ clientId, postId })).templateId).toBe(template.id)
  expect(await locked()).toEqual([])
  await client.posts.update({ clientId, postId, text: 'Come to the concert.\n\nTickets at the door, 200 kroner.\n\nWelcome' })
  const [finding] = await locked()
  expect(finding).toMatchObject({ severity: 'error', data: { part: 'Small print' } })
  const { patch } = await client.checks.textFix({ clientId, variantId, key: finding?.key ?? '' })
  expect(patch).toEqual({ text: 'Come to the concert.\n\nTickets at the door, 100 kroner.\n\nWelcome' })
})

it('a post is let go by its template when it leaves it, and when the template is removed; both can be undone', async () => {
  const { client, clientId, postId, template, locked } = await writeFromTemplate('Come to the concert.')
  expect(await locked()).toHaveLength(1)
  await client.posts.update({ clientId, postId, templateId: null })
  expect(await locked()).toEqual([])
  await client.history.undo({ clientId })
  expect(await locked()).toHaveLength(1)
  await client.texts.removeTemplate({ clientId, entryId: template.id })
  expect((await client.posts.get({ clientId, postId })).templateId).toBeNull()
  await client.history.undo({ clientId })
  expect((await client.posts.get({ clientId, postId })).templateId).toBe(template.id)
})

it('a copy is held by the same template, and a template that is not there is refused by name', async () => {
  const { client, clientId, postId, template } = await writeFromTemplate('Come')
  const { posts } = await client.posts.duplicate({ clientId, ids: [postId] })
  expect(posts[0]?.templateId).toBe(template.id)
  await expect(client.posts.update({ clientId, postId, templateId: 'nothing' })).rejects.toMatchObject({ code: 'not-found.entry' })
})
