import { AppError } from '../../../../shared/errors/app-error'
import { findLimit } from '../../../../shared/features/checks/overridable-limits'
import { os } from '../../router-base'
import { listOverrides, putOverride, removeOverride } from './overrides.repository'

export const overridesHandlers = {
  listOverrides: os.checks.listOverrides.handler(async ({ input, context }) => ({
    overrides: await listOverrides((await context.workspace(input.clientId)).reader)
  })),
  setOverride: os.checks.setOverride.handler(({ input: { clientId, ...limit }, context }) => {
    if (!findLimit(limit.network, limit.field)) throw new AppError('validation.field', { network: limit.network, field: limit.field })
    const override = { id: context.core.newId(), setAt: context.core.now(), ...limit }
    return context.command(clientId, (tx) => putOverride(tx, override))
  }),
  removeOverride: os.checks.removeOverride.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeOverride(tx, input.network, input.field))
    return { ok: true as const }
  })
}
