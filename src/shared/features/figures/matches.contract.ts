import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant, pageInput } from '../../contract/base'
import { matchReason } from './match-reasons'

/** `unplanned`: no post of the plan comes near it. `set-aside`: a person said that it was not planned here. */
export const matchLists = ['doubtful', 'unplanned', 'matched', 'set-aside'] as const

const candidate = z.object({
  variantId: id,
  postId: id,
  title: z.string(),
  text: z.string(),
  /** When it was planned, else when it went out; null: neither. */
  at: instant.nullable(),
  state: z.string(),
  thumbnailUrl: z.string().nullable(),
  /** 0 to 1. */
  score: z.number(),
  reasons: z.array(matchReason),
  match: z.enum(['sure', 'doubtful', 'confirmed', 'rejected', 'none'])
})
export type MatchCandidate = z.infer<typeof candidate>

const row = z.object({
  subjectId: z.int(),
  network: z.string(),
  channelId: z.string(),
  format: z.string(),
  text: z.string(),
  permalink: z.string(),
  publishedAt: z.string(),
  /** The likeliest first; of matched posts the one. */
  candidates: z.array(candidate),
  /** The post of the plan lacks the address or the time of publishing that the file has. */
  offersFacts: z.boolean()
})
export type MatchRow = z.infer<typeof row>

const counts = z.object({ doubtful: z.int(), unplanned: z.int(), matched: z.int(), setAside: z.int(), clear: z.int() })
const subjects = clientScope.extend({ subjectIds: z.array(z.int()).min(1).max(1000) })
const pair = z.object({ subjectId: z.int(), variantId: id })
const changed = z.object({ changed: z.int() })

export const matchesContract = {
  counts: clientOperation('query').input(clientScope).output(counts),
  /** Newest posts first. */
  list: clientOperation('query')
    .input(clientScope.extend({ ...pageInput, list: z.enum(matchLists).default('doubtful') }))
    .output(z.object({ total: z.int(), counts, rows: z.array(row) })),
  /** Posts of the plan on the same network to pick from: by words, else those nearest in time. */
  candidates: clientOperation('query', 'not-found.subject')
    .input(clientScope.extend({ subjectId: z.int(), search: z.string().max(200).default('') }))
    .output(z.object({ candidates: z.array(candidate) })),
  /** These are the same; what else was thought of them is turned down. */
  confirm: clientOperation('command', 'not-found.subject', 'not-found.variant', 'conflict.client-archived')
    .input(clientScope.extend({ pairs: z.array(pair).min(1).max(1000) }))
    .output(changed),
  /** Confirms every doubtful post whose likeliest candidate leaves no real doubt. */
  confirmClear: clientOperation('command', 'conflict.client-archived').input(clientScope).output(changed),
  /** Without a variant: none of them, it was not planned here. */
  reject: clientOperation('command', 'not-found.subject', 'conflict.client-archived')
    .input(clientScope.extend({ subjectId: z.int(), variantId: id.optional() }))
    .output(done),
  /** Looks at it again: what was turned down is doubtful once more. */
  reopen: clientOperation('command', 'conflict.client-archived').input(subjects).output(changed),
  /** Gives the posts of the plan the address and the time of publishing that the files have. */
  takeOver: clientOperation('command', 'conflict.client-archived').input(subjects).output(changed),
  /** Makes published posts of the plan of them. */
  addToPlan: clientOperation('command', 'not-found.subject', 'conflict.subject-planned', 'conflict.subject-without-channel', 'conflict.client-archived')
    .input(subjects)
    .output(z.object({ postIds: z.array(id) }))
}
