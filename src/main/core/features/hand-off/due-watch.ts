import { forgetSettled, isQuiet, lookAtClock, nothingSeen, type Waiting, type WatchMemory } from '../../../../shared/features/hand-off/due-rules'
import { readReminders, REMINDERS_KEY, type ReminderKind, type ReminderSettings } from '../../../../shared/features/hand-off/reminder-settings'
import { wallTimeOf } from '../../../../shared/time'
import type { CoreServices } from '../../context'
import { repeatWithTimer, watchClock, type ClockWatch, type Repeat } from '../../watch-clock'
import { notifyOf } from './due-notice'
import { createLookout } from './lookout'
import { readTold, writeTold } from './told.repository'

/** How often the clock is looked at. */
export const LOOK_EVERY_MS = 30_000

/** How a person wants to be told of what is due. */
export async function readReminderSettings(core: CoreServices): Promise<ReminderSettings> {
  const row = (await core.catalog.reader('setting').where({ key: REMINDERS_KEY }).first('value_json')) as { value_json: string } | undefined
  return readReminders(row && (JSON.parse(row.value_json) as unknown))
}

/** True where nothing of a kind is to be told now. @param zone of the machine */
export const keepsQuiet = ({ quiet, quietFrom, quietTo, ...told }: ReminderSettings, kind: ReminderKind, now: string, zone: string): boolean =>
  !told[kind] || (quiet && isQuiet(wallTimeOf(now, zone).time, { from: quietFrom, to: quietTo }))

async function tell(core: CoreServices, kind: 'due' | 'overdue', items: Waiting[], { system }: ReminderSettings): Promise<void> {
  if (items.length === 0) return
  core.emit({ type: 'posts.due', kind, count: items.length, items: items.slice(0, 100).map(({ clientId, variantId }) => ({ clientId, variantId })) })
  core.logger.info('posts-due', { kind, count: items.length })
  if (system) await notifyOf(core, kind, items)
}

/**
 * Watches for posts whose time has come, over all clients that are not archived. Nothing is changed: due and overdue follow from the time, and stay so until a person acts.
 */
export function startDueWatch(core: CoreServices, repeat: Repeat = repeatWithTimer, zone = Intl.DateTimeFormat().resolvedOptions().timeZone): ClockWatch {
  const gather = createLookout(core)
  let memory: WatchMemory | undefined

  const lookNow = async (): Promise<void> => {
    const now = core.now()
    const at = Date.parse(now)
    const wishes = await readReminderSettings(core)
    const { waiting, known } = await gather(now)
    memory ??= { ...nothingSeen, told: await readTold(core.catalog.reader) }
    const quiet = keepsQuiet(wishes, 'posts', now, zone)
    const { fire, list, memory: seen } = lookAtClock(memory, waiting, at, LOOK_EVERY_MS, quiet)
    memory = forgetSettled(seen, waiting, at, (clientId) => known.has(clientId))
    if (fire.length + list.length > 0) await core.catalog.write((tx) => writeTold(tx, memory?.told ?? new Map()))
    await tell(core, 'overdue', list, wishes)
    await tell(core, 'due', fire, wishes)
  }

  return watchClock(core, { name: 'due-watch', every: LOOK_EVERY_MS, repeat, lookNow })
}
