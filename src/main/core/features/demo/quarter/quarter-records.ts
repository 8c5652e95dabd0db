import { addDays } from '../../../../../shared/time'
import type { CoreServices, Tx } from '../../../context'
import { insertAnnotation } from '../../analytics'
import { insertGoal } from '../../goals'
import { insertLearning } from '../../learnings'
import type { DemoQuarter } from './quarter-definition'
import type { QuarterPlace } from './quarter-posts'

/** What was aimed at, what happened, and what was learned in the quarter. */
export async function insertQuarterRecords(
  tx: Tx,
  core: Pick<CoreServices, 'newId' | 'now'>,
  { goals, annotations, learnings }: DemoQuarter,
  { today, channels, pillars }: QuarterPlace
): Promise<void> {
  const createdAt = core.now()
  const on = (days: number): string => addDays(today, days)
  for (const { channel, pillar, startsOn, endsOn, ...goal } of goals) {
    const place = { channelId: channels.get(channel ?? '') ?? null, pillarId: pillars.get(pillar ?? '') ?? null, campaignId: null }
    await insertGoal(tx, { id: core.newId(), ...goal, ...place, startsOn: on(startsOn), endsOn: on(endsOn), archivedAt: null, createdAt })
  }
  for (const { day, text } of annotations) {
    await insertAnnotation(tx, { id: core.newId(), startsOn: on(day), endsOn: on(day), text, channelId: null, createdAt })
  }
  for (const { day, reviewOn, ...learning } of learnings) {
    await insertLearning(tx, { id: core.newId(), ...learning, observedOn: on(day), reviewOn: on(reviewOn), evidence: null, createdAt })
  }
}
