import { createCore, type Core } from '../../src/main/core'
import { groupings } from '../../src/shared/features/analytics/post-groups'
import { postSorts } from '../../src/shared/features/analytics/content-analytics.contract'
import { fillClient, lastDay } from './fill-figures'

/** Fills clients with posts and asks for what the screens ask. Prints milliseconds of each answer, by wall and by CPU. */
interface Request {
  home: string
  resources: string
  sizes: number[]
  rounds: number
}
interface Sample {
  wall: number
  cpu: number
}

const never = (): never => {
  throw new Error('Figures need no other process.')
}

async function time(ask: () => Promise<unknown>): Promise<Sample> {
  const [started, used] = [performance.now(), process.cpuUsage()]
  await ask()
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(used)
  return { wall, cpu: (user + system) / 1000 }
}

async function timeAll(asks: readonly (() => Promise<unknown>)[]): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const ask of asks) samples.push(await time(ask))
  return samples
}

async function measureClient(core: Core, clientId: string, { posts, rounds }: { posts: number; rounds: number }) {
  const { contentAnalytics, analytics } = core.client
  const workspace = await core.services.workspaces.open(clientId)
  const scope = { clientId, from: '2023-10-01', to: lastDay, compare: { kind: 'none' as const } }
  /** As after an import: what was kept is of no use any more. */
  const touch = () => workspace.write((tx) => tx('figure_file').update({ rows: tx.raw('rows + 1') }))
  const page = (sort: (typeof postSorts)[number], offset: number, descending: boolean) => () => contentAnalytics.posts({ ...scope, sort, descending, offset, limit: 100 })
  const sorts = postSorts.flatMap((sort, at) => [page(sort, 0, true), page(sort, 0, false), page(sort, Math.floor((posts * at) / postSorts.length), true)])
  const cold: Sample[] = []
  for (let round = 0; round < rounds; round += 1) {
    await touch()
    cold.push(await time(page('interactions', 0, true)))
  }
  const by = (compare: { kind: 'none' } | { kind: 'previous' }, from: string) => () => analytics.overview({ ...scope, from, compare })
  const again = <T>(ask: T): T[] => Array.from({ length: rounds }, () => ask)
  return {
    cold,
    sorted: await timeAll([...again(sorts)].flat()),
    search: await timeAll(again(() => contentAnalytics.posts({ ...scope, search: `no. ${Math.floor(Math.random() * posts)}`, limit: 100 }))),
    bestTimes: await timeAll(again((['reach', 'interactions', 'engagement_rate'] as const).map((metric) => () => contentAnalytics.bestTimes({ ...scope, metric }))).flat()),
    groups: await timeAll(again(groupings.map((one) => () => contentAnalytics.groups({ ...scope, metric: 'engagement_rate', by: one, statistic: 'average' }))).flat()),
    insights: await timeAll(again(() => contentAnalytics.insights(scope))),
    overview: await timeAll(again(by({ kind: 'none' }, scope.from))),
    overviewMonth: await timeAll(again(by({ kind: 'previous' }, '2026-09-01'))),
    trace: await timeAll(again(() => contentAnalytics.trace({ clientId, metric: 'interactions', kinds: ['post'], from: '2026-09-01', to: lastDay, limit: 100 })))
  }
}

const { home, resources, sizes, rounds } = JSON.parse(process.argv[2] ?? '') as Request
const core = await createCore({ home, resources, version: '0.0.0', hostName: 'test', spawnMedia: never, spawnReport: never, spawnParse: never })
const measured: Record<string, Awaited<ReturnType<typeof measureClient>> & { filled: Sample }> = {}
for (const posts of sizes) {
  let clientId = ''
  const filled = await time(async () => (clientId = await fillClient(core, posts)))
  measured[posts] = { filled, ...(await measureClient(core, clientId, { posts, rounds })) }
}
await core.close()
process.stdout.write(JSON.stringify(measured))
