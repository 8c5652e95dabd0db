import { z } from 'zod'
import { clientOperation, clientScope, done, id } from '../../contract/base'
import { careRule, ruleActions, ruleCondition, ruleScope, ruleTrial, sensitiveMarks } from './care-rules.schema'

const archived = 'conflict.client-archived'
const missing = 'not-found.care-item'
const name = z.string().trim().min(1).max(120)
const conditions = z.array(ruleCondition).max(20)
const ofRule = clientScope.extend({ ruleId: id })
/** `with` names rules that count although they are off. */
const trial = clientScope.extend({ scope: ruleScope.default('unanswered'), with: z.array(id).max(200).default([]) })

export const careRulesContract = {
  /** In their order: of those that are on, the first one that matches acts, on every conversation that gets something new. */
  list: clientOperation('query').input(clientScope).output(z.object({ rules: z.array(careRule) })),
  /** New ones come last and are off, so that they can be tried first. */
  create: clientOperation('command', archived)
    .input(clientScope.extend({ name, conditions: conditions.default([]), actions: ruleActions.default({ labels: [] }), enabled: z.boolean().default(false) }))
    .output(careRule),
  update: clientOperation('command', archived, missing).input(ofRule.extend({ name: name.optional(), conditions: conditions.optional(), actions: ruleActions.optional(), enabled: z.boolean().optional() })).output(careRule),
  remove: clientOperation('command', archived, missing).input(ofRule).output(done),
  reorder: clientOperation('command', archived, missing).input(clientScope.extend({ ids: z.array(id).max(1000) })).output(done),
  /** Which conversations would match which rule, and what would change. Nothing is written. */
  dryRun: clientOperation('query', missing).input(trial).output(ruleTrial),
  /** Does what was shown, as one step; where it would be something else by now, `conflict.rules-changed`. */
  apply: clientOperation('command', archived, missing, 'conflict.rules-changed').input(trial.extend({ expect: z.string().max(100) })).output(z.object({ changed: z.int() })),
  getSensitive: clientOperation('query').input(clientScope).output(sensitiveMarks),
  setSensitive: clientOperation('command', archived).input(clientScope.extend(sensitiveMarks.shape)).output(done)
}
