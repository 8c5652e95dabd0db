import type { NetworkId } from '../../src/shared/channels/catalog.schema'
import { startTestCore, type TestCore } from './test-core'

/** A client in Oslo with a channel on some networks. */
export interface PlanningPlace {
  core: TestCore
  clientId: string
  /** Ids of the channels by network. */
  channels: Record<string, string>
}

export async function startPlanning(options: { home?: string; now?: () => Date; networks?: readonly NetworkId[] } = {}): Promise<PlanningPlace> {
  const { networks = ['instagram', 'x', 'linkedin'], ...rest } = options
  const core = await startTestCore(rest)
  const { id: clientId } = await core.client.clients.create({ name: 'Fjord Museum', zone: 'Europe/Oslo' })
  const workspace = await core.services.workspaces.open(clientId)
  const rows = networks.map((network, position) => ({
    id: core.services.newId(), network, name: network, handle: `@${network}`, link: '', owner: '', zone: null, language: 'nb',
    posts_per_week: null, playbook_json: '{}', default_hashtags_json: '[]', signature: '', position, archived_at: null, created_at: core.services.now()
  }))
  await workspace.command('test.channels', (tx) => tx('channel').insert(rows))
  return { core, clientId, channels: Object.fromEntries(rows.map(({ network, id }) => [network, id])) }
}
