import type { AppInputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import { holdingFreeze } from '../../../../shared/features/incidents/freeze-rules'
import type { PlannedInput } from '../../../../shared/features/posts/posts.schema'
import { instantOf, wallTimeOf } from '../../../../shared/time'
import type { CallContext, CoreServices, Tx } from '../../context'
import { listActiveFreezes, listHeld } from '../freezes'
import { getVariant, getVariants, nameOf, postContext, type PostContext, schedulePosts, setVariantStates } from '../posts'
import { toFrozenRow, listWaiting } from './freeze.service'
import { type CoveredRow, getActiveFreeze, listCovered, putFrozen } from './freezes.repository'
import type { FrozenRow } from './incident-rows'
import { noteAction, type Noted } from './timeline'

type Inputs = AppInputs['incidents']
type Item = Inputs['decide']['items'][number]

interface Deciding {
  tx: Tx
  core: CoreServices
  posts: PostContext
  freezeId: string
  incidentId: string
  author: string
}

/** A post of one channel moves as a whole; one of several gets a time of its own here. */
const place = (row: CoveredRow, planned: PlannedInput | null) => [row.siblings === 1 ? { postId: row.post_id, planned } : { variantId: row.id, planned }]

/** Keeps what was decided. @returns when it goes out by now */
async function keep({ tx, core, freezeId, author }: Deciding, row: CoveredRow, decision: FrozenRow['decision'], reason = ''): Promise<string | null> {
  const after = (await getVariant(tx, row.id)).planned_instant
  await putFrozen(tx, {
    ...toFrozenRow(core, freezeId, row), decision, moved_to: after === row.planned_instant ? null : after, reason, decided_by: author, decided_at: core.now()
  })
  return after
}

/** A time that has passed by more than the minute that is running is none to go out at. */
const isPast = (instant: string | null, now: string): boolean => instant === null || Date.parse(instant) < Date.parse(now) - 60_000

/** The minute that is running, on the clock of the post's zone. */
function atOnce(now: string, zone: string): PlannedInput {
  const minute = new Date(Math.floor(Date.parse(now) / 60_000) * 60_000).toISOString()
  const wall = wallTimeOf(minute, zone)
  return { ...wall, zone, pick: instantOf(wall, zone, 'earlier') === minute ? 'earlier' : 'later' }
}

async function release(deciding: Deciding, row: CoveredRow, now: boolean): Promise<Noted> {
  const { tx, core, posts } = deciding
  if (!now && isPast(row.planned_instant, core.now())) throw new AppError('validation.frozen-past', { title: nameOf(row) })
  if (now) await schedulePosts(tx, posts, place(row, atOnce(core.now(), row.zone ?? posts.zone)))
  await keep(deciding, row, 'released')
  return { action: now ? 'now' : 'released' }
}

async function move(deciding: Deciding, row: CoveredRow, planned: PlannedInput): Promise<Noted> {
  const { tx, core, posts } = deciding
  await schedulePosts(tx, posts, place(row, planned))
  const to = await keep(deciding, row, 'moved')
  if (isPast(to, core.now())) throw new AppError('validation.frozen-past', { title: nameOf(row) })
  return { action: 'moved', data: { to: to ?? '' } }
}

async function drop(deciding: Deciding, row: CoveredRow): Promise<Noted> {
  const { tx, posts } = deciding
  await schedulePosts(tx, posts, place(row, null))
  if ((await getVariant(tx, row.id)).state !== 'draft') await setVariantStates(tx, posts, [{ variantId: row.id, state: 'draft' }])
  await keep(deciding, row, 'dropped')
  return { action: 'dropped' }
}

function decideOne(deciding: Deciding, row: CoveredRow, item: Item): Promise<Noted> {
  switch (item.decision) {
    case 'released':
      return release(deciding, row, item.now ?? false)
    case 'moved':
      return move(deciding, row, item.planned)
    case 'dropped':
      return drop(deciding, row)
  }
}

/** @throws AppError `not-found.freeze`, `conflict.freeze-ended`, `conflict.not-frozen`, `validation.frozen-past`, `validation.zone`, `validation.wall-time` */
export async function decide(context: CallContext, { clientId, freezeId, items, author = '' }: Inputs['decide']): Promise<{ decided: number; waiting: number }> {
  const posts = await postContext(context.core, await context.workspace(clientId))
  return context.command(
    clientId,
    async (tx) => {
      const freeze = await getActiveFreeze(tx, freezeId)
      const waiting = new Map((await listWaiting(tx, freeze)).map((row) => [row.id, row]))
      const deciding: Deciding = { tx, core: context.core, posts, freezeId, incidentId: freeze.incident_id, author }
      for (const item of items) {
        const row = waiting.get(item.variantId)
        if (!row) throw new AppError('conflict.not-frozen')
        const noted = await decideOne(deciding, row, item)
        const data = { title: nameOf(row), network: row.network, channel: row.channel_name, planned: row.planned_instant ?? '', ...noted.data }
        await noteAction(tx, context.core, freeze.incident_id, { ...noted, data, author })
        waiting.delete(item.variantId)
      }
      return { decided: items.length, waiting: (await listWaiting(tx, freeze)).length }
    },
    { data: { count: items.length } }
  )
}

/** Lets single posts through all freezes that hold them. @throws AppError `not-found.variant`, `conflict.not-frozen` */
export function override(context: CallContext, { clientId, variantIds, reason, author = '' }: Inputs['override']): Promise<void> {
  const ids = [...new Set(variantIds)]
  return context.command(
    clientId,
    async (tx) => {
      await getVariants(tx, ids)
      if ((await listHeld(tx, ids)).size !== ids.length) throw new AppError('conflict.not-frozen')
      const freezes = await listActiveFreezes(tx)
      for (const row of await listCovered(tx, ids)) {
        for (const freeze of freezes) {
          if (!holdingFreeze([freeze], { id: row.id, channelId: row.channel_id, state: row.state })) continue
          await putFrozen(tx, { ...toFrozenRow(context.core, freeze.id, row), decision: 'overridden', reason, decided_by: author, decided_at: context.core.now() })
          const data = { title: nameOf(row), network: row.network, channel: row.channel_name, planned: row.planned_instant ?? '' }
          await noteAction(tx, context.core, freeze.incidentId, { action: 'overridden', data, text: reason, author })
        }
      }
    },
    { data: { count: ids.length } }
  )
}
