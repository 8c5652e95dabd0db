import type { ProgramHost } from '../../src/main/core'
import type { AppInputs } from '../../src/shared/contract'
import type { PostFormat } from '../../src/shared/features/posts/posts.schema'
import type { NetworkId } from '../../src/shared/channels/catalog.schema'
import { namedPhotographs } from './exports'
import { addFiles, startTestCore, waitForJob, type TestCore } from './test-core'

type NewPost = Omit<AppInputs['posts']['create'], 'clientId' | 'variants' | 'media'>
export interface PlannedPost extends NewPost {
  /** Network and format of each variant. */
  on: [NetworkId, PostFormat][]
  /** Photographs by their place in the library. */
  pictures?: number[]
}

export interface PackBench {
  core: TestCore
  clientId: string
  assetIds: string[]
  plan(post: PlannedPost): Promise<{ postId: string; variantIds: string[] }>
  pack(order: Omit<AppInputs['handOff']['pack'], 'clientId'>): ReturnType<TestCore['client']['handOff']['packReport']>
}

/** A museum in Oslo with real photographs and a channel on each network that a post asks for. */
export async function openPackBench(photographs: number, options: { now?: () => Date; home?: string; programs?: ProgramHost } = {}): Promise<PackBench> {
  const core = await startTestCore(options)
  const { client } = core
  const { id: clientId } = await client.clients.create({ name: 'Museum of Light', zone: 'Europe/Oslo' })
  if (photographs > 0) await addFiles(core, clientId, await namedPhotographs(photographs))
  const { assets } = await client.assets.list({ clientId, sort: 'name', descending: false })
  const assetIds = assets.map(({ id }) => id)
  const channels = new Map<NetworkId, string>()
  const channelOn = async (network: NetworkId) => {
    const id = channels.get(network) ?? (await client.channels.create({ clientId, network, handle: network === 'mastodon' ? '@lightmuseum@mastodon.social' : '@lightmuseum' })).id
    channels.set(network, id)
    return id
  }
  return {
    core, clientId, assetIds,
    async plan({ on, pictures = [], ...post }) {
      const variants: { channelId: string; format: PostFormat }[] = []
      for (const [network, format] of on) variants.push({ channelId: await channelOn(network), format })
      const media = pictures.map((index) => ({ assetId: assetIds[index] ?? '', altText: `Photograph ${index + 1}` }))
      const made = await client.posts.create({ clientId, ...post, variants, media })
      return { postId: made.id, variantIds: made.variants.map(({ id }) => id) }
    },
    async pack(order) {
      const { jobId } = await client.handOff.pack({ clientId, ...order })
      await waitForJob(core, clientId, jobId)
      return client.handOff.packReport({ clientId, jobId })
    }
  }
}
