import { describe, expect, it } from 'vitest'
import { openWorkspaceFile } from '../support/workspace-database'
import { tempFolder } from '../support/temp-folder'

async function pragma(db: { raw(sql: string): PromiseLike<unknown> }, name: string): Promise<unknown> {
  const rows = (await db.raw(`PRAGMA ${name}`)) as Record<string, unknown>[]
  return Object.values(rows[0] ?? {})[0]
}

describe('connections', () => {
  it('states everything durability rests on, at the writer and at the reader', async () => {
    const { reader, write } = await openWorkspaceFile(await tempFolder())
    const wanted = {
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      wal_autocheckpoint: 1000,
      journal_size_limit: 67_108_864,
      temp_store: 2,
      busy_timeout: undefined
    }
    for (const [name, value] of Object.entries(wanted)) {
      if (value === undefined) continue
      expect([name, await pragma(reader, name)]).toEqual([name, value])
      expect([name, await write((tx) => pragma(tx, name))]).toEqual([name, value])
    }
    expect(await pragma(reader, 'busy_timeout')).toBe(5000)
  })

  it('refuses to write on the reader', async () => {
    const { reader } = await openWorkspaceFile(await tempFolder())
    await expect(reader.raw("INSERT INTO export_preset VALUES ('a', 'a', '[]', '{}')")).rejects.toThrow(/readonly/)
  })

  it('answers on the reader while a write transaction is open', async () => {
    const { reader, write } = await openWorkspaceFile(await tempFolder())
    const seen = await write(async (tx) => {
      await tx('change_context').update({ commit_count: 99 })
      return (await reader('change_context').first()) as { commit_count: number }
    })
    expect(seen.commit_count).toBeLessThan(99)
  })
})
