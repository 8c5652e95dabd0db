import { describe, expect, it } from 'vitest'
import { expectedFacts, NO_SAMPLES, samplePath, samplesAreHere } from '../support/shared-samples'
import { startTestCore } from '../support/test-core'

const samples = Object.entries(expectedFacts()).filter(([, { kind }]) => /messages|own_comments|notification/.test(kind))
/** Who the client is in them. */
const own = [{ network: 'instagram', key: 'Noordenwind' }, { network: 'x', key: '111111111' }, { network: 'linkedin', key: 'Sam Moreau' }, { network: 'tiktok', key: 'me' }]
const FACTS = ['subject', 'from_addr', 'date', 'author', 'action', 'text', 'comment_id', 'post_id'] as const

if (!samplesAreHere) console.info(NO_SAMPLES)

describe.skipIf(!samplesAreHere)('samples of messages', () => {
  it.each(samples)('%s comes in once, and is undone', { timeout: 60_000 }, async (name, facts) => {
    const core = await startTestCore()
    const { inbox, history, clients } = core.client
    const { id: clientId } = await clients.create({ name: 'Samples' })
    const files = [core.registerPath(samplePath(name))]
    const preview = await inbox.previewImport({ clientId, files, own })
    expect(preview).toMatchObject({ refused: [], questions: [] })
    const [file] = preview.files
    expect(file).toMatchObject({ network: facts.platform })
    if (facts.rows !== undefined && preview.files.length === 1) expect((file?.rows ?? 0) - (facts.kind === 'notification' ? 0 : Number(facts['other_records'] ?? 0) + Number(facts['records_without_text'] ?? 0))).toBe(facts.rows)
    for (const fact of FACTS) if (facts.kind === 'notification' && facts[fact] !== undefined) expect({ [fact]: file?.facts[fact] }).toEqual({ [fact]: facts[fact] })
    const { added } = preview.totals
    expect(added).toBeGreaterThan(0)
    await inbox.commitImport({ clientId, files, own, expect: { added } })
    expect(await inbox.previewImport({ clientId, files, own })).toMatchObject({ totals: { added: 0, known: added } })
    await history.undo({ clientId })
    expect(await inbox.list({ clientId, view: 'all' })).toMatchObject({ total: 0 })
  })
})
