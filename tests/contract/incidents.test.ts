import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { startDueWatch } from '../../src/main/core/features/hand-off'
import { addFiles, photographPaths, waitForJob } from '../support/test-core'
import { makePost, on, startPlanning, walk, type PlanningPlace } from '../support/planning'
import { readPdf } from '../support/pdf'

const HOUR = 3_600_000

/** Two posts on Instagram and X: one scheduled on both, one approved on Instagram. An incident is open, nothing is frozen. */
async function start() {
  const place = await startPlanning()
  const { client, clientId, channels } = place
  const boats = await makePost(place)
  const gulls = await makePost(place, { title: 'Gulls', planned: on('2026-10-24'), variants: [{ channelId: channels.instagram ?? '' }] })
  const [boatsOnInstagram = '', boatsOnX = ''] = boats.variants.map(({ id }) => id)
  const gullsOnInstagram = gulls.variants[0]?.id ?? ''
  await walk(place, [boatsOnInstagram, boatsOnX], 'scheduled')
  await walk(place, [gullsOnInstagram], 'approved')
  const { incidentId } = await client.incidents.open({ clientId, title: 'The gate was locked', level: 2, author: 'Kim' })
  return { ...place, boats, gulls, boatsOnInstagram, boatsOnX, gullsOnInstagram, incidentId }
}
type Place = Awaited<ReturnType<typeof start>>

const freezeAll = async ({ client, clientId, incidentId }: Place, channelIds: string[] = []) => client.incidents.freeze({ clientId, incidentId, channelIds, reason: 'Out of respect', author: 'Kim' })
const stateOf = async ({ client, clientId }: PlanningPlace, postId: string, variantId: string) => (await client.posts.get({ clientId, postId })).variants.find(({ id }) => id === variantId)
const capture = ({ client, clientId }: PlanningPlace, text: string) =>
  client.inbox.capture({ clientId, network: 'instagram', text, author: '@zoe', sentAt: '2026-10-01T07:00:00.000Z', link: 'https://instagram.com/p/abc' })

describe('a freeze of everything planned', () => {
  it('lets nothing out as if nothing had happened: states, confirmation, packs and files for other planners are refused by name', async () => {
    const place = await start()
    const { client, clientId, boatsOnInstagram, boatsOnX } = place
    expect(await freezeAll(place)).toMatchObject({ frozen: 3 })
    const refused = { code: 'conflict.post-frozen', data: { title: 'Harbor', incident: 'The gate was locked' } }
    await expect(client.posts.setState({ clientId, variantIds: [boatsOnX], state: 'handed-over' })).rejects.toMatchObject(refused)
    await expect(client.handOff.confirm({ clientId, variantId: boatsOnInstagram })).rejects.toMatchObject(refused)
    await expect(client.handOff.openComposer({ clientId, variantId: boatsOnInstagram })).rejects.toMatchObject(refused)
    await expect(client.handOff.pack({ clientId, scope: { kind: 'days', fromDay: '2026-10-20', toDay: '2026-10-30' } })).rejects.toMatchObject({ code: 'conflict.post-frozen', data: { count: 3 } })
    await expect(client.planExport.make({ clientId, fromDay: '2026-10-20', toDay: '2026-10-30', formats: ['buffer'] })).rejects.toMatchObject({ code: 'conflict.post-frozen' })
    expect(await client.handOff.get({ clientId, variantId: boatsOnX })).toMatchObject({ frozen: { title: 'The gate was locked' } })
    await expect(client.handOff.pack({ clientId, scope: { kind: 'variants', variantIds: [boatsOnX] }, withoutFrozen: true })).rejects.toMatchObject({ code: 'validation.nothing-planned' })
  })

  it('holds back reminders until it is decided, and names what was handed over before', async () => {
    const place = await start()
    const { client, clientId, core, boatsOnX, boatsOnInstagram, wait } = place
    await walk(place, [boatsOnX], 'handed-over')
    const { freezeId } = await freezeAll(place)
    expect(await client.incidents.frozen({ clientId, freezeId })).toMatchObject({ waiting: [{ variantId: boatsOnInstagram }, { title: 'Gulls' }], handedOver: [{ variantId: boatsOnX }] })
    const watch = startDueWatch(core.services, () => () => undefined, 'Europe/Oslo')
    wait(22 * 24 * HOUR)
    await watch.look()
    expect(core.events.filter(({ type }) => type === 'posts.due')).toEqual([])
    await client.incidents.decide({ clientId, freezeId, items: [{ variantId: boatsOnInstagram, decision: 'released', now: true }] })
    await watch.look()
    expect(core.events.filter(({ type }) => type === 'posts.due')).toMatchObject([{ items: [{ variantId: boatsOnInstagram }] }])
    await watch.stop()
  })

  it('takes in what is scheduled after it began, on its channels only', async () => {
    const place = await start()
    const { client, clientId, channels, boatsOnX } = place
    const { freezeId, frozen } = await freezeAll(place, [channels.instagram ?? ''])
    expect(frozen).toBe(2)
    const late = await makePost(place, { title: 'Late', planned: on('2026-10-28') })
    await walk(place, late.variants.map(({ id }) => id), 'scheduled')
    const { waiting } = await client.incidents.frozen({ clientId, freezeId })
    expect(waiting.map(({ title, network }) => [title, network])).toEqual([['Harbor', 'instagram'], ['Gulls', 'instagram'], ['Late', 'instagram']])
    expect(await client.incidents.current({ clientId })).toMatchObject({ waiting: 3, freezes: [{ channelIds: [channels.instagram] }] })
    await client.posts.setState({ clientId, variantIds: [boatsOnX], state: 'handed-over' })
  })

  it('is undone as one step, with its notes in the timeline', async () => {
    const place = await start()
    const { client, clientId, incidentId, boatsOnX, wait } = place
    wait(1000)
    await freezeAll(place)
    await client.history.undo({ clientId })
    expect(await client.incidents.current({ clientId })).toMatchObject({ freezes: [], waiting: 0, incidents: [{ id: incidentId, level: 2 }] })
    expect((await client.incidents.get({ clientId, incidentId })).timeline.map(({ action }) => action)).toEqual(['opened'])
    await client.posts.setState({ clientId, variantIds: [boatsOnX], state: 'handed-over' })
  })

  it('lets a single post through with a reason, which stands in the timeline', async () => {
    const place = await start()
    const { client, clientId, incidentId, boatsOnX } = place
    const { freezeId } = await freezeAll(place)
    await client.incidents.override({ clientId, variantIds: [boatsOnX], reason: 'The safety notice itself', author: 'Ada' })
    await client.posts.setState({ clientId, variantIds: [boatsOnX], state: 'handed-over' })
    expect((await client.incidents.get({ clientId, incidentId })).timeline.at(-1)).toMatchObject({ action: 'overridden', text: 'The safety notice itself', author: 'Ada', data: { title: 'Harbor' } })
    expect(await client.incidents.frozen({ clientId, freezeId })).toMatchObject({ waiting: [{}, {}], decided: [{ decision: 'overridden' }] })
  })
})

describe('ending a freeze', () => {
  it('asks post by post: released as planned, moved to another time, or back to a draft without one', async () => {
    const place = await start()
    const { client, clientId, boats, gulls, boatsOnInstagram, boatsOnX, gullsOnInstagram, wait } = place
    const { freezeId } = await freezeAll(place)
    await expect(client.incidents.endFreeze({ clientId, freezeId })).rejects.toMatchObject({ code: 'conflict.freeze-undecided', data: { count: 3 } })
    await client.incidents.decide({ clientId, freezeId, items: [{ variantId: boatsOnX, decision: 'released' }] })
    await client.incidents.decide({ clientId, freezeId, items: [{ variantId: boatsOnInstagram, decision: 'dropped' }] })
    wait(1000)
    expect(await client.incidents.decide({ clientId, freezeId, items: [{ variantId: gullsOnInstagram, decision: 'moved', planned: on('2026-11-02', '12:30') }] })).toEqual({ decided: 1, waiting: 0 })
    expect(await stateOf(place, boats.id, boatsOnX)).toMatchObject({ state: 'scheduled', planned: { date: '2026-10-23', time: '09:00' } })
    expect(await stateOf(place, boats.id, boatsOnInstagram)).toMatchObject({ state: 'draft', planned: null })
    expect(await stateOf(place, gulls.id, gullsOnInstagram)).toMatchObject({ state: 'approved', planned: { date: '2026-11-02', time: '12:30' } })
    await client.history.undo({ clientId })
    expect(await client.incidents.frozen({ clientId, freezeId })).toMatchObject({ waiting: [{ title: 'Gulls', planned: { date: '2026-10-24' } }] })
    await client.history.redo({ clientId })
    await client.incidents.endFreeze({ clientId, freezeId })
    expect(await client.incidents.current({ clientId })).toMatchObject({ freezes: [], waiting: 0 })
    await client.posts.setState({ clientId, variantIds: [boatsOnX], state: 'handed-over' })
  })

  it('does not release a post whose time has passed without a new time, or a word that it goes out now', async () => {
    const place = await start()
    const { client, clientId, boats, boatsOnX, boatsOnInstagram, wait } = place
    const { freezeId } = await freezeAll(place)
    wait(25 * 24 * HOUR + 125_000)
    const decide = (item: object) => client.incidents.decide({ clientId, freezeId, items: [{ variantId: boatsOnX, ...item } as never] })
    expect((await client.incidents.frozen({ clientId, freezeId })).waiting.map(({ overdue }) => overdue)).toEqual([true, true, true])
    await expect(decide({ decision: 'released' })).rejects.toMatchObject({ code: 'validation.frozen-past', data: { title: 'Harbor' } })
    await expect(decide({ decision: 'moved', planned: on('2026-10-25') })).rejects.toMatchObject({ code: 'validation.frozen-past' })
    await decide({ decision: 'released', now: true })
    expect(await stateOf(place, boats.id, boatsOnX)).toMatchObject({ state: 'scheduled', planned: { date: '2026-10-26', time: '09:02' } })
    await expect(decide({ decision: 'dropped' })).rejects.toMatchObject({ code: 'conflict.not-frozen' })
    expect(await stateOf(place, boats.id, boatsOnInstagram)).toMatchObject({ planned: { date: '2026-10-23' } })
  })

  it('freezes anew what was released, when a second freeze begins', async () => {
    const place = await start()
    const { client, clientId, incidentId } = place
    const { freezeId } = await freezeAll(place)
    const { waiting } = await client.incidents.frozen({ clientId, freezeId })
    await client.incidents.decide({ clientId, freezeId, items: waiting.map(({ variantId }) => ({ variantId, decision: 'released' as const })) })
    await expect(freezeAll(place)).rejects.toMatchObject({ code: 'conflict.already-frozen' })
    await client.incidents.endFreeze({ clientId, freezeId })
    expect(await freezeAll(place)).toMatchObject({ frozen: 3 })
    expect((await client.incidents.get({ clientId, incidentId })).freezes).toMatchObject([{ waiting: 0, decided: 3 }, { waiting: 3, decided: 0 }])
  })
})

describe('an incident', () => {
  it('begins with an angry comment: its messages are evidence, and a freeze comes with it', async () => {
    const place = await start()
    const { client, clientId } = place
    const { conversationId } = await capture(place, 'Locked out in the rain. Never again.')
    const { incidentId, frozen } = await client.incidents.open({ clientId, title: 'Locked out', level: 3, conversationId, freeze: {} })
    expect(frozen).toBe(3)
    const incident = await client.incidents.get({ clientId, incidentId })
    expect(incident).toMatchObject({
      level: 3, frozen: true, conversationId, locker: [{ text: 'Locked out in the rain. Never again.', author: '@zoe', seenAt: '2026-10-01T07:00:00.000Z', link: 'https://instagram.com/p/abc' }]
    })
    expect(incident.timeline.map(({ action }) => action)).toEqual(['opened', 'evidence', 'frozen'])
    expect((await client.incidents.overview({})).clients).toMatchObject([{ clientId, incidents: [{ level: 3 }, { level: 2 }], waiting: 3 }])
  })

  it('goes through levels, calm and entries of its own to a close with a review, which becomes a learning', async () => {
    const place = await start()
    const { client, clientId, incidentId } = place
    await client.incidents.setLevel({ clientId, incidentId, level: 3, reason: 'A newspaper called', author: 'Kim' })
    const { entryId } = await client.incidents.addEntry({ clientId, incidentId, kind: 'contact', text: 'Called the director', author: 'Kim', happenedAt: '2026-10-01T07:30:00.000Z' })
    await client.incidents.updateEntry({ clientId, entryId, text: 'Called the director, who speaks' })
    const opened = (await client.incidents.get({ clientId, incidentId })).timeline.find(({ action }) => action === 'opened')
    await expect(client.incidents.removeEntry({ clientId, entryId: opened?.id ?? '' })).rejects.toMatchObject({ code: 'not-found.incident-item' })
    await client.incidents.calm({ clientId, incidentId })
    const { freezeId } = await freezeAll(place)
    await expect(client.incidents.close({ clientId, incidentId })).rejects.toMatchObject({ code: 'conflict.freeze-on' })
    const { waiting } = await client.incidents.frozen({ clientId, freezeId })
    await client.incidents.decide({ clientId, freezeId, items: waiting.map(({ variantId }) => ({ variantId, decision: 'dropped' as const })) })
    await client.incidents.endFreeze({ clientId, freezeId })
    await expect(client.incidents.writeLearning({ clientId, incidentId })).rejects.toMatchObject({ code: 'validation.review-empty' })
    await client.incidents.close({ clientId, incidentId, review: { happened: 'The gate stayed locked', worked: 'A fast answer', change: 'Check the gate at nine', policy: '' } })
    await expect(client.incidents.addEntry({ clientId, incidentId, text: 'Late' })).rejects.toMatchObject({ code: 'conflict.incident-closed' })
    const incident = await client.incidents.get({ clientId, incidentId })
    expect(incident).toMatchObject({ state: 'closed', level: 3, review: { change: 'Check the gate at nine', learningId: null } })
    expect(incident.timeline.map(({ text, action }) => action || text)).toEqual(['Called the director, who speaks', 'opened', 'level', 'calmed', 'frozen', 'dropped', 'dropped', 'dropped', 'freeze-ended', 'closed'])
    const { learningId } = await client.incidents.writeLearning({ clientId, incidentId })
    expect((await client.learnings.list({ clientId })).learnings).toMatchObject([{ id: learningId, observation: 'The gate was locked: The gate stayed locked\n\nA fast answer', decision: 'Check the gate at nine' }])
    await client.incidents.saveReview({ clientId, incidentId, review: { happened: 'The gate stayed locked', worked: '', change: 'Two people check the gate', policy: '' } })
    expect(await client.incidents.writeLearning({ clientId, incidentId })).toEqual({ learningId })
    await client.incidents.reopen({ clientId, incidentId })
    expect(await client.incidents.current({ clientId })).toMatchObject({ incidents: [{ state: 'open' }] })
  })

  it('keeps evidence of any kind, and says when there was nothing to keep', async () => {
    const place = await start()
    const { client, clientId, incidentId, assetIds } = place
    const { conversationId } = await capture(place, 'One')
    await client.inbox.capture({ clientId, network: 'instagram', text: 'Two', author: '@zoe', conversationId, sentAt: '2026-10-01T07:05:00.000Z' })
    expect(await client.incidents.addEvidence({ clientId, incidentId, conversationId })).toEqual({ added: 2 })
    expect(await client.incidents.addEvidence({ clientId, incidentId, assetIds, text: 'The thread on X', author: 'press' })).toEqual({ added: 3 })
    await expect(client.incidents.addEvidence({ clientId, incidentId, text: ' ' })).rejects.toMatchObject({ code: 'validation.capture-empty' })
    const { locker } = await client.incidents.get({ clientId, incidentId })
    expect(locker.map(({ text, picture }) => [text, picture?.assetId ?? null])).toEqual([['One', null], ['Two', null], ['The thread on X', assetIds[0]], ['', assetIds[1]], ['', assetIds[2]]])
  })
})

describe('what is prepared', () => {
  it('offers a policy, criteria and first lines in the language of the client, and sets none of them by itself', async () => {
    const place = await start()
    const { client, clientId } = place
    await client.clients.update({ clientId, languages: ['nl'] })
    const offered = await client.incidents.kit({ clientId })
    expect(offered).toMatchObject({ policy: '', levelsOwn: false, contacts: [], lines: [], language: 'nl' })
    expect(offered.policyTemplate).toContain('Kritiek krijgt antwoord')
    await client.incidents.setPolicy({ clientId, text: offered.policyTemplate })
    await client.incidents.addLines({ clientId, lines: offered.starterLines })
    await client.incidents.setLevels({ clientId, levels: ['a', 'b', 'c', 'd'] })
    const kit = await client.incidents.kit({ clientId })
    expect(kit).toMatchObject({ policy: offered.policyTemplate, levels: ['a', 'b', 'c', 'd'], levelsOwn: true })
    expect(kit.lines).toHaveLength(offered.starterLines.length)
    await client.incidents.setLevels({ clientId, levels: null })
    expect((await client.incidents.kit({ clientId })).levels).toEqual(offered.levels)
  })

  it('keeps the phone list in the order in which people are called', async () => {
    const place = await start()
    const { client, clientId } = place
    const ids: string[] = []
    for (const name of ['Ada', 'Bo', 'Cy']) ids.push((await client.incidents.addContact({ clientId, name, phone: '+47 22 00 00 00', maySpeak: name === 'Bo' })).id)
    await client.incidents.moveContact({ clientId, contactId: ids[2] ?? '', beforeId: ids[0] ?? '' })
    await client.incidents.updateContact({ clientId, contactId: ids[0] ?? '', reachable: 'Weekdays' })
    await client.incidents.removeContact({ clientId, contactId: ids[1] ?? '' })
    expect((await client.incidents.kit({ clientId })).contacts).toMatchObject([{ name: 'Cy' }, { name: 'Ada', reachable: 'Weekdays', maySpeak: false }])
  })
})

describe('the printed log', () => {
  it('is a tagged PDF and a text in the language of the client, with the screenshots, and nothing in it is a link', async () => {
    const place = await start()
    const { core, client, clientId, incidentId } = place
    await addFiles(core, clientId, photographPaths(1))
    const pictures = (await client.assets.list({ clientId })).assets.filter(({ fileName }) => fileName === 'image.jpg')
    await client.clients.update({ clientId, languages: ['it'] })
    await client.incidents.addEvidence({ clientId, incidentId, assetIds: pictures.slice(0, 1).map(({ id }) => id), text: '<script>alert(1)</script> #link("https://evil.example")', author: '*@zoe*', link: 'https://evil.example/post' })
    await client.incidents.addContact({ clientId, name: 'Ada Berg', role: 'Direttrice', phone: '+39 06 000', maySpeak: true })
    await freezeAll(place)
    const { jobId } = await client.incidents.print({ clientId, incidentId, formats: ['pdf', 'txt'] })
    expect(await waitForJob(core, clientId, jobId)).toMatchObject({ state: 'done', failed: 0 })
    const { files } = await client.incidents.printed({ clientId, jobId })
    expect(files).toMatchObject([{ format: 'pdf', name: expect.stringMatching(/^Fjord Museum_incident_2026-10-01_The gate was locked\.pdf$/) as unknown }, { format: 'txt' }])
    const bytes = await readFile(files[0]?.path ?? '')
    const pdf = await readPdf(bytes)
    expect(pdf).toMatchObject({ tagged: true, language: 'it', claims: { 'pdfuaid:part': '1' } })
    expect(pdf.pages.flatMap(({ alternatives }) => alternatives)).toEqual([expect.stringMatching(/^Schermata 1: \*@zoe\*/)])
    expect(pdf.pages.flatMap(({ roles }) => roles)).not.toContain('Link')
    const said = pdf.pages.map(({ text }) => text).join('\n').replaceAll(/\s+/g, ' ')
    for (const words of ['Registro di una crisi', 'Cronologia', 'Fermato tutto il programma: 3 post', 'alert(1)', '#link("https://evil.example")', 'Ada Berg, Direttrice', 'non deciso']) expect(said).toContain(words)
    const text = await readFile(files[1]?.path ?? '', 'utf8')
    expect(text).toContain('Out of respect')
    expect((await core.openMedia(files[1]?.url ?? ''))?.contentType).toBe('text/plain; charset=utf-8')
  })
})
