import { bucketOf, type Grain } from '../analytics/periods'
import { median, quantile } from '../analytics/statistics'
import type { WeekStart } from '../../time'
import { isSpam, type CareFact } from './care-facts'
import type { CareFigures, CareGrouping, CareMeasure, CareReport, CareRowsQuery } from './care-report.schema'

const SLOW = 0.9

type Timed = 'first' | 'next' | 'resolution'

/** Counts facts one by one: a year of conversations is walked through once for all of its figures. */
class Tally {
  private received = 0
  private readonly criticism = { n: 0, answered: 0 }
  private readonly timed = { first: emptyMeasure(), next: emptyMeasure(), resolution: emptyMeasure() }

  add({ figure, outcome, to, openTime }: CareFact): void {
    if (figure === 'received') this.received += 1
    else if (figure === 'criticism') {
      this.criticism.n += 1
      if (outcome === 'answered') this.criticism.answered += 1
    } else {
      const { times, counts } = this.timed[figure]
      if (outcome !== 'answered') counts[outcome] += 1
      if (to !== null) times.push(openTime)
    }
  }

  measure(figure: Timed): CareMeasure {
    const { times, counts } = this.timed[figure]
    times.sort((a, b) => a - b)
    return { n: times.length, median: median(times) ?? null, p90: quantile(times, SLOW) ?? null, ...counts }
  }

  figures(): CareFigures {
    return { received: this.received, first: this.measure('first'), next: this.measure('next'), resolution: this.measure('resolution'), criticism: { ...this.criticism } }
  }
}

const emptyMeasure = () => ({ times: [] as number[], counts: { met: 0, missed: 0, waiting: 0, closed: 0 } })

function tally(facts: readonly CareFact[]): Tally {
  const all = new Tally()
  for (const fact of facts) all.add(fact)
  return all
}

export const figuresOf = (facts: readonly CareFact[]): CareFigures => tally(facts).figures()

export const groupKey = ({ conversation: { channelId, network, type }, by }: CareFact, grouping: CareGrouping): string =>
  grouping === 'channel' ? channelId || `network:${network}` : grouping === 'type' ? (type ?? '') : by

type Group = CareReport['groups'][CareGrouping][number]

/** Those with the most conversations first; who is nobody comes last. */
export function groupsOf(facts: readonly CareFact[], grouping: CareGrouping, nameOf: (fact: CareFact) => string): Group[] {
  const parts = new Map<string, { sample: CareFact; tally: Tally }>()
  for (const fact of facts) {
    const key = groupKey(fact, grouping)
    const part = parts.get(key) ?? { sample: fact, tally: new Tally() }
    parts.set(key, part)
    part.tally.add(fact)
  }
  return [...parts]
    .map(([key, { sample, tally: counted }]) => ({ key, network: grouping === 'channel' ? sample.conversation.network : '', name: nameOf(sample), figures: counted.figures() }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.figures.received - a.figures.received || a.name.localeCompare(b.name) || a.key.localeCompare(b.key))
}

export interface Steps {
  grain: Grain
  weekStart: WeekStart
  buckets: readonly string[]
}

export function bucketsOfFacts(facts: readonly CareFact[], { grain, weekStart, buckets }: Steps): CareReport['buckets'] {
  const parts = new Map(buckets.map((bucket) => [bucket, new Tally()]))
  const known = new Map<string, string>()
  for (const fact of facts) {
    const bucket = known.get(fact.day) ?? bucketOf(fact.day, grain, weekStart)
    known.set(fact.day, bucket)
    parts.get(bucket)?.add(fact)
  }
  return [...parts].map(([bucket, counted]) => {
    const { received, first, next } = counted.figures()
    return { bucket, received, first, next }
  })
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
