import { describe, expect, it } from 'vitest'
import { commitFigures, dumpFigures, readFigures, rowsOf, type FigureDraft } from '../support/figure-imports'
import { expectedFacts, NO_SAMPLES, samplePath, samplesAreHere } from '../support/shared-samples'
import { startTestCore } from '../support/test-core'

const FIGURES = ['metrics', 'audience', 'exploration', 'competitors', 'geography', 'own_posts']
const samples = Object.entries(expectedFacts()).filter(([, { kind }]) => FIGURES.some((part) => kind.includes(part)))
/** What the files do not say; whoever drops them does. */
const answers = { all: { order: 'mdy' as const, year: 2025, network: 'instagram' } }

if (!samplesAreHere) console.info(NO_SAMPLES)

/** Sums of what is kept of a table, by column. */
async function keptSum(home: string, clientId: string, table: FigureDraft['tables'][number], column: string): Promise<unknown> {
  const [row] = await rowsOf(home, clientId, `SELECT sum(r.${column}) AS n FROM figure_row r JOIN figure_file f ON f.id = r.file_id WHERE f.format = '${table.format}' AND f.sheet = '${table.sheet.replaceAll("'", "''")}'`)
  return row?.['n']
}

/** Sums that are kept under the same name, for every network. */
const SAME_NAME = ['likes', 'comments', 'shares', 'saves', 'reach'] as const

describe.skipIf(!samplesAreHere)('samples of exports', () => {
  it.each(samples)('%s comes in once, is undone and done again', { timeout: 60_000 }, async (name, { rows, sums = {} }) => {
    const core = await startTestCore()
    const { id: clientId } = await core.client.clients.create({ name: 'Samples' })
    const draft = await readFigures(core, clientId, [samplePath(name)], answers)
    expect(draft.questions.filter(({ required }) => required)).toEqual([])
    const [table] = draft.tables
    if (rows !== undefined && draft.tables.length === 1) expect(table?.rows).toBe(rows)
    if (draft.tables.length === 1) expect(table?.sums).toMatchObject(sums as Record<string, number>)
    expect(draft.totals.added).toBeGreaterThan(0)
    await commitFigures(core, clientId, draft)
    for (const metric of SAME_NAME) {
      const sum = (sums as Record<string, number>)[metric]
      const skipped = Object.entries(table?.skippedCounts ?? {}).some(([reason]) => reason !== 'totals' && reason !== 'footer')
      if (sum !== undefined && table && draft.tables.length === 1 && !skipped) expect({ [metric]: await keptSum(core.home, clientId, table, metric) }).toEqual({ [metric]: sum })
    }
    const after = await dumpFigures(core.home, clientId)
    const again = await readFigures(core, clientId, [samplePath(name)], answers)
    expect([again.totals.added, again.totals.changed, again.tables[0]?.known === null]).toEqual([0, 0, false])
    await core.client.history.undo({ clientId })
    expect(await dumpFigures(core.home, clientId)).toEqual([])
    await core.client.history.redo({ clientId })
    expect(await dumpFigures(core.home, clientId)).toEqual(after)
  })
})
