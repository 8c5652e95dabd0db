import { z } from 'zod'
import { contentErrorData } from './codes-content'
import { figureImportErrorData } from './codes-figure-imports'
import { inboxErrorData } from './codes-inbox'
import { peopleErrorData } from './codes-people'
import { incidentErrorData } from './codes-incidents'
import { reportErrorData } from './codes-reports'

/** The eight categories. Each has one HTTP status and one exit code, and one treatment on screen. */
export const errorCategories = {
  internal: { status: 500, exitCode: 1 },
  validation: { status: 400, exitCode: 2 },
  'not-found': { status: 404, exitCode: 3 },
  conflict: { status: 409, exitCode: 4 },
  unsupported: { status: 422, exitCode: 5 },
  unavailable: { status: 503, exitCode: 6 },
  corrupt: { status: 500, exitCode: 7 },
  cancelled: { status: 499, exitCode: 8 }
} as const

export type ErrorCategory = keyof typeof errorCategories

const text = z.string()
const none = z.object({})
const named = z.object({ name: text })

/**
 * Every code that an operation can answer with, and the data its sentence is filled from.
 * Refusals of single files (`unsupported.format-heic` and the like) stand in reports, not here.
 */
export const errorData = {
  ...contentErrorData,
  ...figureImportErrorData,
  ...inboxErrorData,
  ...peopleErrorData,
  ...incidentErrorData,
  ...reportErrorData,
  'internal.unexpected': z.object({ reference: text }),
  'validation.input': z.object({ issues: z.array(z.object({ path: text, message: text })) }),
  'validation.zone': z.object({ zone: text }),
  'validation.name-taken': named,
  'validation.confirm-name': named,
  'validation.template': z.object({
    template: text,
    reason: text,
    token: text.optional(),
    suggestion: text.optional(),
    character: text.optional(),
    limit: z.int().optional()
  }),
  'validation.placement': z.object({ placement: text }),
  'validation.nothing-selected': none,
  'validation.nothing-planned': none,
  'validation.color': z.object({ color: text }),
  /** `gap`: the clock skips that time; `overlap`: it shows it twice. The two times to choose from, as the clock shows them with their offset. */
  'validation.wall-time': z.object({ date: text, time: text, zone: text, kind: z.enum(['gap', 'overlap']), earlier: text, later: text }),
  /** A name that the network knows no account by. */
  'validation.handle': z.object({ handle: text, network: text }),
  'validation.field': z.object({ network: text, field: text }),
  'validation.link': z.object({ link: text }),
  'validation.note-missing': z.object({ state: text }),
  'validation.not-planned': z.object({ title: text }),
  /** `reason`: `not-an-address`, `other-network`, `not-a-post`. */
  'validation.permalink': z.object({ url: text, network: text, reason: text }),
  'validation.published-later': z.object({ at: text, now: text }),
  'validation.country': z.object({ country: text }),
  'validation.days': z.object({ from: text, to: text }),
  'validation.rule': z.object({ rule: text, reason: text }),
  'validation.destination': z.object({ path: text, reason: text }),
  'not-found.client': z.object({ client: text }),
  'not-found.client-name-ambiguous': z.object({ client: text, ids: z.array(text) }),
  'not-found.asset': z.object({ asset: text }),
  'not-found.job': z.object({ job: text }),
  'not-found.file-token': z.object({ token: text }),
  'not-found.preset': z.object({ preset: text }),
  'not-found.post': z.object({ post: text }),
  'not-found.variant': z.object({ variant: text }),
  'not-found.version': z.object({ step: z.int() }),
  'not-found.channel': z.object({ channel: text }),
  'not-found.pillar': z.object({ pillar: text }),
  'not-found.campaign': z.object({ campaign: text }),
  'not-found.series': z.object({ post: text }),
  'not-found.date': z.object({ date: text }),
  'not-found.view': z.object({ view: text }),
  'not-found.entry': z.object({ entry: text }),
  'not-found.operation': z.object({ operation: text }),
  'not-found.file': z.object({ path: text }),
  'conflict.workspace-locked': z.object({ client: text, path: text, holder: text }),
  'conflict.newer-workspace': z.object({ path: text, found: z.number(), known: z.number() }),
  'conflict.not-a-workspace': z.object({ path: text, reason: text }),
  'conflict.client-archived': named,
  'conflict.client-exists': named,
  'conflict.nothing-to-undo': none,
  'conflict.nothing-to-redo': none,
  'conflict.cannot-undo': z.object({ operation: text, table: text }),
  'conflict.name-in-use': named,
  'conflict.in-use': z.object({ name: text, count: z.int() }),
  'conflict.post-state': z.object({ from: text, to: text }),
  'conflict.post-published': z.object({ title: text }),
  'conflict.no-slots': none,
  'conflict.author-erased': none,
  'conflict.import-changed': none,
  'conflict.job-state': z.object({ job: text, state: text }),
  'unsupported.host-capability': z.object({ capability: text }),
  'unsupported.url': z.object({ url: text }),
  'unsupported.logo': z.object({ reason: text }),
  'unavailable.disk': z.object({ path: text, reason: text }),
  'unavailable.media-process': z.object({ request: text }),
  'unavailable.file': z.object({ path: text, reason: text }),
  'unavailable.database-busy': z.object({ path: text }),
  'corrupt.workspace': z.object({ path: text, detail: text }),
  'corrupt.original': z.object({ asset: text, path: text }),
  'cancelled.by-person': none
} as const

export type ErrorCode = keyof typeof errorData

function isCategory(name: string): name is ErrorCategory {
  return Object.hasOwn(errorCategories, name)
}

/** The category of a code: what stands before its first dot; unknown ones count as internal. */
export function categoryOf(code: string): ErrorCategory {
  const category = code.split('.', 1)[0] ?? ''
  return isCategory(category) ? category : 'internal'
}
