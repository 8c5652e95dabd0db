import type { AppOutputs } from '../../../../shared/contract'
import { isAppError } from '../../../../shared/errors/app-error'
import { analyticsFilters, type CompareTo } from '../../../../shared/features/analytics/analytics-scope'
import type { Period } from '../../../../shared/features/analytics/periods'
import type { CoreServices } from '../../context'
import { listCatalogClients } from '../../workspaces/catalog'
import { frameOf } from './frame'
import { readOverview } from './overview.service'

type Clients = AppOutputs['analytics']['clients']

async function rowOf(core: CoreServices, clientId: string, scope: Period & { compare: CompareTo }): Promise<Omit<Clients['clients'][number], 'clientId' | 'name' | 'color'>> {
  const frame = await frameOf(core, await core.workspaces.open(clientId), { ...scope, filters: analyticsFilters.parse({}) })
  const { posts, days, followers, formula, sources, gaps } = await readOverview(frame)
  const last = sources.flatMap(({ lastDay }) => lastDay ?? []).sort()
  return {
    posts: posts.isKnown ? posts.count : null,
    postsBefore: posts.before,
    figures: [
      ...posts.totals.filter(({ name }) => ['seen', 'interactions', 'engagement_rate'].includes(name)),
      ...days.totals.filter(({ name }) => name === 'new_followers'),
      ...(followers ? [followers] : [])
    ],
    formula,
    channels: sources.length,
    oldestData: last[0] ?? null,
    newestData: last.at(-1) ?? null,
    gaps: gaps.filter(({ kind }) => kind === 'after').length
  }
}

/**
 * A row a client by the list of clients, read one after another, each from nothing but its own workspace. One that is open
 * elsewhere or damaged is named. Archived ones are left out.
 */
export async function readClients(core: CoreServices, scope: Period & { compare: CompareTo }): Promise<Clients> {
  const answer: Clients = { clients: [], unread: [] }
  for (const { id, name, color, removedAt, archivedAt } of await listCatalogClients(core.catalog.reader)) {
    if (removedAt || archivedAt) continue
    try {
      answer.clients.push({ clientId: id, name, color, ...(await rowOf(core, id, scope)) })
    } catch (error) {
      if (!isAppError(error)) throw error
      answer.unread.push({ clientId: id, name, code: error.code })
    }
  }
  return answer
}
