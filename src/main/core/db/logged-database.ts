import { chmod, open } from 'node:fs/promises'
import type { Reader, StepData, Tx } from '../context'
import { openConnections, type Connections } from './connection'
import { isAsLeft, noteLeft } from './file-stamp'
import { inspectFile } from './inspect'
import { migrate, type Schema } from './migrate'
import { translateSqliteError } from './sqlite-errors'
import { closeMergedStep, createStepMerger, reopenStep } from './step-merge'
import { closeStep, listChangedTables, openStep, resumeStep, setCurrentStep } from './steps'

export interface LoggedDatabaseOptions {
  path: string
  schema: Schema
  /** Where the copy before a migration goes, by the version it was made from. */
  backup: (fromVersion: number) => string
  /** False makes the file; true looks at it before trusting it. */
  exists: boolean
  now: () => string
  actor: string
}

/** A database whose user tables are all in the change log: the catalog, and each workspace. */
export interface LoggedDatabase {
  path: string
  reader: Reader
  /**
   * One transaction and one step. Commands with the same `mergeKey` that follow each other closely, with nothing in
   * between, are one step.
   */
  command<T>(operation: string, run: (tx: Tx) => Promise<T>, data?: StepData, mergeKey?: string): Promise<Committed<T>>
  /** Outside the change log; a change of a logged table in here is refused by the database. */
  write<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * One transaction outside the change log whose old contents are then gone from the file as well: what it overwrites is
   * cleared, the file is written anew, and the log beside it is emptied.
   */
  writeForGood<T>(run: (tx: Tx) => Promise<T>): Promise<T>
  beginStep(operation: string, data?: StepData): Promise<number>
  /** @throws AppError `cancelled.by-person` once the step was undone */
  continueStep<T>(stepId: number, run: (tx: Tx) => Promise<T>): Promise<Committed<T> & { operation: string }>
  close(): Promise<void>
}

export interface Committed<T> {
  value: T
  /** Tables that changed; empty when the command changed nothing. */
  tables: string[]
}

/** Mode 600 before SQLite opens it: the files it puts beside it take the same. Disks without modes have none to set. */
async function keepPrivate(path: string): Promise<void> {
  await open(path, 'a', 0o600).then(
    (file) => file.close(),
    () => undefined
  )
  await chmod(path, 0o600).catch(() => undefined)
}

/** How often the log beside the file is asked to empty itself while somebody reads. */
const EMPTY_TRIES = 5

async function writeAnew(writer: Connections['writer']): Promise<void> {
  await writer.raw('VACUUM')
  for (let tries = 0; tries < EMPTY_TRIES; tries += 1) {
    const [answer] = (await writer.raw('PRAGMA wal_checkpoint(TRUNCATE)')) as { busy: number }[]
    if (answer?.busy === 0) return
  }
}

async function forGood<T>(writer: Connections['writer'], path: string, write: () => Promise<T>): Promise<T> {
  await writer.raw('PRAGMA secure_delete = ON')
  try {
    const value = await write()
    await writeAnew(writer)
    return value
  } catch (error) {
    throw translateSqliteError(error, path)
  } finally {
    await writer.raw('PRAGMA secure_delete = OFF')
  }
}

/**
 * Opens a file, or makes it, and brings it to the newest version. One that this process looked through and finds as it left it is not
 * looked through again.
 * @throws AppError `corrupt.workspace`, `conflict.not-a-workspace`, `conflict.newer-workspace`, `unavailable.disk`
 */
export async function openLoggedDatabase(options: LoggedDatabaseOptions): Promise<LoggedDatabase> {
  const { path, schema, now, actor } = options
  if (options.exists) await inspectFile(path, schema, { whole: !(await isAsLeft(path)) })
  await keepPrivate(path)
  const connections = await openConnections(path).catch((error: unknown) => Promise.reject(translateSqliteError(error, path)))
  try {
    await migrate(connections.writer, schema, path, options.backup)
  } catch (error) {
    await connections.close()
    throw translateSqliteError(error, path)
  }

  const merger = createStepMerger()
  const transact = async <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await connections.writer.transaction(async (tx) => {
        // Writing first takes the write lock at once, as BEGIN IMMEDIATE would.
        await tx('change_context').where({ id: 1 }).increment('commit_count', 1)
        return run(tx)
      })
    } catch (error) {
      throw translateSqliteError(error, path)
    }
  }

  return {
    path,
    reader: connections.reader,
    write: transact,
    writeForGood: (run) => forGood(connections.writer, path, () => transact(run)),
    async command(operation, run, data = {}, mergeKey) {
      const at = now()
      const { step, ...committed } = await transact(async (tx) => {
        const known = mergeKey === undefined ? undefined : await merger.find(tx, mergeKey, at)
        if (known !== undefined) {
          const lastChange = await reopenStep(tx, known)
          const value = await run(tx)
          return { step: known, value, tables: await closeMergedStep(tx, known, lastChange, at) }
        }
        const opened = await openStep(tx, { kind: 'do', operation, data, at, actor })
        const value = await run(tx)
        return { step: opened, value, tables: await closeStep(tx, opened) }
      })
      if (mergeKey !== undefined && committed.tables.length > 0) merger.note(mergeKey, step, at)
      return committed
    },
    beginStep: (operation, data = {}) =>
      transact(async (tx) => {
        const step = await openStep(tx, { kind: 'do', operation, data, at: now(), actor })
        await setCurrentStep(tx, null)
        return step
      }),
    continueStep: (stepId, run) =>
      transact(async (tx) => {
        const { operation, lastChange } = await resumeStep(tx, stepId)
        const value = await run(tx)
        await setCurrentStep(tx, null)
        return { value, operation, tables: await listChangedTables(tx, stepId, lastChange) }
      }),
    close: () => connections.close().then(() => noteLeft(path))
  }
}
