import { os } from '../../../router-base'
import { getWorkspaceSetting, putWorkspaceSetting } from '../../workspace-settings'
import { getRule, insertRule, listRules, removeRule, reorderRules, updateRule } from './care-rules.repository'
import { applyRules, dryRun } from './try-rules.service'

const ok = { ok: true as const }

export const careRulesHandlers = {
  list: os.careRules.list.handler(async ({ input, context }) => ({ rules: await listRules((await context.workspace(input.clientId)).reader) })),
  create: os.careRules.create.handler(({ input: { clientId, ...rule }, context }) =>
    context.command(clientId, (tx) => insertRule(tx, { id: context.core.newId(), ...rule }), { data: { name: rule.name } })
  ),
  update: os.careRules.update.handler(({ input: { clientId, ruleId, ...change }, context }) =>
    context.command(
      clientId,
      async (tx) => {
        const known = await getRule(tx, ruleId)
        const rule = { ...known, name: change.name ?? known.name, conditions: change.conditions ?? known.conditions, actions: change.actions ?? known.actions, enabled: change.enabled ?? known.enabled }
        await updateRule(tx, rule)
        return rule
      },
      { merge: `careRules.update ${ruleId} ${Object.keys(change).sort().join(' ')}` }
    )
  ),
  remove: os.careRules.remove.handler(({ input, context }) => context.command(input.clientId, (tx) => removeRule(tx, input.ruleId)).then(() => ok)),
  reorder: os.careRules.reorder.handler(({ input, context }) => context.command(input.clientId, (tx) => reorderRules(tx, input.ids)).then(() => ok)),
  dryRun: os.careRules.dryRun.handler(({ input, context }) => dryRun(context, input)),
  apply: os.careRules.apply.handler(({ input, context }) => applyRules(context, input)),
  getSensitive: os.careRules.getSensitive.handler(async ({ input, context }) => (await getWorkspaceSetting((await context.workspace(input.clientId)).reader, 'care.sensitive')) ?? { labels: [], types: [] }),
  setSensitive: os.careRules.setSensitive.handler(({ input: { clientId, labels, types }, context }) =>
    context
      .command(clientId, (tx) => {
        const named = [...new Map(labels.toReversed().map((name) => [name.toLowerCase(), name])).values()].toReversed()
        return putWorkspaceSetting(tx, 'care.sensitive', named.length + types.length === 0 ? undefined : { labels: named, types: [...new Set(types)] })
      })
      .then(() => ok)
  )
}
