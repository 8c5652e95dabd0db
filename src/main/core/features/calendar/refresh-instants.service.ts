import { instantOf, isZone } from '../../../../shared/time'
import type { Tx } from '../../context'
import { runHidden } from '../../db/hidden-step'
import type { Workspace } from '../../workspaces/workspaces.types'
import { getWorkspaceSetting, putWorkspaceSetting } from '../workspace-settings'
import { isAnyPlannedAfter, listPlannedAfter, type PlannedRow, type PlannedTable, updateInstants } from './planned-times.repository'

/** The farthest that zones lie apart, and a day: what is past by then is past by every clock. */
const MARGIN = 3 * 86_400_000

/** Rows whose wall clock now stands for another instant. What cannot be worked out stays as it is. */
function moved(rows: readonly PlannedRow[]): { id: string; planned_instant: string }[] {
  return rows.flatMap(({ id, planned_on: date, planned_time: time, zone, planned_pick, planned_instant }) => {
    if (date === null || time === null || zone === null || !isZone(zone)) return []
    const instant = instantOf({ date, time }, zone, planned_pick)
    return instant === planned_instant ? [] : [{ id, planned_instant: instant }]
  })
}

async function refresh(tx: Tx, table: PlannedTable, after: string): Promise<void> {
  await updateInstants(tx, table, moved(await listPlannedAfter(tx, table, after)))
}

/**
 * Works the instants of coming times out anew where the rules of zones are others than those they were worked out by: a
 * country gave up daylight saving, and 09:00 is at another instant. The wall clock is what was planned, and stays.
 *
 * @param version of the zone rules that this program has
 */
export async function refreshInstants(workspace: Workspace, now: string, version: string): Promise<void> {
  if ((await getWorkspaceSetting(workspace.reader, 'tz-version')) === version) return
  const after = new Date(Date.parse(now) - MARGIN).toISOString()
  // A client that plans nothing yet has nothing to remember the version for.
  if (!(await isAnyPlannedAfter(workspace.reader, after))) return
  await runHidden(workspace, 'calendar.refreshInstants', now, async (tx) => {
    await refresh(tx, 'post', after)
    await refresh(tx, 'variant', after)
    await putWorkspaceSetting(tx, 'tz-version', version)
  })
}
