import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { CallContext } from '../../../context'
import { commitDraft, getDraft, listImports } from '../../figure-imports'
import type { ExportFile } from './export-file'

export interface ImportedExports {
  /** Where the files lie, as a person would keep them; empty where nothing was imported just now. */
  folder: string
  files: number
  rows: number
  /** Posts of the plan that figures found: surely, and to be confirmed. */
  sure: number
  doubtful: number
}

const nothing: ImportedExports = { folder: '', files: 0, rows: 0, sure: 0, doubtful: 0 }

async function writeFiles(folder: string, files: readonly ExportFile[]): Promise<string[]> {
  const paths: string[] = []
  for (const { path, content } of files) {
    const target = join(folder, ...path.split('/'))
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await writeFile(target, content, { mode: 0o600 })
    paths.push(target)
  }
  return paths
}

/** Takes the exports of the demo client in as a person would: all at once, one step. A client that has figures is left as it is. */
export async function importDemoExports(context: CallContext, clientId: string, files: readonly ExportFile[]): Promise<ImportedExports> {
  const { core } = context
  const { reader } = await context.workspace(clientId)
  if ((await listImports(reader, { offset: 0, limit: 1 })).total > 0) return nothing
  const folder = join(core.home.exports, 'networks')
  const paths = await writeFiles(folder, files)
  const tokens = paths.map((path) => core.tokens.register({ path, name: basename(path) }))
  const answers = { channels: [], tables: [], all: {} }
  const draftId = await core.jobs.start(clientId, 'figures.read', { files: tokens, answers })
  await core.jobs.settled(clientId, draftId)
  const { totals } = (await getDraft(reader, draftId)).draft
  const { added, changed, unchanged } = totals
  const { matched } = await commitDraft(context, { clientId, draftId, expect: { added, changed, unchanged } })
  return { folder, files: paths.length, rows: totals.rows, ...matched }
}
