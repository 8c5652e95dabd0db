import type { AppInputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import { type CurrentCrisis, type Incident, incidentReview, type IncidentReview } from '../../../../shared/features/incidents/incidents.schema'
import { addMonths, todayIn } from '../../../../shared/time'
import type { CallContext, Reader } from '../../context'
import { listActiveFreezes } from '../freezes'
import { insertLearning, listLearnings, updateLearning } from '../learnings'
import { keepMessages, listLocker } from './evidence.service'
import { listWaiting, presentFreezes, startFreeze } from './freeze.service'
import { getFreeze } from './freezes.repository'
import { reviewOf, toEntry } from './incident-rows'
import { getIncidentRow, getOpenIncident, getSummary, insertEntry, insertIncident, listEntries, listOpenIncidents, updateIncident } from './incidents.repository'
import { noteAction } from './timeline'

type Inputs = AppInputs['incidents']

/** Clocks differ a little from machine to machine; more than this is a mistake. */
const AHEAD_MS = 10 * 60_000

function pastInstant(text: string | undefined, now: string): string {
  if (text === undefined) return now
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || at.getTime() > Date.parse(now) + AHEAD_MS) throw new AppError('validation.message-later', { at: text, now })
  return at.toISOString()
}

/** @throws AppError `not-found.conversation`, `not-found.channel` */
export function openIncident(context: CallContext, input: Inputs['open']): Promise<{ incidentId: string; frozen: number }> {
  const { clientId, title, level, summary = '', startedAt, conversationId, author = '', freeze = null } = input
  const { core } = context
  return context.command(clientId, async (tx) => {
    const now = core.now()
    const id = core.newId()
    const started = new Date(startedAt ?? now)
    const started_at = Number.isNaN(started.getTime()) || started.toISOString() > now ? now : started.toISOString()
    await insertIncident(tx, { id, title, level, state: 'open', summary, conversation_id: conversationId ?? '', review_json: JSON.stringify(incidentReview.parse({})), started_at, ended_at: null, created_at: now })
    await noteAction(tx, core, id, { action: 'opened', data: { level }, text: summary, author, conversationId })
    if (conversationId !== undefined) {
      const n = await keepMessages(tx, core, id, conversationId, { note: '' })
      if (n > 0) await noteAction(tx, core, id, { action: 'evidence', data: { n }, author, conversationId })
    }
    const frozen = freeze ? (await startFreeze(tx, core, id, { channelIds: [...new Set(freeze.channelIds ?? [])], reason: freeze.reason ?? '', author })).frozen : 0
    return { incidentId: id, frozen }
  })
}

/** @throws AppError `not-found.incident`, `conflict.incident-closed` */
export function setLevel(context: CallContext, { clientId, incidentId, level, reason = '', author = '' }: Inputs['setLevel']): Promise<void> {
  return context.command(clientId, async (tx) => {
    const row = await getOpenIncident(tx, incidentId)
    if (row.level === level) return
    await updateIncident(tx, incidentId, { level })
    await noteAction(tx, context.core, incidentId, { action: 'level', data: { from: row.level, level }, text: reason, author })
  })
}

/** @throws AppError `not-found.incident`, `conflict.incident-closed` */
export function calm(context: CallContext, { clientId, incidentId, note = '', author = '' }: Inputs['calm']): Promise<void> {
  return context.command(clientId, async (tx) => {
    const row = await getOpenIncident(tx, incidentId)
    if (row.state === 'calm') return
    await updateIncident(tx, incidentId, { state: 'calm' })
    await noteAction(tx, context.core, incidentId, { action: 'calmed', text: note, author })
  })
}

/** @throws AppError `not-found.incident` */
export function reopen(context: CallContext, { clientId, incidentId, note = '', author = '' }: Inputs['reopen']): Promise<void> {
  return context.command(clientId, async (tx) => {
    const row = await getIncidentRow(tx, incidentId)
    if (row.state === 'open') return
    await updateIncident(tx, incidentId, { state: 'open', ended_at: null })
    await noteAction(tx, context.core, incidentId, { action: 'reopened', text: note, author })
  })
}

const withReview = (json: string, review: Omit<IncidentReview, 'learningId'> | undefined): string => JSON.stringify({ ...reviewOf(json), ...review })

/** @throws AppError `not-found.incident`, `conflict.incident-closed`, `conflict.freeze-on` */
export function close(context: CallContext, { clientId, incidentId, review, author = '' }: Inputs['close']): Promise<void> {
  return context.command(clientId, async (tx) => {
    const row = await getOpenIncident(tx, incidentId)
    if ((await listActiveFreezes(tx)).some((freeze) => freeze.incidentId === incidentId)) throw new AppError('conflict.freeze-on', { title: row.title })
    await updateIncident(tx, incidentId, { state: 'closed', ended_at: context.core.now(), ...(review && { review_json: withReview(row.review_json, incidentReview.parse(review)) }) })
    await noteAction(tx, context.core, incidentId, { action: 'closed', author })
  })
}

/** @throws AppError `not-found.incident` */
export function saveReview(context: CallContext, { clientId, incidentId, review }: Inputs['saveReview']): Promise<void> {
  return context.command(
    clientId,
    async (tx) => {
      const row = await getIncidentRow(tx, incidentId)
      const { learningId: _kept, ...answers } = incidentReview.parse(review)
      const review_json = withReview(row.review_json, answers)
      if (review_json !== row.review_json) await updateIncident(tx, incidentId, { review_json })
    },
    { merge: `incident review ${incidentId}` }
  )
}

/** @throws AppError `not-found.incident`, `validation.review-empty` */
export async function writeLearning(context: CallContext, { clientId, incidentId }: Inputs['writeLearning']): Promise<{ learningId: string }> {
  const { core } = context
  const { zone } = await (await context.workspace(clientId)).profile()
  return context.command(clientId, async (tx) => {
    const row = await getIncidentRow(tx, incidentId)
    const review = reviewOf(row.review_json)
    const part = (...texts: string[]): string => texts.map((text) => text.trim()).filter(Boolean).join('\n\n')
    const observation = part(review.happened, review.worked)
    const decision = part(review.change, review.policy)
    if (observation === '' && decision === '') throw new AppError('validation.review-empty')
    const today = todayIn(zone, core.now())
    const known = (await listLearnings(tx)).find(({ id }) => id === review.learningId)
    const words = { observation: observation === '' ? row.title : `${row.title}: ${observation}`.slice(0, 10_000), decision: decision.slice(0, 10_000) }
    if (known) {
      await updateLearning(tx, { ...known, ...words })
      return { learningId: known.id }
    }
    const id = core.newId()
    await insertLearning(tx, { id, observedOn: today, ...words, evidence: null, experiment: '', reviewOn: addMonths(today, 1), result: '', state: 'open', createdAt: core.now() })
    await updateIncident(tx, incidentId, { review_json: JSON.stringify({ ...review, learningId: id }) })
    return { learningId: id }
  })
}

/** @throws AppError `not-found.incident`, `conflict.incident-closed`, `validation.message-later` */
export function addEntry(context: CallContext, { clientId, incidentId, kind = 'event', text, author = '', happenedAt, conversationId = '' }: Inputs['addEntry']): Promise<{ entryId: string }> {
  const { core } = context
  return context.command(clientId, async (tx) => {
    await getOpenIncident(tx, incidentId)
    const id = core.newId()
    const now = core.now()
    await insertEntry(tx, {
      id, incident_id: incidentId, kind, action: '', data_json: '{}', text, author, conversation_id: conversationId, happened_at: pastInstant(happenedAt, now), created_at: now
    })
    return { entryId: id }
  })
}

/** @throws AppError `not-found.incident` */
export async function getIncident(context: CallContext, clientId: string, incidentId: string): Promise<Incident> {
  const { reader } = await context.workspace(clientId)
  const row = await getIncidentRow(reader, incidentId)
  return {
    ...(await getSummary(reader, incidentId)),
    summary: row.summary,
    conversationId: row.conversation_id || null,
    timeline: (await listEntries(reader, incidentId)).map(toEntry),
    locker: await listLocker(context, reader, clientId, incidentId),
    freezes: await presentFreezes(reader, incidentId),
    review: reviewOf(row.review_json)
  }
}

/** What is open now. Two small reads where nothing is. */
export async function readCurrent(reader: Reader): Promise<CurrentCrisis> {
  const incidents = (await listOpenIncidents(reader)).map(({ id, title, level, state, started_at }) => ({ id, title, level, state: state === 'calm' ? ('calm' as const) : ('open' as const), startedAt: started_at }))
  const freezes = await listActiveFreezes(reader)
  let waiting = 0
  for (const { id } of freezes) waiting += (await listWaiting(reader, await getFreeze(reader, id))).length
  return { incidents, freezes: freezes.map(({ channelIds, decided, ...one }) => ({ ...one, channelIds: [...channelIds], decided: [...decided] })), waiting }
}
