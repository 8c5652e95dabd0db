import type { AppInputs, AppOutputs } from '../../src/shared/contract'
import { openPlain, type PlainRow } from '../../src/main/core/db/plain-connection'
import { join } from 'node:path'
import { type TestCore, waitForJob } from './test-core'

export type FigureDraft = AppOutputs['figureImports']['draft']
type Answers = AppInputs['figureImports']['read']['answers']

/** Reads files into a draft and waits for it. */
export async function readFigures(core: TestCore, clientId: string, paths: readonly string[], answers?: Answers): Promise<FigureDraft> {
  const { jobId, draftId } = await core.client.figureImports.read({ clientId, files: paths.map((path) => core.registerPath(path)), answers })
  await waitForJob(core, clientId, jobId)
  return core.client.figureImports.draft({ clientId, draftId })
}

/** Lets a draft count, with the totals that it shows. */
export async function commitFigures(core: TestCore, clientId: string, draft: FigureDraft): Promise<AppOutputs['figureImports']['commit']> {
  const { added, changed, unchanged } = draft.totals
  return core.client.figureImports.commit({ clientId, draftId: draft.draftId, expect: { added, changed, unchanged } })
}

export async function importFigures(core: TestCore, clientId: string, paths: readonly string[], answers?: Answers): Promise<AppOutputs['figureImports']['commit'] & { draft: FigureDraft }> {
  const draft = await readFigures(core, clientId, paths, answers)
  return { ...(await commitFigures(core, clientId, draft)), draft }
}

/** Rows of a client's workspace, read beside the app. */
export async function rowsOf(home: string, clientId: string, sql: string): Promise<PlainRow[]> {
  const connection = await openPlain(join(home, 'workspaces', clientId, 'workspace.sqlite'), 'read')
  try {
    return await connection.all(sql)
  } finally {
    await connection.close()
  }
}

/** What counts, with what it is about, in one order. */
export const dumpFigures = (home: string, clientId: string): Promise<PlainRow[]> =>
  rowsOf(
    home,
    clientId,
    `SELECT s.kind, s.network, s.channel_id, s.subject_key, f.* FROM figure f JOIN figure_subject s ON s.id = f.subject_id
     ORDER BY s.kind, s.network, s.channel_id, s.subject_key, f.starts_on, f.ends_on`
  )
