import type { CoreServices } from '../../../context'
import { repeatWithTimer, watchClock, type ClockWatch, type Repeat } from '../../../watch-clock'
import { listCatalogClients } from '../../../workspaces/catalog'
import { keepsQuiet, readReminderSettings } from '../../hand-off'
import { openResponseClocks } from '../response-clocks.service'
import { findNextDueAnswer, listDueAnswers, type DueAnswers } from './answers-due.queries'
import { notifyOfAnswers, ownerOf, type DueKind, type PlacedAnswer } from './answers-notice'
import { readLooked, writeLooked } from './looked.repository'

const MINUTE = 60_000
/** How often it is written down up to when was looked; what is told is written at once. */
const WRITE_EVERY = 10 * MINUTE
/** A clock that was set back by more was wrong before: it is looked from now on. */
const SET_BACK = 60 * MINUTE

interface Client {
  id: string
  zone: string
}

/** Up to when each client was looked at, and before when nothing of it comes due. */
interface Memory {
  looked: Map<string, string>
  until: Map<string, string>
}

async function lookAtClient(core: CoreServices, { id, zone }: Client, { looked, until }: Memory, start: string, now: string): Promise<DueAnswers | undefined> {
  // A closed one is opened again only when something of it comes due: nothing of it changes until then.
  if (!core.workspaces.isOpen(id) && now < (until.get(id) ?? '')) return undefined
  const from = looked.get(id) ?? start
  const { reader } = await core.workspaces.open(id)
  const clocks = await openResponseClocks(reader, zone)
  const found = await listDueAnswers(reader, clocks, { from, to: now })
  until.set(id, (await findNextDueAnswer(reader, clocks, now)) ?? '9999')
  looked.set(id, now)
  return found
}

async function lookAtAll(core: CoreServices, memory: Memory, start: string, now: string): Promise<Record<DueKind, PlacedAnswer[]>> {
  const due: Record<DueKind, PlacedAnswer[]> = { near: [], late: [] }
  for (const client of await listCatalogClients(core.catalog.reader)) {
    if (client.removedAt || client.archivedAt) continue
    // One that another process holds is looked at the next time.
    const found = await lookAtClient(core, client, memory, start, now).catch(() => undefined)
    for (const kind of ['near', 'late'] as const) due[kind].push(...(found?.[kind] ?? []).map(({ id, owner }) => ({ clientId: client.id, conversationId: id, owner })))
  }
  return due
}

async function tell(core: CoreServices, kind: DueKind, answers: readonly PlacedAnswer[], onSystem: boolean): Promise<void> {
  if (answers.length === 0) return
  const items = answers.slice(0, 100).map(({ clientId, conversationId }) => ({ clientId, conversationId }))
  core.emit({ type: 'answers.due', kind, count: answers.length, items, owner: ownerOf(answers) })
  core.logger.info('answers-due', { kind, count: answers.length })
  if (onSystem) await notifyOfAnswers(core, kind, answers)
}

/**
 * Watches for answers that come near the end of their time, and tells again, with who should see to it, when that is over; over all
 * clients that are not archived. What came so while the machine slept or in quiet hours is told together afterwards.
 */
export function startAnswersWatch(core: CoreServices, repeat: Repeat = repeatWithTimer, zone = Intl.DateTimeFormat().resolvedOptions().timeZone): ClockWatch {
  const memory: Memory = { looked: new Map(), until: new Map() }
  /** Up to when was looked before this start, and at the last look. */
  let first: string | undefined
  let last = ''
  let written = ''

  const write = async (now: string): Promise<void> => {
    written = now
    await core.catalog.write((tx) => writeLooked(tx, now))
  }
  const begin = async (now: string): Promise<void> => {
    first = last = now
    memory.looked.clear()
    memory.until.clear()
    await write(now)
  }
  const lookNow = async (): Promise<void> => {
    const now = core.now()
    const wishes = await readReminderSettings(core)
    if (first === undefined) first = last = written = (await readLooked(core.catalog.reader)) ?? ''
    if (first === '' || Date.parse(last) - Date.parse(now) > SET_BACK) return begin(now)
    if (now <= last || keepsQuiet(wishes, 'answers', now, zone)) return
    const { near, late } = await lookAtAll(core, memory, first, now)
    last = now
    if (near.length + late.length > 0 || Date.parse(now) - Date.parse(written) >= WRITE_EVERY) await write(now)
    await tell(core, 'late', late, wishes.system)
    await tell(core, 'near', near, wishes.system)
  }
  return watchClock(core, { name: 'answers-watch', every: MINUTE, repeat, lookNow })
}
