import { bucketOf, type Grain } from '../analytics/periods'
import { median, quantile } from '../analytics/statistics'
import type { WeekStart } from '../../time'
import { isSpam, type CareFact } from './care-facts'
import type { CareFigure, CareFigures, CareGrouping, CareMeasure, CareReport, CareRowsQuery } from './care-report.schema'

const SLOW = 0.9

function measureOf(facts: readonly CareFact[], figure: CareFigure): CareMeasure {
  const times: number[] = []
  const counts = { met: 0, missed: 0, waiting: 0, closed: 0 }
  for (const fact of facts) {
    if (fact.figure !== figure) continue
    if (fact.outcome !== 'answered') counts[fact.outcome] += 1
    if (fact.to !== null) times.push(fact.openTime)
  }
  return { n: times.length, median: median(times) ?? null, p90: quantile(times, SLOW) ?? null, ...counts }
}

export function figuresOf(facts: readonly CareFact[]): CareFigures {
  const criticism = facts.filter(({ figure }) => figure === 'criticism')
  return {
    received: facts.filter(({ figure }) => figure === 'received').length,
    first: measureOf(facts, 'first'), next: measureOf(facts, 'next'), resolution: measureOf(facts, 'resolution'),
    criticism: { n: criticism.length, answered: criticism.filter(({ outcome }) => outcome === 'answered').length }
  }
}

export const groupKey = ({ conversation: { channelId, network, type }, by }: CareFact, grouping: CareGrouping): string =>
  grouping === 'channel' ? channelId || `network:${network}` : grouping === 'type' ? (type ?? '') : by

type Group = CareReport['groups'][CareGrouping][number]

/** Those with the most conversations first; who is nobody comes last. */
export function groupsOf(facts: readonly CareFact[], grouping: CareGrouping, nameOf: (fact: CareFact) => string): Group[] {
  const parts = new Map<string, CareFact[]>()
  for (const fact of facts) {
    const key = groupKey(fact, grouping)
    const part = parts.get(key)
    if (part) part.push(fact)
    else parts.set(key, [fact])
  }
  return [...parts]
    .flatMap(([key, part]) => (part[0] ? [{ key, network: grouping === 'channel' ? part[0].conversation.network : '', name: nameOf(part[0]), figures: figuresOf(part) }] : []))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.figures.received - a.figures.received || a.name.localeCompare(b.name) || a.key.localeCompare(b.key))
}

export interface Steps {
  grain: Grain
  weekStart: WeekStart
  buckets: readonly string[]
}

export function bucketsOfFacts(facts: readonly CareFact[], { grain, weekStart, buckets }: Steps): CareReport['buckets'] {
  const parts = new Map<string, CareFact[]>(buckets.map((bucket) => [bucket, []]))
  const known = new Map<string, string>()
  for (const fact of facts) {
    const bucket = known.get(fact.day) ?? bucketOf(fact.day, grain, weekStart)
    known.set(fact.day, bucket)
    parts.get(bucket)?.push(fact)
  }
  return [...parts].map(([bucket, part]) => ({
    bucket, received: part.filter(({ figure }) => figure === 'received').length, first: measureOf(part, 'first'), next: measureOf(part, 'next')
  }))
}

/** Spam is received, and nothing else is told of it. */
export const countSpam = (facts: readonly CareFact[]): number => facts.filter(({ figure, conversation }) => figure === 'received' && isSpam(conversation)).length

/** What a figure rests on: the slowest first, what waits before what is done. */
export function rowsOf(facts: readonly CareFact[], { figure, outcomes = [], by, key = '', bucket }: CareRowsQuery, { grain, weekStart }: Omit<Steps, 'buckets'>): CareFact[] {
  return facts
    .filter((fact) => fact.figure === figure && (outcomes.length === 0 || outcomes.includes(fact.outcome)))
    .filter((fact) => by === undefined || groupKey(fact, by) === key)
    .filter(({ day }) => bucket === undefined || bucketOf(day, grain, weekStart) === bucket)
    .sort((a, b) => b.openTime - a.openTime || a.from.localeCompare(b.from) || a.conversation.id.localeCompare(b.conversation.id))
}

/** Null where nothing is decided yet. */
export const shareMet = ({ met, missed }: CareMeasure): number | null => (met + missed === 0 ? null : met / (met + missed))
