import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createCore, type Core } from '../../src/main/core'
import { groupings } from '../../src/shared/features/analytics/post-groups'
import { postSorts } from '../../src/shared/features/analytics/content-analytics.contract'
import { figureColumns } from '../../src/shared/features/figures/figure-columns'
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
  /** The longest that nothing else could run. */
  gap: number
}

const never = (): never => {
  throw new Error('Figures need no other process.')
}

async function time(ask: () => Promise<unknown>): Promise<Sample> {
  const watch = monitorEventLoopDelay({ resolution: 2 })
  await new Promise((done) => setTimeout(done, 10))
  watch.enable()
  const [started, used] = [performance.now(), process.cpuUsage()]
  await ask()
  // The end of the last stretch of work is seen by the timer after it.
  await new Promise((done) => setTimeout(done, 5))
  watch.disable()
  const wall = performance.now() - started - 5
  const { user, system } = process.cpuUsage(used)
  return { wall, cpu: (user + system) / 1000, gap: watch.max / 1e6 }
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
  let imports = 0
  /** Another import stands, of 500 posts that were known: their rows as they are, of a file of its own. */
  const importMore = () =>
    workspace.command('figureImports.commit', async (tx) => {
      imports += 1
      const id = `more-${imports}`
      await tx.raw(`INSERT INTO figure_import VALUES ('${id}', 1, 0, 0, 0, 0, '2026-10-02T06:00:00.000Z')`)
      await tx.raw(`INSERT INTO figure_file SELECT '${id}', '${id}', position, name, entry, sheet, sha256, format, network, kind, channel_id, account, starts_on, ends_on, measured_at, 500, facts_json FROM figure_file WHERE id = 'file'`)
      const columns = ['line', 'subject_id', 'starts_on', 'ends_on', 'measured_at', ...figureColumns, 'more_json', 'raw_json', 'about_json'].join(', ')
      await tx.raw(`INSERT INTO figure_row (file_id, ${columns}) SELECT '${id}', ${columns} FROM figure_row WHERE file_id = 'file' ORDER BY id LIMIT 500`)
    })
  const page = (sort: (typeof postSorts)[number], offset: number, descending: boolean) => () => contentAnalytics.posts({ ...scope, sort, descending, offset, limit: 100 })
  const sorts = postSorts.flatMap((sort, at) => [page(sort, 0, true), page(sort, 0, false), page(sort, Math.floor((posts * at) / postSorts.length), true)])
  const first = [await time(page('interactions', 0, true))]
  const cold: Sample[] = []
  for (let round = 0; round < rounds; round += 1) {
    await importMore()
    cold.push(await time(page('interactions', 0, true)))
  }
  const by = (compare: { kind: 'none' } | { kind: 'previous' }, from: string) => () => analytics.overview({ ...scope, from, compare })
  const again = <T>(ask: T): T[] => Array.from({ length: rounds }, () => ask)
  return {
    first,
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
