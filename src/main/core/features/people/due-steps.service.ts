import { isAppError } from '../../../../shared/errors/app-error'
import type { DueStep } from '../../../../shared/features/people/people.schema'
import { todayIn } from '../../../../shared/time'
import type { CoreServices } from '../../context'
import { listCatalogClients } from '../../workspaces/catalog'

/** So many of each client: Today is for what presses. */
const MOST = 50

/** Next steps for today and before, each by the clock of its client, the oldest first. */
export async function listDueSteps(core: CoreServices): Promise<DueStep[]> {
  const steps: DueStep[] = []
  for (const client of await listCatalogClients(core.catalog.reader)) {
    if (client.removedAt || client.archivedAt) continue
    try {
      const { reader } = await core.workspaces.open(client.id)
      const today = todayIn(client.zone, core.now())
      const rows = (await reader('person').where('next_on', '<=', today).orderBy('next_on').limit(MOST).select('id', 'name', 'next_step', 'next_on')) as { id: string; name: string; next_step: string; next_on: string }[]
      for (const { id, name, next_step, next_on } of rows) steps.push({ clientId: client.id, clientName: client.name, clientColor: client.color, personId: id, name, nextStep: next_step, nextOn: next_on })
    } catch (error) {
      if (!isAppError(error)) throw error
    }
  }
  return steps.sort((a, b) => a.nextOn.localeCompare(b.nextOn))
}
