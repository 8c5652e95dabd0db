import { describe, expect, it, vi } from 'vitest'
import { importFigures, readFigures, rowsOf } from '../support/figure-imports'
import { putDays } from '../support/figure-files'
import { tempFolder } from '../support/temp-folder'
import { startTestCore } from '../support/test-core'

const DAY_MS = 86_400_000
const keptRows = async (home: string, clientId: string) => (await rowsOf(home, clientId, 'SELECT line FROM figure_row')).length

/** A core whose clock goes on by a second a look, and can be put forward by days. */
async function startMuseum(home: string, days = 0) {
  const clock = { ahead: days * DAY_MS }
  const core = await startTestCore({ home, now: () => new Date(Date.now() + (clock.ahead += 1000)) })
  const [known] = (await core.client.clients.list({})).clients
  const clientId = known?.id ?? (await core.client.clients.create({ name: 'Museum' })).id
  return { core, clientId, clock }
}

describe('Figures that were read and do not count', () => {
  it('can still be imported when their client was closed meanwhile, and are gone at the next start', async () => {
    const home = await tempFolder()
    const { core, clientId } = await startMuseum(home)
    const { draftId } = await readFigures(core, clientId, [await putDays('a.csv', { days: 3 })])
    await core.services.workspaces.close(clientId)
    expect((await core.client.figureImports.draft({ clientId, draftId })).totals.added).toBe(3)
    await core.close()
    const next = await startMuseum(home, 1)
    await expect(next.core.client.figureImports.draft({ clientId, draftId })).rejects.toMatchObject({ code: 'not-found.figure-draft' })
    expect(await keptRows(home, clientId)).toBe(0)
  })

  it('go after a day, also while the application stays open', async () => {
    const { core, clientId, clock } = await startMuseum(await tempFolder())
    const { draftId } = await readFigures(core, clientId, [await putDays('a.csv', { days: 3 })])
    await core.services.workspaces.close(clientId)
    clock.ahead += 2 * DAY_MS
    await expect(core.client.figureImports.draft({ clientId, draftId })).rejects.toMatchObject({ code: 'not-found.figure-draft' })
  })

  it('are kept as long as their import can be done again, and purged once something else was done', async () => {
    const { core, clientId } = await startMuseum(await tempFolder())
    await importFigures(core, clientId, [await putDays('a.csv', { days: 3 })])
    await core.client.history.undo({ clientId })
    await core.services.workspaces.close(clientId)
    await core.client.history.redo({ clientId })
    expect((await core.client.figureImports.list({ clientId })).total).toBe(1)
    await core.client.history.undo({ clientId })
    await importFigures(core, clientId, [await putDays('b.csv', { days: 2 })])
    await core.services.workspaces.close(clientId)
    await core.client.figureImports.list({ clientId })
    await vi.waitFor(async () => expect(await keptRows(core.home, clientId)).toBe(2), 5000)
  })

  it('are purged 30 days after their import was taken away, which then cannot be undone', async () => {
    const { core, clientId, clock } = await startMuseum(await tempFolder())
    const { importId } = await importFigures(core, clientId, [await putDays('a.csv', { days: 3 })])
    await core.client.figureImports.remove({ clientId, importId })
    clock.ahead += 29 * DAY_MS
    await core.services.workspaces.close(clientId)
    await core.client.figureImports.list({ clientId })
    expect(await keptRows(core.home, clientId)).toBe(3)
    clock.ahead += 2 * DAY_MS
    await core.services.workspaces.close(clientId)
    const { undo } = await core.client.history.state({ clientId })
    expect(undo?.operation).not.toBe('figureImports.remove')
    await vi.waitFor(async () => expect(await keptRows(core.home, clientId)).toBe(0), 5000)
  })
})
