import { describe, expect, it } from 'vitest'
import { openPackBench } from '../support/publish-pack'

const now = () => new Date('2026-11-01T08:00:00Z')
const month = { fromDay: '2026-11-01', toDay: '2026-11-30' }
const at = (date: string, time = '09:00') => ({ date, time })

describe('a dry run of a month', () => {
  it('lists what each post lacks in the order of their times, with totals, over all channels', async () => {
    const bench = await openPackBench(1, { now })
    const { client } = bench.core
    const long = 'word '.repeat(80)
    await bench.plan({ title: 'Too long', text: long, planned: at('2026-11-20'), on: [['x', 'feed']] })
    await bench.plan({ title: 'No picture', text: 'Hello', planned: at('2026-11-10'), on: [['instagram', 'feed']] })
    await bench.plan({ title: 'Next month', text: long, planned: at('2026-12-01'), on: [['x', 'feed']] })
    const { variants, totals } = await client.checks.dryRun({ clientId: bench.clientId, ...month })
    expect(variants.map(({ title }) => title)).toEqual(['No picture', 'Too long'])
    expect(variants[0]?.findings).toContainEqual(expect.objectContaining({ id: 'media.missing', severity: 'error' }))
    expect(variants[1]?.findings).toContainEqual(expect.objectContaining({ id: 'text.too-long', severity: 'error', source: expect.stringContaining('http') as unknown }))
    expect(totals).toMatchObject({ variants: 2, errors: 2, seen: 0 })
    await expect(client.checks.dryRun({ clientId: bench.clientId, fromDay: '2026-12-01', toDay: '2026-11-01' })).rejects.toMatchObject({ code: 'validation.days' })
  })

  it('names planned posts that go out on no channel', async () => {
    const bench = await openPackBench(0, { now })
    const { client } = bench.core
    const { clientId } = bench
    await client.posts.create({ clientId, title: 'Nowhere', planned: at('2026-11-12') })
    await client.posts.create({ clientId, title: 'Next month', planned: at('2026-12-12') })
    const { variants, withoutChannel } = await client.checks.dryRun({ clientId, ...month })
    expect(variants).toEqual([])
    expect(withoutChannel.map(({ title, planned }) => [title, planned.date])).toEqual([['Nowhere', '2026-11-12']])
  })

  it('finds the same text, hour and picture on one channel, also before the month, and not on another', async () => {
    const bench = await openPackBench(1, { now })
    const { client } = bench.core
    await bench.plan({ title: 'October', text: 'Opening  hours', planned: at('2026-10-28'), on: [['x', 'feed']], pictures: [0] })
    await bench.plan({ title: 'November', text: 'opening hours', planned: at('2026-11-03'), on: [['x', 'feed'], ['mastodon', 'feed']], pictures: [0] })
    await bench.plan({ title: 'Same hour', text: 'Other', planned: at('2026-11-03', '09:40'), on: [['x', 'feed']] })
    const { variants } = await client.checks.dryRun({ clientId: bench.clientId, ...month })
    const clashes = variants.map(({ title, network, findings }) => [title, network, findings.filter(({ id }) => id.startsWith('clash.')).map(({ id, data }) => [id, data.title])])
    expect(clashes).toEqual([
      ['November', 'x', [['clash.same-text', 'October'], ['clash.same-asset', 'October']]],
      ['November', 'mastodon', []],
      ['Same hour', 'x', [['clash.same-hour', 'November']]]
    ])
  })

  it('says what is not approved, in the trash or too small, and lets a finding be until it is taken back', async () => {
    const bench = await openPackBench(1, { now })
    const { client } = bench.core
    const { clientId } = bench
    const { variantIds } = await bench.plan({ title: 'Story', text: '', planned: at('2026-11-10'), on: [['instagram', 'story']], pictures: [0] })
    const [variantId = ''] = variantIds
    const ids = async () => (await client.checks.variant({ clientId, variantId })).findings.map(({ id, seen }) => (seen ? `${id} seen` : id))
    expect(await ids()).toEqual(expect.arrayContaining(['state.not-approved', 'asset.enlarged']))
    const key = (await client.checks.variant({ clientId, variantId })).findings.find(({ id }) => id === 'asset.enlarged')?.key ?? ''
    await client.checks.setSeen({ clientId, variantId, key, seen: true })
    expect(await ids()).toContain('asset.enlarged seen')
    expect((await client.checks.dryRun({ clientId, ...month })).totals).toMatchObject({ seen: 1 })
    await client.checks.setSeen({ clientId, variantId, key, seen: false })
    expect(await ids()).toContain('asset.enlarged')
    await client.posts.setState({ clientId, variantIds, state: 'scheduled' })
    await client.assets.trash({ clientId, ids: bench.assetIds })
    expect(await ids()).toContain('asset.trashed')
    expect(await ids()).not.toContain('state.not-approved')
  })

  it('judges by the limit that was set for the client, and says so', async () => {
    const bench = await openPackBench(0, { now })
    const { client } = bench.core
    const { clientId } = bench
    await bench.plan({ title: 'Short', text: 'More than ten letters', planned: at('2026-11-10'), on: [['x', 'feed']] })
    await client.checks.setOverride({ clientId, network: 'x', field: 'post', max: 10 })
    const { variants } = await client.checks.dryRun({ clientId, ...month })
    expect(variants[0]?.findings).toContainEqual(expect.objectContaining({ id: 'text.too-long', overridden: true }))
  })

  it('mends words by a fix, on that channel alone', async () => {
    const bench = await openPackBench(0, { now })
    const { client } = bench.core
    const { clientId } = bench
    const { variantIds } = await bench.plan({ title: 'Link', text: 'See it', link: 'http://example.org', planned: at('2026-11-10'), on: [['x', 'feed']] })
    const [variantId = ''] = variantIds
    const { findings } = await client.checks.variant({ clientId, variantId })
    const key = findings.find(({ id }) => id === 'link.not-https')?.key ?? ''
    const { patch } = await client.checks.textFix({ clientId, variantId, key })
    expect(patch).toMatchObject({ link: 'https://example.org' })
    await client.posts.updateVariant({ clientId, variantId, ...patch })
    expect((await client.checks.variant({ clientId, variantId })).findings.map(({ id }) => id)).not.toContain('link.not-https')
    expect(await client.checks.textFix({ clientId, variantId, key: 'nothing' })).toEqual({ patch: null })
  })

  it('notes that the signature of the channel is missing, filled in, and puts it below the text', async () => {
    const bench = await openPackBench(0, { now })
    const { client } = bench.core
    const { clientId } = bench
    const { variantIds } = await bench.plan({ title: 'Signed', text: 'Open late', planned: at('2026-11-10'), on: [['x', 'feed']] })
    const [variantId = ''] = variantIds
    const { channels } = await client.channels.list({ clientId })
    const channelId = channels.find(({ network }) => network === 'x')?.id ?? ''
    await client.texts.saveVariable({ clientId, name: 'hours', value: '11 to 17' })
    await client.channels.update({ clientId, channelId, signature: 'Daily {hours}' })
    const found = async () => (await client.checks.variant({ clientId, variantId })).findings.find(({ id }) => id === 'text.no-signature')
    const finding = await found()
    expect(finding).toMatchObject({ severity: 'note', fix: { kind: 'add-signature', signature: 'Daily 11 to 17' } })
    const { patch } = await client.checks.textFix({ clientId, variantId, key: finding?.key ?? '' })
    expect(patch).toEqual({ text: 'Open late\n\nDaily 11 to 17' })
    await client.posts.updateVariant({ clientId, variantId, ...patch })
    expect(await found()).toBeUndefined()
  })

  it('leaves out what is handed over, published, missed or archived', async () => {
    const bench = await openPackBench(0, { now })
    const { variantIds } = await bench.plan({ title: 'Out', text: '', planned: at('2026-11-10'), on: [['x', 'feed']] })
    await bench.core.client.posts.setState({ clientId: bench.clientId, variantIds, state: 'scheduled' })
    await bench.core.client.posts.setState({ clientId: bench.clientId, variantIds, state: 'handed-over' })
    expect((await bench.core.client.checks.dryRun({ clientId: bench.clientId, ...month })).variants).toEqual([])
  })
})

describe('a new rule pack', () => {
  it('lists what it says otherwise and which planned posts that meets, until it is taken over', async () => {
    const bench = await openPackBench(1, { now })
    const { client, services } = bench.core
    const { clientId } = bench
    await bench.plan({ title: 'One', text: 'x', planned: at('2026-11-10'), on: [['x', 'feed'], ['instagram', 'story']], pictures: [0] })
    await bench.plan({ title: 'Two', text: 'y', planned: at('2026-11-12'), on: [['x', 'feed']] })
    const first = await client.checks.packChanges({ clientId })
    expect(first).toMatchObject({ known: first.current, changes: [] })
    const workspace = await services.workspaces.open(clientId)
    await workspace.command('test', async (tx) => {
      const row = (await tx('workspace_setting').where({ id: 'checks.rulePack' }).first('value_json')) as { value_json: string }
      const earlier = JSON.parse(row.value_json) as { version: string; limits: Record<string, number> }
      const limits = { ...earlier.limits, 'x.text.post': 300, 'instagram.placement.ig-story-image.items': 3 }
      await tx('workspace_setting').where({ id: 'checks.rulePack' }).update({ value_json: JSON.stringify({ version: '2020-01-01', limits }) })
    })
    const { known, changes } = await client.checks.packChanges({ clientId })
    expect(known).toBe('2020-01-01')
    expect(changes).toMatchObject([
      { limit: 'placement.ig-story-image.items', before: 3, affected: 1 },
      { network: 'x', limit: 'text.post', before: 300, after: 280, stricter: true, affected: 2 }
    ])
    expect(changes[1]?.posts.map(({ title, planned }) => `${title} ${planned.date}`)).toEqual(['One 2026-11-10', 'Two 2026-11-12'])
    await client.checks.acceptPack({ clientId })
    expect((await client.checks.packChanges({ clientId })).changes).toEqual([])
  })
})
