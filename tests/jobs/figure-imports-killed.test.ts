import { describe, expect, it } from 'vitest'
import { bundleForNode } from '../support/bundle'
import { manyPosts, putPosts } from '../support/figure-files'
import { importFigures, rowsOf } from '../support/figure-imports'
import { linesUntilKilled } from '../support/kill-after'
import { parseWorkerPath } from '../support/parse-worker'
import { startTestCore } from '../support/test-core'

const ROWS = 6000
const MOMENTS = [0, 60, 150, 300, 500, 800, 1200, 1700]

describe('an import of figures that is killed', () => {
  it('counts whole or not at all, leaves no half draft, and can be done again', { timeout: 120_000 }, async () => {
    const first = await startTestCore()
    const { id: clientId } = await first.client.clients.create({ name: 'Museum' })
    await first.close()
    const path = await putPosts('posts.csv', manyPosts(ROWS))
    const entry = await bundleForNode('tests/support/figures-process.ts', 'figures-process')
    for (const milliseconds of MOMENTS) {
      await linesUntilKilled(entry, { home: first.home, clientId, path, parseWorker: await parseWorkerPath() }, milliseconds)
      const core = await startTestCore({ home: first.home })
      const { total } = await core.client.figureImports.list({ clientId })
      const count = async (sql: string): Promise<unknown> => (await rowsOf(core.home, clientId, sql))[0]?.['n']
      expect(await count('SELECT count(*) AS n FROM figure')).toBe(total * ROWS)
      expect(await count('SELECT count(*) AS n FROM figure_draft')).toBe(0)
      // Of imports that stand, and of those that were undone and can be done again. The rest goes while the client is open already.
      await expect.poll(async () => Number(await count('SELECT count(*) AS n FROM figure_row')) % ROWS, { timeout: 20_000 }).toBe(0)
      if (total > 0) await core.client.history.undo({ clientId })
      expect(await count('SELECT count(*) AS n FROM figure')).toBe(0)
      await core.close()
    }
    const core = await startTestCore({ home: first.home })
    expect(await importFigures(core, clientId, [path])).toMatchObject({ added: ROWS, changed: 0 })
  })
})
