import { AppError } from '../../../../shared/errors/app-error'
import { composeUrlOf } from '../../../../shared/features/hand-off/compose-pages'
import type { SnoozeFor } from '../../../../shared/features/hand-off/hand-off.contract'
import { readPermalink } from '../../../../shared/features/hand-off/permalink'
import { addDays, instantOf, resolveWallTime, todayIn } from '../../../../shared/time'
import { gateUrl } from '../../../../shared/url-gate'
import { os } from '../../router-base'
import { refuseFrozen } from '../freezes'
import { getOutgoing, updatePublished, updateSnoozed } from './hand-off.repository'
import { reportPack } from './pack-report'
import { presentOutgoing } from './present-outgoing'

/** Clocks differ a little from machine to machine; more than this is a mistake. */
const AHEAD_MS = 10 * 60_000
const MORNING = '09:00'

interface WallInput {
  date: string
  time: string
  pick?: 'earlier' | 'later' | undefined
}

/** @throws AppError `validation.wall-time` where the clock shows the time twice and no `pick` says which, or not at all */
function instantAt({ date, time, pick }: WallInput, zone: string): string {
  const resolved = resolveWallTime(date, time, zone)
  if (resolved.kind === 'exact') return resolved.instant
  const [earlier, later] = resolved.kind === 'gap' ? [resolved.before, resolved.after] : [resolved.earlier, resolved.later]
  if (pick) return (pick === 'earlier' ? earlier : later).instant
  const shown = (moment: typeof earlier) => `${moment.time} ${moment.offset}`
  throw new AppError('validation.wall-time', { date, time, zone, kind: resolved.kind, earlier: shown(earlier), later: shown(later) })
}

function snoozedUntil(length: SnoozeFor, now: string, zone: string): string {
  const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
  switch (length) {
    case '10-minutes':
      return later(10)
    case '1-hour':
      return later(60)
    case 'tomorrow':
      return instantOf({ date: addDays(todayIn(zone, now), 1), time: MORNING }, zone)
  }
}

export const handOffHandlers = {
  get: os.handOff.get.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    return presentOutgoing(context.core, workspace, await getOutgoing(workspace.reader, input.variantId))
  }),
  pack: os.handOff.pack.handler(async ({ input, context }) => {
    const { clientId, ...request } = input
    return { jobId: await context.core.jobs.start(clientId, 'hand-off.pack', request) }
  }),
  packReport: os.handOff.packReport.handler(async ({ input, context }) => reportPack(context.core, await context.workspace(input.clientId), input.jobId)),
  confirm: os.handOff.confirm.handler(async ({ input, context }) => {
    const { clientId, variantId, by } = input
    const { zone } = await (await context.workspace(clientId)).profile()
    const now = context.core.now()
    const publishedAt = input.at ? instantAt(input.at, zone) : now
    if (Date.parse(publishedAt) > Date.parse(now) + AHEAD_MS) throw new AppError('validation.published-later', { at: publishedAt, now })
    return context.command(clientId, async (tx) => {
      const variant = await getOutgoing(tx, variantId)
      await refuseFrozen(tx, [variantId])
      const channel = { handle: variant.handle, link: variant.channelLink }
      const read = input.permalink === '' ? { url: '' } : readPermalink(input.permalink, variant.network, channel)
      if (read.url === undefined) throw new AppError('validation.permalink', { url: input.permalink.slice(0, 200), network: variant.network, reason: read.refused })
      await updatePublished(tx, context.core, variant, { permalink: read.url, publishedAt, by })
      return { permalink: read.url, publishedAt }
    })
  }),
  snooze: os.handOff.snooze.handler(async ({ input, context }) => {
    const { zone } = await (await context.workspace(input.clientId)).profile()
    const until = input.for === null ? null : snoozedUntil(input.for, context.core.now(), zone)
    const data = { count: input.variantIds.length }
    return context.command(input.clientId, async (tx) => ({ changed: await updateSnoozed(tx, input.variantIds, until), until }), { data })
  }),
  openComposer: os.handOff.openComposer.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const { network, handle, channelLink } = await getOutgoing(reader, input.variantId)
    await refuseFrozen(reader, [input.variantId])
    const open = context.core.options.host?.openExternal
    if (!open) throw new AppError('unsupported.host-capability', { capability: 'open-external' })
    const known = composeUrlOf(network, { handle, link: channelLink })
    const url = known && gateUrl(known)
    if (!url) throw new AppError('unsupported.url', { url: known ?? network })
    await open(url)
    return { ok: true as const }
  })
}
