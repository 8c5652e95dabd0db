import { AppError, isAppError } from '../../../../shared/errors/app-error'
import type { CoreServices, Tx } from '../../context'
import { runHidden } from '../../db/hidden-step'
import type { Workspace } from '../../workspaces/workspaces.types'
import { postContext } from '../posts'
import { refreshInstants } from './refresh-instants.service'
import { extendSeries, horizonOf } from './series.service'
import { findStepOfSeries, listSeries, type Series } from './series.repository'

/** What is made belongs to the step that set the repeat up, as long as it can be undone: one undo then takes it all. */
async function extendOne(core: CoreServices, workspace: Workspace, series: Series): Promise<void> {
  const ctx = await postContext(core, workspace, 'earlier')
  const extend = async (tx: Tx) => void (await extendSeries(tx, ctx, series, horizonOf(series, core.now())))
  const step = await findStepOfSeries(workspace.reader, series.id)
  if (step === undefined) await runHidden(workspace, 'calendar.extendSeries', core.now(), extend)
  else await workspace.continueStep(step, extend)
}

const isOver = ({ untilOn, madeUntil }: Series): boolean => untilOn !== null && madeUntil >= untilOn

/** A month is as good as a day: the horizon moves in steps, so that most openings write nothing. */
const STEP_DAYS = 14
const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

async function extendAll(core: CoreServices, workspace: Workspace): Promise<void> {
  for (const series of await listSeries(workspace.reader)) {
    if (isOver(series) || daysApart(series.madeUntil, horizonOf(series, core.now())) < STEP_DAYS) continue
    // A rule that a newer version wrote, or that was edited by hand, keeps nobody from opening the client.
    await extendOne(core, workspace, series).catch((error: unknown) => {
      if (!(error instanceof RangeError) && !isAppError(error)) throw error
      core.logger.error('series-not-extended', { code: error instanceof AppError ? error.code : 'rule' })
    })
  }
}

/** Run when a workspace is opened: coming times by today's zone rules, and the next repeats of what repeats. */
export async function openCalendar(core: CoreServices, workspace: Workspace, zoneRules: string): Promise<void> {
  if ((await workspace.profile()).archivedAt) return
  await refreshInstants(workspace, core.now(), zoneRules)
  await extendAll(core, workspace)
}
