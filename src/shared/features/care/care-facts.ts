import { zoneClock, type Instant, type PlainDate } from '../../time'
import type { ConversationType, Sentiment } from '../inbox/inbox.schema'
import type { CareClock, Targets } from './care-clock'
import type { CareFigure, CareOutcome } from './care-report.schema'
import { timesOf, type ClockEvent, type ConversationTimes } from './response-clock'

/** What happened in a conversation, and who did it; nobody is known for what an import brought. */
export interface CareEvent extends ClockEvent {
  by?: string
}

export interface CareConversation {
  id: string
  network: string
  channelId: string
  type: ConversationType | null
  sentiment: Sentiment | null
  assignee: string
  /** In order of time. */
  events: readonly CareEvent[]
}

/** One thing that a figure counts. */
export interface CareFact {
  conversation: CareConversation
  figure: CareFigure
  /** Day of `from` in the client's zone. */
  day: PlainDate
  from: Instant
  to: Instant | null
  dueAt: Instant | null
  /** Until the answer, or until now; ms. */
  openTime: number
  targetMinutes: number | null
  outcome: CareOutcome
  by: string
}

export interface FactContext {
  clock: CareClock
  targetsOf(channelId: string): Targets
  now: Instant
}

/** Nobody has to answer spam. */
export const isSpam = ({ type }: Pick<CareConversation, 'type'>): boolean => type === 'spam'
export const isCriticism = ({ type, sentiment }: Pick<CareConversation, 'type' | 'sentiment'>): boolean => type === 'complaint' || sentiment === 'negative'

/** Who answered at that time. An answer that an import brought in too names nobody: the one that was confirmed beside it does. */
function answererAt({ events, assignee }: CareConversation, at: Instant): string {
  for (const { kind, at: then, by } of events) {
    if (then < at) continue
    if (kind === 'out' && by) return by
    if (kind === 'in') break
  }
  return assignee
}

/** Whose a conversation is; of one that is nobody's, who answered in it last. */
const ownerOf = ({ events, assignee }: CareConversation): string => assignee || (events.findLast(({ kind, by }) => kind === 'out' && by)?.by ?? '')

type Fact = Omit<CareFact, 'day'>

function timed(conversation: CareConversation, figure: CareFigure, span: { from: Instant; to: Instant | null; closedAt?: Instant }, minutes: number, { clock, now }: FactContext): Fact {
  const { from, to, closedAt } = span
  const dueAt = clock.dueAt(from, minutes)
  const end = to ?? closedAt ?? now
  const isLate = dueAt !== null && dueAt < end
  const outcome = to !== null ? (isLate ? 'missed' : 'met') : closedAt !== undefined ? 'closed' : isLate ? 'missed' : 'waiting'
  return {
    conversation, figure, from, to, dueAt, openTime: clock.open.between(from, end), targetMinutes: minutes, outcome,
    by: figure === 'resolution' ? ownerOf(conversation) : to !== null ? answererAt(conversation, to) : conversation.assignee
  }
}

/** Answered at all: what criticism and volume are told by. */
function answered(conversation: CareConversation, figure: 'received' | 'criticism', from: Instant, { waits, resolution }: ConversationTimes, { clock, now }: FactContext): Fact {
  const first = waits.find(({ to }) => to !== null)
  const end = first?.to ?? null
  return {
    conversation, figure, from, to: end, dueAt: null, openTime: clock.open.between(from, end ?? now), targetMinutes: null,
    outcome: end !== null ? 'answered' : resolution ? 'closed' : 'waiting', by: end === null ? conversation.assignee : answererAt(conversation, end)
  }
}

type IsInside = (at: Instant) => boolean

function factsOfOne(conversation: CareConversation, context: FactContext, isInside: IsInside): Fact[] {
  const first = conversation.events.find(({ kind }) => kind === 'in')
  if (!first) return []
  const times = timesOf(conversation.events)
  const began = isInside(first.at)
  const received = began ? [answered(conversation, 'received', first.at, times, context)] : []
  if (isSpam(conversation)) return received
  const targets = context.targetsOf(conversation.channelId)
  return [
    ...received,
    ...(began && isCriticism(conversation) ? [answered(conversation, 'criticism', first.at, times, context)] : []),
    ...times.waits.filter(({ from }) => isInside(from)).map((wait) => timed(conversation, wait.kind, wait, targets.firstMinutes, context)),
    ...(began ? [timed(conversation, 'resolution', times.resolution ?? { from: first.at, to: null }, targets.resolutionMinutes, context)] : [])
  ]
}

/** Everything that figures count of what came in from a day to a day, both included. */
export function factsBetween(conversations: readonly CareConversation[], days: { from: PlainDate; to: PlainDate; zone: string; first: Instant; end: Instant }, context: FactContext): CareFact[] {
  const wallOf = zoneClock(days.zone, { from: days.first, to: days.end })
  const isInside: IsInside = (at) => at >= days.first && at < days.end
  return conversations.flatMap((conversation) => factsOfOne(conversation, context, isInside).map((fact) => Object.assign(fact, { day: wallOf(fact.from).date })))
}
