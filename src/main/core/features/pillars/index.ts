import { AppError } from '../../../../shared/errors/app-error'
import { leastUsedColor } from '../../../../shared/features/pillars/record-colors'
import { os } from '../../router-base'
import { countPostsByPillar, getPillar, insertPillar, listPillars, removePillar, reorderPillars, updatePillar } from './pillars.repository'

export { getPillar, insertPillar, listPillars } from './pillars.repository'

function daysOf(from?: string, to?: string): { from: string; to: string } | undefined {
  if (from === undefined && to === undefined) return undefined
  const days = { from: from ?? '0001-01-01', to: to ?? '9999-12-31' }
  if (days.from > days.to) throw new AppError('validation.days', days)
  return days
}

export const pillarsHandlers = {
  list: os.pillars.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const counts = await countPostsByPillar(reader, daysOf(input.fromDay, input.toDay))
    const pillars = await listPillars(reader)
    return {
      pillars: pillars.map((pillar) => ({ ...pillar, posts: counts.get(pillar.id) ?? 0 })),
      total: [...counts.values()].reduce((sum, count) => sum + count, 0),
      withoutPillar: counts.get(null) ?? 0
    }
  }),
  create: os.pillars.create.handler(({ input, context }) =>
    context.command(
      input.clientId,
      async (tx) => {
        const others = await listPillars(tx)
        const pillar = {
          id: context.core.newId(),
          name: input.name,
          color: (input.color ?? leastUsedColor(others.map(({ color }) => color))).toLowerCase(),
          description: input.description ?? '',
          targetShare: input.targetShare ?? null,
          position: Math.max(-1, ...others.map(({ position }) => position)) + 1
        }
        await insertPillar(tx, pillar)
        return pillar
      },
      { data: { name: input.name } }
    )
  ),
  update: os.pillars.update.handler(({ input: { clientId, pillarId, ...fields }, context }) =>
    context.command(clientId, async (tx) => {
      const old = await getPillar(tx, pillarId)
      const pillar = {
        ...old,
        name: fields.name ?? old.name,
        color: (fields.color ?? old.color).toLowerCase(),
        description: fields.description ?? old.description,
        targetShare: fields.targetShare === undefined ? old.targetShare : fields.targetShare
      }
      await updatePillar(tx, pillar)
      return pillar
    })
  ),
  reorder: os.pillars.reorder.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => reorderPillars(tx, input.ids))
    return { ok: true as const }
  }),
  remove: os.pillars.remove.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removePillar(tx, input.pillarId))
    return { ok: true as const }
  })
}
