import type { TestCore } from './test-core'

type Provoke = (place: { core: TestCore; clientId: string }) => Promise<unknown>

/** What the codes of posts of networks, learnings and goals are provoked by. */
export const contentProvocations: Record<string, Provoke> = {
  'not-found.subject contentAnalytics.post': ({ core, clientId }) => core.client.contentAnalytics.post({ clientId, subjectId: 7 })
}
