import { insertFigures, type SeededFigures, type SeedSubject } from './figures'
import { type PlanningPlace, startPlanning } from './planning'

/** A client with channels on instagram, x and linkedin, and with figures as one import. */
export async function startFigures(seeds: (channels: Record<string, string>) => SeedSubject[]): Promise<PlanningPlace & SeededFigures> {
  const place = await startPlanning()
  const workspace = await place.core.services.workspaces.open(place.clientId)
  return { ...place, ...(await workspace.command('figureImports.commit', (tx) => insertFigures(tx, seeds(place.channels)))) }
}

/** Days of a channel, from a first day on; undefined leaves the day out of the file. */
export function channelDays(network: string, channelId: string, days: Record<string, SeedSubject['rows'][number]['values']>): SeedSubject {
  return { kind: 'account', network, channelId, key: 'account', rows: Object.entries(days).map(([startsOn, values]) => ({ startsOn, values })) }
}
