import { openHours } from '../../src/shared/features/care/care-hours'
import { officeWeek } from '../../src/shared/features/care/open-hours'
import type { ReportPlace } from './report-place'

interface Asked {
  author: string
  at: string
  network?: string
  type?: 'question' | 'complaint' | 'praise' | 'lead' | 'spam' | 'press'
  negative?: boolean
  answer?: string
  close?: boolean
}

/** September 2026 in Oslo, two hours ahead of UTC: office hours, answers after 1, 3.5 and 18 hours of them, one that is late. */
const asked: readonly Asked[] = [
  { author: 'Quick', at: '2026-09-07T08:00:00.000Z', type: 'question', answer: '2026-09-07T09:00:00.000Z', close: true },
  { author: 'Weekend', at: '2026-09-11T14:00:00.000Z', network: 'facebook', type: 'question', answer: '2026-09-14T09:30:00.000Z' },
  { author: 'Late', at: '2026-09-14T07:00:00.000Z', type: 'complaint', negative: true, answer: '2026-09-16T10:15:00.000Z' },
  { author: '=HYPERLINK("x")', at: '2026-09-21T10:00:00.000Z', network: 'facebook', type: 'complaint', negative: true },
  { author: 'Spam', at: '2026-09-22T08:00:00.000Z', type: 'spam' },
  { author: 'Earlier', at: '2026-08-17T07:00:00.000Z', type: 'question', answer: '2026-08-17T09:00:00.000Z' }
]

/** Conversations for reports: on two channels, with answers of known length. */
export async function captureMonth({ client, clientId, channels }: ReportPlace): Promise<void> {
  await client.care.saveHours({ clientId, hours: { ...openHours, week: officeWeek } })
  for (const { author, at, network = 'instagram', type, negative = false, answer, close = false } of asked) {
    const { conversationId } = await client.inbox.capture({ clientId, network, channelId: channels[network] ?? '', text: `${author} writes`, author, sentAt: at, kind: 'message' })
    await client.inbox.classify({ clientId, conversationIds: [conversationId], type, sentiment: negative ? 'negative' : 'neutral' })
    if (answer) await client.inbox.confirmSent({ clientId, conversationId, text: `To ${author}`, sentAt: answer, by: 'Kim', close })
  }
}
