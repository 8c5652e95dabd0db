import { describe, expect, it } from 'vitest'
import { cliJson, runCli } from '../support/cli'
import { csvText, makeWorkbook, putFile } from '../support/table-files'
import { tempFolder } from '../support/temp-folder'

interface Imported {
  files: { format: string; network: string; kind: string; rows: number; from: string; to: string; added: number; changed: number; unchanged: number; skipped: object[]; sums?: Record<string, number> }[]
  refused: { path: string; code: string }[]
  questions: { kind: string }[]
  importId?: string
}

const HEADER = ['Text', 'Image URL', 'Tags', 'Posting Time']

describe('greenroom import', () => {
  it('tells what files are without a client, and stores nothing', async () => {
    const home = await tempFolder()
    const folder = await tempFolder()
    const plan = await putFile(folder, 'plan.csv', csvText([HEADER, ['One', '', '', '2026-12-01 09:00'], ['Two', '', '', '2026-12-05 10:00']]))
    const figures = await putFile(folder, 'figures.xlsx', await makeWorkbook({ sheets: [{ name: 'One', rows: [['Date', 'Impressions', 'Likes', 'Create Post'], ['Sat, Aug 1, 2026', 10, 2, 1], ['Sun, Aug 2, 2026', 5, 1, 0]] }] }))
    const broken = await putFile(folder, 'z.csv', '%PDF-1.7')
    const { code, json } = await cliJson<Imported>(['import', plan, figures, broken], { home })
    expect(json.files).toMatchObject([
      { format: 'buffer', kind: 'schedule', rows: 2, from: '2026-12-01 09:00', to: '2026-12-05 10:00' },
      { format: 'x.overview', network: 'x', kind: 'daily_metrics', rows: 2, from: '2026-08-01', to: '2026-08-02', sums: { impressions: 15, likes: 3, posts: 1 } }
    ])
    expect([code, json.refused]).toMatchObject([5, [{ path: broken, code: 'unsupported.import-kind' }]])
  })

  it('takes a plan in once, says so, and leaves rows with errors out by name', async () => {
    const home = await tempFolder()
    const plan = await putFile(await tempFolder(), 'plan.csv', csvText([HEADER, ['One', '', '', '2026-12-01 09:00'], ['Two', '', '', 'soon']]))
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const args = ['import', '--client', 'North Gallery', plan]
    const dry = await cliJson<Imported>([...args, '--dry-run'], { home })
    expect([dry.code, dry.json.files[0]?.added, dry.json.importId]).toEqual([0, 1, undefined])
    const taken = await cliJson<Imported>(args, { home })
    expect(taken.json.importId).toBeTypeOf('string')
    expect(taken.json.files[0]).toMatchObject({ added: 1, skipped: [{ line: 3, column: 'Posting Time', reason: 'date-unreadable', value: 'soon' }] })
    const again = await cliJson<Imported>(args, { home })
    expect([again.code, again.json.files[0]?.unchanged, again.json.importId]).toEqual([0, 1, undefined])
  })

  it('asks, writes nothing and ends with 2 where the order of dates is open, until it is said', async () => {
    const home = await tempFolder()
    const plan = await putFile(await tempFolder(), 'plan.csv', csvText([HEADER, ['One', '', '', '03/04/2026 09:00']]))
    await runCli(['client', 'add', 'North Gallery', '--zone', 'Europe/Oslo'], { home })
    const args = ['import', '--client', 'North Gallery', plan]
    const open = await cliJson<Imported>(args, { home })
    expect([open.code, open.json.questions, open.json.importId]).toMatchObject([2, [{ kind: 'date-order' }], undefined])
    const said = await cliJson<Imported>([...args, '--date-order', 'dmy'], { home })
    expect([said.code, said.json.files[0]]).toMatchObject([0, { added: 1, from: '2026-04-03 09:00' }])
  })
})
