import { describe, expect, it } from 'vitest'
import { commitFigures, dumpFigures, importFigures, readFigures } from '../support/figure-imports'
import { csvText, makeZip, putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'
import { startTestCore } from '../support/test-core'

const HEADER = ['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares']
const DAYS = [['2026-05-01', '10', '2', '3', '0', '1'], ['2026-05-02', '11', '2', '4', '0', '1']]
const ADS = ['Reporting starts', 'Reporting ends', 'Campaign name', 'Ad name', 'Reach', 'Impressions', 'Amount spent (NOK)']
const ad = (name: string, spent: string) => ['2026-05-01', '2026-05-31', 'Spring', name, '10', '20', spent]

async function startClient() {
  const core = await startTestCore()
  const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
  return { core, clientId, folder: await tempFolder() }
}

describe('exports that went through other hands', () => {
  it('keep what each ad cost where several have one name', async () => {
    const { core, clientId, folder } = await startClient()
    const path = await putFile(folder, 'ads.csv', csvText([ADS, ad('Film', '10'), ad('Film', '20'), ad('Still', '5'), ad('Film', '40')]))
    const { draft } = await importFigures(core, clientId, [path])
    expect(draft.totals.added).toBe(4)
    const kept = await dumpFigures(core.home, clientId)
    expect(kept.map(({ spend }) => Number(spend)).sort((a, b) => a - b)).toEqual([5, 10, 20, 40])
    const again = await readFigures(core, clientId, [path])
    expect(again.totals).toMatchObject({ added: 0, changed: 0, unchanged: 4 })
  })

  it('are read where every line lies in one quoted cell, the lines above the header too', async () => {
    const { core, clientId, folder } = await startClient()
    const lines = ['# Account: Museum', '# Start date: 20260501', '# End date: 20260502', 'Date,Event count,Total users', '20260501,10,4', '20260502,12,5', '20260503,12,5']
    const path = await putFile(folder, 'data.csv', lines.map((line) => `"${line}"`).join('\r\n'))
    expect((await readFigures(core, clientId, [path])).tables).toMatchObject([{ format: 'ga4.daily', rows: 3, sums: { events: 34, users: 14 } }])
  })

  it('count no header that comes again between the rows', async () => {
    const { core, clientId, folder } = await startClient()
    const path = await putFile(folder, 'Overview.csv', csvText([HEADER, DAYS[0]!, HEADER, DAYS[1]!]))
    const [table] = (await readFigures(core, clientId, [path])).tables
    expect([table?.rows, table?.sums['views'], table?.skippedCounts]).toEqual([2, 21, {}])
  })

  it('count no row of totals below the header of ids, whatever stands before it', async () => {
    const { core, clientId, folder } = await startClient()
    const rows = [['My notes', 'Content', 'Video title', 'Video publish time', 'Views', 'Watch time (hours)'], ['', 'Total', '', '', '30', '3'], ['x', 'abcdefghijk', 'One', 'Feb 19, 2026', '10', '1'], ['', 'abcdefghijl', 'Two', 'Feb 20, 2026', '15', '1.5']]
    const [table] = (await readFigures(core, clientId, [await putFile(folder, 'Table data.csv', csvText(rows))])).tables
    expect([table?.rows, table?.sums['views'], table?.skippedCounts]).toEqual([2, 25, { totals: 1 }])
  })

  it('say so where they hold nothing that is a table', async () => {
    const { core, clientId, folder } = await startClient()
    const path = await putFile(folder, 'words.csv', 'one\r\ntwo\r\nthree\r\n')
    const draft = await readFigures(core, clientId, [path])
    expect([draft.tables, draft.unknown, draft.refused]).toMatchObject([[], [], [{ name: 'words.csv', error: { code: 'unsupported.import-kind', data: { reason: 'no-table' } } }]])
  })

  it('keep what is read of an archive beside what is not', async () => {
    const { core, clientId, folder } = await startClient()
    const path = await putFile(folder, 'export.zip', await makeZip({ 'Overview.csv': csvText([HEADER, ...DAYS]), 'Read me.html': '<html><body>Hello</body></html>' }))
    const draft = await readFigures(core, clientId, [path])
    expect((await commitFigures(core, clientId, draft)).importId).toBeTypeOf('string')
  })
})
