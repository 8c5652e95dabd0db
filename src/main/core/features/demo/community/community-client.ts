import { createRouterClient } from '@orpc/server'
import type { CallContext } from '../../../context'
import { careHandlers } from '../../care'
import { careRulesHandlers, inboxHandlers } from '../../inbox'
import { incidentsHandlers } from '../../incidents'
import { peopleHandlers } from '../../people'
import { repliesHandlers } from '../../replies'

const handlers = { inbox: inboxHandlers, care: careHandlers, careRules: careRulesHandlers, replies: repliesHandlers, people: peopleHandlers, incidents: incidentsHandlers }

/** The operations as a person called them at an instant: what is written is of that time. Without one, now. */
export function communityClient({ core }: CallContext, at?: string) {
  const then = at === undefined ? core : { ...core, now: () => at }
  return createRouterClient(handlers, { context: { core: then } })
}
export type CommunityClient = ReturnType<typeof communityClient>
