import { todayIn } from '../../../../../shared/time'
import type { CallContext } from '../../../context'
import { listChannels } from '../../channels'
import { readDemoPlan } from './plan-definition'
import { insertPlannedPosts } from './plan-posts'
import { insertRecords } from './plan-records'

/**
 * Plans a month around today for the demo client: channels, campaigns, posts and ideas, as one step. A client that has
 * channels already was planned before, and is left as it is.
 * @returns how many posts were planned, and on how many channels
 */
export async function planDemoMonth(
  context: CallContext,
  clientId: string,
  zone: string,
  assets: ReadonlyMap<string, string>
): Promise<{ posts: number; channels: number; campaigns: number }> {
  const { core } = context
  const { reader } = await context.workspace(clientId)
  if ((await listChannels(reader)).length > 0) return { posts: 0, channels: 0, campaigns: 0 }
  const plan = await readDemoPlan(core.options.resources)
  return context.command(clientId, async (tx) => {
    const planning = { tx, core, today: todayIn(zone, core.now()) }
    const ids = await insertRecords(plan, planning)
    const posts = await insertPlannedPosts(plan, { ...planning, zone, ids, assets })
    return { posts, channels: ids.channels.size, campaigns: ids.campaigns.size }
  })
}
