import type { CallContext } from '../../../context'
import { communityClient } from './community-client'
import type { DemoIncident } from './community-definition'
import type { DemoTimes } from './demo-times'

interface Place {
  context: CallContext
  clientId: string
  channels: ReadonlyMap<string, string>
  times: DemoTimes
  /** Conversations by who began them. */
  begun: ReadonlyMap<string, string>
}

/** What was frozen goes out as planned. */
async function letGo({ context, clientId, times }: Place, { release, author }: DemoIncident, freezeId: string): Promise<void> {
  const { incidents } = communityClient(context, times.at(release))
  const { waiting } = await incidents.frozen({ clientId, freezeId })
  if (waiting.length > 0) await incidents.decide({ clientId, freezeId, items: waiting.map(({ variantId }) => ({ decision: 'released' as const, variantId })), author })
  await incidents.endFreeze({ clientId, freezeId, author })
}

/** From the first angry comment to the review, each step at its time. */
export async function holdIncident(place: Place, definition: DemoIncident): Promise<void> {
  const { context, clientId, channels, times, begun } = place
  const { title, level, author, summary, at, conversation, entries, evidence, raise, calm, close, review } = definition
  const startedAt = times.at(at)
  const incidentsAt = (moment: string) => communityClient(context, times.at(moment)).incidents
  const freeze = { channelIds: definition.freeze.flatMap((network) => channels.get(network) ?? []), reason: definition.freezeReason }
  const conversationId = begun.get(conversation)
  const { incidentId } = await incidentsAt(at).open({ clientId, title, level, summary, startedAt, author, freeze, ...(conversationId !== undefined && { conversationId }) })
  for (const entry of entries) await incidentsAt(entry.at).addEntry({ clientId, incidentId, kind: entry.kind, text: entry.text, author: entry.author, happenedAt: times.at(entry.at) })
  await incidentsAt(raise.at).setLevel({ clientId, incidentId, level: raise.level, reason: raise.reason, author })
  for (const name of evidence) {
    const kept = begun.get(name)
    if (kept !== undefined) await incidentsAt(calm.at).addEvidence({ clientId, incidentId, conversationId: kept, by: author })
  }
  const [held] = (await communityClient(context).incidents.get({ clientId, incidentId })).freezes
  if (held) await letGo(place, definition, held.id)
  await incidentsAt(calm.at).calm({ clientId, incidentId, note: calm.note, author })
  await incidentsAt(close).close({ clientId, incidentId, review, author })
  await incidentsAt(close).writeLearning({ clientId, incidentId })
}
