import type { AppOutputs } from '../../../../shared/contract'
import type { ClientSummary } from '../../../../shared/features/clients/clients.contract'
import type { Session } from '../session'

/** The demo client with its photographs, by slug, and what was planned for it just now. */
export interface DemoClient {
  client: ClientSummary
  assetIds: ReadonlyMap<string, string>
  added: number
  planned: AppOutputs['clients']['addDemo']['planned']
  measured: AppOutputs['clients']['addDemo']['measured']
  community: AppOutputs['clients']['addDemo']['community']
}

/** Makes the demo client, or finds it where it was made before, with its photographs and its plan. */
export async function makeDemoClient(session: Session): Promise<DemoClient> {
  const { clients } = await session.client()
  const { client, photographs, planned, measured, community } = await clients.addDemo({})
  return {
    client,
    planned,
    measured,
    community,
    added: photographs.filter(({ added }) => added).length,
    assetIds: new Map(photographs.map(({ slug, assetId }) => [slug, assetId]))
  }
}
