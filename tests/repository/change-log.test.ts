import { describe, expect, it } from 'vitest'
import type { Tx } from '../../src/main/core/context'
import type { LoggedDatabase } from '../../src/main/core/db/logged-database'
import { replayStep } from '../../src/main/core/db/replay'
import { findRedoable, findUndoable, type StepRow } from '../../src/main/core/db/steps'
import { listAssets } from '../../src/main/core/features/assets/assets.queries'
import { addTags, insertAsset, updateAsset } from '../../src/main/core/features/assets/assets.repository'
import { tempFolder } from '../support/temp-folder'
import { assetRow, openWorkspaceFile } from '../support/workspace-database'

const at = '2026-11-22T12:00:00.000Z'
const everything = { trashed: false, sort: 'name', descending: false } as const
const page = { offset: 0, limit: 50 }

async function replay(db: LoggedDatabase, direction: 'undo' | 'redo'): Promise<StepRow> {
  const step = direction === 'undo' ? await findUndoable(db.reader) : await findRedoable(db.reader)
  if (!step) throw new Error(`nothing to ${direction}`)
  await db.write((tx) => replayStep(tx, step, direction, at, 'person'))
  return step
}

/** All rows of the user tables, to compare states by. */
async function state(db: LoggedDatabase): Promise<unknown> {
  const tables = ['asset', 'asset_tag', 'asset_crop', 'export_preset']
  return Promise.all(tables.map((table) => db.reader(table).orderBy('id')))
}

/** The log keeps 15 digits of a fraction. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => (typeof part === 'number' ? Number(part.toPrecision(12)) : part))
}

function ids(): () => string {
  let next = 0
  return () => `tag-${(next += 1)}`
}

async function withThreeSteps(db: LoggedDatabase): Promise<unknown[]> {
  const newId = ids()
  const states = [await state(db)]
  const steps: [string, (tx: Tx) => Promise<unknown>][] = [
    ['assets.add', (tx) => insertAsset(tx, assetRow('harbor'))],
    ['assets.updateMany', (tx) => addTags(tx, ['id-harbor'], ['sea', 'boats'], newId)],
    ['assets.update', (tx) => updateAsset(tx, 'id-harbor', { title: 'Harbor at dawn', focal_x: 0.1 + 0.2, focal_y: 1 / 3 })]
  ]
  for (const [operation, run] of steps) {
    await db.command(operation, run)
    states.push(await state(db))
  }
  return states
}

describe('undo and redo', () => {
  it('goes back through every step to the beginning and forward again to the end', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    const states = await withThreeSteps(db)
    for (const wanted of states.slice(0, -1).reverse()) {
      await replay(db, 'undo')
      expect(await state(db)).toEqual(wanted)
    }
    expect(await findUndoable(db.reader)).toBeUndefined()
    for (const wanted of states.slice(1)) {
      await replay(db, 'redo')
      expect(rounded(await state(db))).toEqual(rounded(wanted))
    }
    expect(await findRedoable(db.reader)).toBeUndefined()
  })

  it('works after the workspace was closed and opened again', async () => {
    const folder = await tempFolder()
    const before = await openWorkspaceFile(folder)
    const states = await withThreeSteps(before)
    await before.close()
    const after = await openWorkspaceFile(folder, true)
    await replay(after, 'undo')
    expect(await state(after)).toEqual(states[2])
  })

  it('forgets what could be redone once something new is done', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    await withThreeSteps(db)
    await replay(db, 'undo')
    await db.command('assets.update', (tx) => updateAsset(tx, 'id-harbor', { title: 'Other' }))
    expect(await findRedoable(db.reader)).toBeUndefined()
    expect((await replay(db, 'undo')).operation).toBe('assets.update')
    expect((await replay(db, 'undo')).operation).toBe('assets.updateMany')
  })

  it('takes back work of many transactions as one step', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    const step = await db.beginStep('assets.add', { count: 3 })
    for (const name of ['a', 'b', 'c']) await db.continueStep(step, (tx) => insertAsset(tx, assetRow(name)))
    await replay(db, 'undo')
    expect((await listAssets(db.reader, everything, page)).total).toBe(0)
    await replay(db, 'redo')
    expect((await listAssets(db.reader, everything, page)).total).toBe(3)
  })

  it('takes back a step in which names went round, whatever order the rows have', async () => {
    const names = ['a', 'b', 'c', 'd']
    for (const order of [names, names.toReversed()]) {
      const db = await openWorkspaceFile(await tempFolder())
      const preset = (name: string) => ({ id: `id-${name}`, name, placements_json: '[]', settings_json: '{}' })
      await db.command('renditions.savePreset', (tx) => tx('export_preset').insert(names.map(preset)))
      const before = await state(db)
      await db.command('renditions.savePreset', async (tx) => {
        const name = (id: string, to: string) => tx('export_preset').where({ id: `id-${id}` }).update({ name: to })
        const [first = '', ...others] = order
        await name(first, 'kept aside')
        let free = first
        for (const other of others) {
          await name(other, free)
          free = other
        }
        await name(first, free)
      })
      const after = await state(db)
      await replay(db, 'undo')
      expect(await state(db)).toEqual(before)
      await replay(db, 'redo')
      expect(await state(db)).toEqual(after)
    }
  })

  it('leaves everything as it was when a row was changed behind the log', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    await withThreeSteps(db)
    // A tampered row stands for anything that changed outside the order of steps.
    await db.write((tx) => tx.raw('DROP TRIGGER asset_log_update'))
    await db.write((tx) => updateAsset(tx, 'id-harbor', { title: 'Tampered' }))
    const before = await state(db)
    await expect(replay(db, 'undo')).rejects.toMatchObject({ code: 'conflict.cannot-undo' })
    expect(await state(db)).toEqual(before)
  })

  it('does not count a command that changed nothing', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    await withThreeSteps(db)
    await db.command('assets.update', () => Promise.resolve())
    expect((await findUndoable(db.reader))?.data_json).toBeDefined()
    expect((await replay(db, 'undo')).operation).toBe('assets.update')
    expect((await replay(db, 'undo')).operation).toBe('assets.updateMany')
  })
})

describe('change log', () => {
  it('refuses a change of a user table outside a step', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    await expect(db.write((tx) => insertAsset(tx, assetRow('stray')))).rejects.toThrow(/change outside a step/)
  })

  it('keeps nothing of a command that fails half way', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    const failing = db.command('assets.add', async (tx) => {
      await insertAsset(tx, assetRow('half'))
      throw new Error('power')
    })
    await expect(failing).rejects.toThrow('power')
    expect(await db.reader('change')).toEqual([])
    expect(await db.reader('asset')).toEqual([])
  })

  it('records every column of every user table', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    const triggers = (await db.reader.raw("SELECT name, tbl_name, sql FROM sqlite_master WHERE name LIKE '%_log_insert'")) as {
      tbl_name: string
      sql: string
    }[]
    const logged = triggers.map((trigger) => trigger.tbl_name)
    const tables = (await db.reader.raw("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'")) as { name: string }[]
    // Only what the app itself keeps: the log, jobs, files that it wrote, and what comes in bulk and stands or falls with its import.
    expect(tables.map(({ name }) => name).filter((name) => !logged.includes(name)).sort()).toEqual([
      'change', 'change_context', 'change_step', 'conversation', 'conversation_author', 'export_file', 'figure', 'figure_draft', 'figure_draft_file', 'figure_file', 'figure_row', 'figure_subject', 'job', 'job_item', 'message', 'report_file'
    ])
    for (const { tbl_name, sql } of triggers) {
      const columns = (await db.reader.raw(`PRAGMA table_info(${tbl_name})`)) as { name: string }[]
      for (const { name } of columns) expect([tbl_name, sql]).toEqual([tbl_name, expect.stringContaining(`'${name}', NEW.${name}`)])
    }
  })
})

describe('asset search', () => {
  it('finds words in titles, file names and tags, the last one unfinished, also after an undo', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    await withThreeSteps(db)
    const find = async (search: string) => (await listAssets(db.reader, { ...everything, search }, page)).rows.map((row) => row.id)
    for (const words of ['harbor', 'DAWN har', 'boa', 'jpg', 'sea dawn']) expect([words, await find(words)]).toEqual([words, ['id-harbor']])
    for (const words of ['mountain', 'sea mountain', 'sea OR mountain', 'NEAR(sea)', '"sea" -boats'] as const) {
      expect([words, await find(words)]).toEqual([words, words === '"sea" -boats' ? ['id-harbor'] : []])
    }
    await replay(db, 'undo')
    expect(await find('dawn')).toEqual([])
    await replay(db, 'undo')
    expect(await find('boats')).toEqual([])
  })
})
