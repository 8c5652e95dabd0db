import { describe, expect, it } from 'vitest'
import { insertFigures, seedFigures } from '../support/figures'
import { tempFolder } from '../support/temp-folder'
import { openWorkspaceFile } from '../support/workspace-database'

const channels = { instagram: 'c-ig', facebook: 'c-fb', linkedin: 'c-li', tiktok: 'c-tt' }

describe('seeded figures', () => {
  it('are an import that stands, with each figure in a row of a file', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    const { value } = await db.command('figureImports.commit', (tx) => seedFigures(tx, channels))
    const rows = value.seeds.reduce((sum, seed) => sum + seed.rows.length, 0)
    expect(await db.reader('figure_import').select('id', 'added')).toEqual([{ id: value.importId, added: rows }])
    expect(await db.reader('figure').count({ n: '*' })).toEqual([{ n: rows }])
    expect(await db.reader('figure_row').count({ n: '*' })).toEqual([{ n: rows }])
  })

  it('keep what is missing apart from zero', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    const seeds = [{ kind: 'account' as const, network: 'x', channelId: 'c-x', key: 'account', rows: [{ startsOn: '2026-07-01', values: { likes: 0 } }] }]
    await db.command('figureImports.commit', (tx) => insertFigures(tx, seeds))
    expect(await db.reader('figure').select('starts_on', 'ends_on', 'likes', 'views')).toEqual([
      { starts_on: '2026-07-01', ends_on: '2026-07-01', likes: 0, views: null }
    ])
  })
})
