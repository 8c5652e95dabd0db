import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { putDays, putPosts } from '../support/figure-files'
import { commitFigures, dumpFigures, readFigures } from '../support/figure-imports'
import { tempFolder } from '../support/temp-folder'
import { startTestCore, waitForJob } from '../support/test-core'

async function museum(networks: string[]) {
  const core = await startTestCore()
  const { id: clientId } = await core.client.clients.create({ name: 'Museum', zone: 'Europe/Amsterdam' })
  const channelIds: string[] = []
  for (const [index, network] of networks.entries()) channelIds.push((await core.client.channels.create({ clientId, network: network as 'x', name: `${network} ${index}`, handle: `museum${index}` })).id)
  return { core, clientId, channelIds }
}

describe('an answer', () => {
  it('reads the file again that it is about, and takes the others over as they are', async () => {
    const { core, clientId, channelIds } = await museum(['tiktok', 'x', 'x'])
    const [days, posts] = [await putDays('Overview.csv', { days: 5 }), await putPosts('posts.csv', [{ id: '2088707180693113679', impressions: 44 }])]
    const files = [days, posts].map((path) => core.registerPath(path))
    const first = await readFigures(core, clientId, [days, posts])
    expect(first.questions).toMatchObject([{ kind: 'channel', network: 'x' }])
    // Gone from the disk: read again, it could not be.
    await rm(days)
    const source = first.questions.flatMap((question) => (question.kind === 'channel' ? [question.source] : []))[0] ?? ''
    const answers = { channels: [{ source, channelId: channelIds[1] ?? null }] }
    const { jobId, draftId } = await core.client.figureImports.read({ clientId, files, answers, replaces: first.draftId })
    await waitForJob(core, clientId, jobId)
    const second = await core.client.figureImports.draft({ clientId, draftId })
    expect(second).toMatchObject({ questions: [], refused: [], totals: { files: 2, added: 6 } })
    await expect(core.client.figureImports.draft({ clientId, draftId: first.draftId })).rejects.toMatchObject({ code: 'not-found.figure-draft' })
    await commitFigures(core, clientId, second)
    expect(await dumpFigures(core.home, clientId)).toHaveLength(6)
  })
})

describe('a report of ads without rows', () => {
  it.each([
    ['Ad Performance Report (in UTC)', 'Report Start: September 21, 2026, 12:00 AM', 'Report End: September 23, 2026, 11:59 PM', 'Date Generated: September 24, 2026, 8:01 AM'],
    ['Rapport met advertentieprestaties (in UTC)', 'Begindatum van rapport: 21 september 2026 00:00', 'Einddatum van rapport: 23 september 2026 23:59', 'Datum aangemaakt: 24 september 2026 08:01']
  ])('is told by its heading: %s', async (...lines) => {
    const { core, clientId } = await museum(['linkedin'])
    const path = join(await tempFolder(), 'ads.csv')
    await writeFile(path, Buffer.from(`\ufeff${lines.join('\n')}\n\n`, 'utf16le'))
    const { refused } = await readFigures(core, clientId, [path])
    expect(refused).toMatchObject([{ name: 'ads.csv', error: { code: 'unsupported.import-kind', data: { reason: 'no-rows', title: lines[0], from: '2026-09-21', to: '2026-09-23' } } }])
  })
})
