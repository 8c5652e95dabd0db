import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, pageInput } from '../../contract/base'
import { figureAnswers, figureDraft, tablePlace } from './figure-draft.schema'
import { mappedLayout } from './figure-layout.schema'

const files = z.array(z.string()).min(1).max(500)
const ofDraft = clientScope.extend({ draftId: id })

/** An import that stands, with the tables it is made of. */
export const figureImport = z.object({
  id,
  at: instant,
  files: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  tables: z.array(
    tablePlace.omit({ file: true }).extend({
      format: z.string(), network: z.string(), kind: z.string(), channelId: id.nullable(), account: z.string(), from: z.string(), to: z.string(), measuredAt: instant, rows: z.int()
    })
  )
})
export type FigureImport = z.infer<typeof figureImport>

const counts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() })

export const figureImportsContract = {
  /**
   * Reads exports into a draft, which counts nowhere until it is committed; `draftId` is the job's id, and the job's items are
   * the files. `replaces` is the draft that these answers were given to.
   */
  read: clientOperation('job', 'not-found.file-token', 'conflict.client-archived')
    .input(clientScope.extend({ files, answers: figureAnswers.prefault({}), replaces: id.optional() }))
    .output(z.object({ jobId: id, draftId: id })),
  /** What a draft came to, once its job is done. */
  draft: clientOperation('query', 'not-found.figure-draft').input(ofDraft).output(figureDraft),
  /**
   * Lets the figures of a draft count: one step. `expect` are the totals that were shown; where other figures came in since,
   * `conflict.import-changed` asks to look again.
   */
  commit: clientOperation('command', 'not-found.figure-draft', 'conflict.client-archived', 'conflict.import-changed', 'conflict.import-questions', 'validation.nothing-selected')
    .input(ofDraft.extend({ expect: counts }))
    .output(counts.extend({ importId: id, skipped: z.int(), matched: z.object({ sure: z.int(), doubtful: z.int() }) })),
  /** Clears a draft. One that is not there is cleared already. */
  discard: clientOperation('command').input(ofDraft).output(done),
  /** Imports that stand, the newest first. */
  list: clientOperation('query').input(clientScope.extend(pageInput)).output(z.object({ total: z.int(), imports: z.array(figureImport) })),
  /** Takes an import away: what came in with others counts again. */
  remove: clientOperation('command', 'not-found.figure-import', 'conflict.client-archived')
    .input(clientScope.extend({ importId: id }))
    .output(done),
  /** Layouts that a person mapped. A file of them is `layoutFile`. */
  listLayouts: clientOperation('query').input(clientScope).output(z.object({ layouts: z.array(mappedLayout) })),
  /** Takes layouts over, from the dialog or a colleague's file; one with the same headers is replaced. */
  putLayouts: clientOperation('command', 'conflict.client-archived')
    .input(clientScope.extend({ layouts: z.array(mappedLayout).min(1).max(200) }))
    .output(z.object({ changed: z.int() })),
  removeLayout: clientOperation('command', 'conflict.client-archived')
    .input(clientScope.extend({ signature: z.string().max(20_000) }))
    .output(done)
}
