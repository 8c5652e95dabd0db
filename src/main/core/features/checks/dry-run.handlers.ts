import { AppError } from '../../../../shared/errors/app-error'
import { addDays, daysBetween } from '../../../../shared/time'
import { os } from '../../router-base'
import { listOutgoing, listOutgoingOfDays } from '../hand-off'
import { putWorkspaceSetting } from '../workspace-settings'
import { checkOutgoing, clashesAmong, textFixOf, totalsOf } from './dry-run.service'
import { currentPack, listPackChanges } from './pack-changes.service'
import { listWithoutChannel } from './without-channel.queries'
import { putSeen } from './seen.repository'

const MOST_DAYS = 366
const CLASH_DAYS = 14

export const dryRunHandlers = {
  variant: os.checks.variant.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const [variant] = await listOutgoing(reader, [input.variantId])
    if (!variant) throw new AppError('not-found.variant', { variant: input.variantId })
    const date = variant.planned?.date
    const near = date ? await listOutgoingOfDays(reader, addDays(date, -CLASH_DAYS), date) : []
    const clashes = clashesAmong(near, CLASH_DAYS)
    const [checked] = await checkOutgoing(reader, [variant], clashes, context.core.now())
    const { id, postId, title, network, channelName, format, state, planned } = variant
    return checked ?? { variantId: id, postId, title, network, channelName, format, state, planned, findings: [] }
  }),
  dryRun: os.checks.dryRun.handler(async ({ input, context }) => {
    const { fromDay, toDay, clashDays } = input
    const days = daysBetween(fromDay, toDay)
    if (days < 0 || days > MOST_DAYS) throw new AppError('validation.days', { from: fromDay, to: toDay })
    const { reader } = await context.workspace(input.clientId)
    const near = await listOutgoingOfDays(reader, addDays(fromDay, -clashDays), toDay)
    const within = near.filter(({ planned }) => planned && planned.date >= fromDay && planned.date <= toDay)
    const variants = await checkOutgoing(reader, within, clashesAmong(near, clashDays), context.core.now())
    return { totals: totalsOf(variants), variants, withoutChannel: await listWithoutChannel(reader, fromDay, toDay) }
  }),
  textFix: os.checks.textFix.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const [variant] = await listOutgoing(reader, [input.variantId])
    if (!variant) throw new AppError('not-found.variant', { variant: input.variantId })
    return { patch: await textFixOf(reader, variant, input.key, context.core.now()) }
  }),
  setSeen: os.checks.setSeen.handler(({ input: { clientId, ...change }, context }) =>
    context.command(clientId, async (tx) => ({ changed: await putSeen(tx, { ...change, id: context.core.newId(), at: context.core.now() }) }), {
      data: { seen: change.seen ? 1 : 0 }
    })
  ),
  packChanges: os.checks.packChanges.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    return listPackChanges(workspace.reader, context.core.now(), (await workspace.profile()).zone)
  }),
  acceptPack: os.checks.acceptPack.handler(async ({ input, context }) => {
    const { version, limits } = currentPack()
    await context.command(input.clientId, (tx) => putWorkspaceSetting(tx, 'checks.rulePack', { version, limits: { ...limits } }))
    return { date: version }
  })
}
