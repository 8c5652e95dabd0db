import { AppError } from '../../../../../shared/errors/app-error'
import { ruleActions, ruleCondition, type CareRule } from '../../../../../shared/features/care-rules/care-rules.schema'
import type { Reader, Tx } from '../../../context'

interface RuleRow {
  id: string
  name: string
  conditions_json: string
  actions_json: string
  enabled: number
  position: number
}

const toRow = ({ id, name, conditions, actions, enabled, position }: CareRule): RuleRow => ({ id, name, conditions_json: JSON.stringify(conditions), actions_json: JSON.stringify(actions), enabled: enabled ? 1 : 0, position })

/** Of a rule that says something this version does not know, the known conditions would match too much: it is off, and empty. */
function toRule({ id, name, conditions_json, actions_json, enabled, position }: RuleRow): CareRule {
  const conditions = ruleCondition.array().safeParse(JSON.parse(conditions_json))
  const actions = ruleActions.safeParse(JSON.parse(actions_json))
  const known = conditions.success && actions.success
  return { id, name, conditions: known ? conditions.data : [], actions: known ? actions.data : { labels: [] }, enabled: known && enabled === 1, position }
}

/** In their order. */
export async function listRules(db: Reader | Tx): Promise<CareRule[]> {
  return ((await db('care_rule').orderBy(['position', 'id'])) as RuleRow[]).map(toRule)
}

/** @throws AppError `not-found.care-item` */
export async function getRule(db: Reader | Tx, id: string): Promise<CareRule> {
  const row = (await db('care_rule').where({ id }).first()) as RuleRow | undefined
  if (!row) throw new AppError('not-found.care-item', { item: id })
  return toRule(row)
}

export async function insertRule(tx: Tx, rule: Omit<CareRule, 'position'>): Promise<CareRule> {
  const { last } = (await tx('care_rule').max({ last: 'position' }).first()) as { last: number | null }
  const made = { ...rule, position: (last ?? -1) + 1 }
  await tx('care_rule').insert(toRow(made))
  return made
}

export async function updateRule(tx: Tx, rule: CareRule): Promise<void> {
  await tx('care_rule').where({ id: rule.id }).update(toRow(rule))
}

/** @throws AppError `not-found.care-item` */
export async function removeRule(tx: Tx, id: string): Promise<void> {
  if ((await tx('care_rule').where({ id }).delete()) === 0) throw new AppError('not-found.care-item', { item: id })
}

/** @throws AppError `not-found.care-item` */
export async function reorderRules(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = (await listRules(tx)).map(({ id }) => id)
  const missing = ids.find((id) => !known.includes(id))
  if (missing !== undefined) throw new AppError('not-found.care-item', { item: missing })
  for (const [position, id] of [...new Set([...ids, ...known])].entries()) await tx('care_rule').where({ id }).whereNot({ position }).update({ position })
}
