import { describe, expect, it } from 'vitest'
import { bundleForNode } from '../support/bundle'
import { linesUntilKilled } from '../support/kill-after'
import { startTestCore } from '../support/test-core'

const KILLS = 15

/** Where a name stands in the order of renames: by process, then by count; the name at the start comes first. */
function orderOf(name: string, saved: string[]): number {
  const [, pid, count] = /^Client (\d+) (\d+)$/.exec(name) ?? []
  if (pid === undefined) return -1
  const processes = [...new Set(saved.map((line) => /\d+/.exec(line)?.[0]))]
  return processes.indexOf(pid) * 1_000_000 + Number(count)
}

describe('commands, killed at fifteen moments', () => {
  it('that were acknowledged are there at the next start, the file is whole, and the last one can be undone', { timeout: 180_000 }, async () => {
    const maker = await startTestCore()
    const { id: clientId } = await maker.client.clients.create({ name: 'Nordlys' })
    await maker.close()
    const entry = await bundleForNode('tests/support/command-process.ts', 'command-process')
    const saved: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      saved.push(...(await linesUntilKilled(entry, { home: maker.home, clientId }, (kill * 37) % 150)))
    }
    expect(saved.length).toBeGreaterThan(KILLS)

    const after = await startTestCore({ home: maker.home })
    const names = new Set((await after.client.renditions.listPresets({ clientId })).presets.map((preset) => preset.name))
    expect(saved.filter((name) => name.startsWith('preset-') && !names.has(name))).toEqual([])
    const renamed = saved.findLast((name) => name.startsWith('Client '))
    // A later rename may have been committed whose answer the kill cut off; an earlier one may not stand.
    const { name } = await after.client.clients.open({ clientId })
    expect(orderOf(name, saved)).toBeGreaterThanOrEqual(orderOf(renamed ?? 'Nordlys', saved))
    expect(await after.client.clients.check({ clientId })).toMatchObject({ ok: true, database: { integrity: [], foreignKeys: 0 } })
    const before = names.size
    const undone = await after.client.history.undo({ clientId })
    expect(['renditions.savePreset', 'clients.update']).toContain(undone.operation)
    const left = (await after.client.renditions.listPresets({ clientId })).presets.length
    expect(left).toBe(undone.operation === 'renditions.savePreset' ? before - 1 : before)
  })
})
