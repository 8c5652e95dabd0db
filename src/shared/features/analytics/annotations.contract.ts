import { z } from 'zod'
import { clientOperation, clientScope, done, id, instant } from '../../contract/base'
import { day } from './analytics-scope'

/** An event that explains a curve: a strike, a mention on television, a new price. Days are those of the client, both included. */
export const annotation = z.object({
  id,
  startsOn: day,
  endsOn: day,
  text: z.string(),
  /** Null: for all channels. */
  channelId: id.nullable(),
  createdAt: instant
})
export type Annotation = z.infer<typeof annotation>

const fields = { startsOn: day, endsOn: day, text: z.string().trim().min(1).max(500), channelId: id.nullable().default(null) }

export const annotationsContract = {
  /** Those that meet the days, by their first day. */
  list: clientOperation('query').input(clientScope.extend({ from: day, to: day })).output(z.object({ annotations: z.array(annotation) })),
  create: clientOperation('command', 'validation.days', 'not-found.channel', 'conflict.client-archived').input(clientScope.extend(fields)).output(annotation),
  update: clientOperation('command', 'validation.days', 'not-found.channel', 'not-found.entry', 'conflict.client-archived')
    .input(clientScope.extend({ annotationId: id, ...fields }))
    .output(annotation),
  remove: clientOperation('command', 'not-found.entry', 'conflict.client-archived').input(clientScope.extend({ annotationId: id })).output(done)
}
