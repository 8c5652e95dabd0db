import { createHash } from 'node:crypto'
import { AppError } from '../../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../../shared/contract'
import type { CareRule, RuleTrial, TriedRow } from '../../../../../shared/features/care-rules/care-rules.schema'
import type { CallContext, Reader, Tx } from '../../../context'
import { listIdsInView } from '../conversations.queries'
import { presentRows } from '../present-rows'
import { openResponseClocks } from '../response-clocks.service'
import { listRules } from './care-rules.repository'
import { decide, type DecideContext, type Decision } from './decide'
import { actOn } from './run-rules.service'

type Input = AppInputs['careRules']['dryRun']
const MOST_ROWS = 500

/** @throws AppError `not-found.care-item` */
async function chosenRules(db: Reader | Tx, also: readonly string[]): Promise<CareRule[]> {
  const rules = await listRules(db)
  const missing = also.find((id) => !rules.some((rule) => rule.id === id))
  if (missing !== undefined) throw new AppError('not-found.care-item', { item: missing })
  return rules.filter(({ id, enabled }) => enabled || also.includes(id))
}

interface Found {
  looked: number
  rules: CareRule[]
  decisions: Decision[]
}

async function look(db: Reader | Tx, { scope = 'unanswered', with: also = [] }: Input, context: DecideContext): Promise<Found> {
  const rules = await chosenRules(db, also)
  const ids = await listIdsInView(db, scope, context.now)
  return { looked: ids.length, rules, decisions: await decide(db, rules, ids, context) }
}

const changing = (decisions: readonly Decision[]): Decision[] => decisions.filter(({ plan }) => plan.changes.length > 0)

/** Of exactly these changes, whoever stands beside them; begins with how many conversations change. */
function fingerprintOf(decisions: readonly Decision[]): string {
  const said = changing(decisions).map(({ row, rule, plan }) => [row.id, rule.id, rule.actions.close?.reason ?? '', rule.actions.snooze?.hours ?? 0, plan.changes])
  return `${said.length}-${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)}`
}

async function contextOf(context: CallContext, clientId: string): Promise<{ reader: Reader; rows: DecideContext & { clientId: string; clocks: Awaited<ReturnType<typeof openResponseClocks>> } }> {
  const workspace = await context.workspace(clientId)
  const clocks = await openResponseClocks(workspace.reader, (await workspace.profile()).zone)
  return { reader: workspace.reader, rows: { clientId, clocks, now: context.core.now() } }
}

/** What rules would do, told without doing it. @throws AppError `not-found.care-item` */
export async function dryRun(context: CallContext, input: Input): Promise<RuleTrial> {
  const { reader, rows } = await contextOf(context, input.clientId)
  const { looked, rules, decisions } = await look(reader, input, rows)
  const shown = [...changing(decisions), ...decisions.filter(({ plan }) => plan.changes.length === 0)].slice(0, MOST_ROWS)
  const presented = new Map((await presentRows(reader, shown.map(({ row }) => row), rows)).map((row) => [row.id, row]))
  const counted = (among: readonly Decision[], rule: CareRule): number => among.filter((decision) => decision.rule.id === rule.id).length
  return {
    looked, matched: decisions.length, changed: changing(decisions).length,
    rules: rules.map((rule) => ({ ruleId: rule.id, matched: counted(decisions, rule), changed: counted(changing(decisions), rule) })),
    rows: shown.map(({ row, rule, plan }): TriedRow => {
      const seen = presented.get(row.id)
      return { conversationId: row.id, network: row.network, person: seen?.person.name ?? '', excerpt: seen?.excerpt ?? '', ruleId: rule.id, ...plan }
    }),
    fingerprint: fingerprintOf(decisions)
  }
}

/** @throws AppError `not-found.care-item`, `conflict.rules-changed` */
export async function applyRules(context: CallContext, { expect, ...input }: AppInputs['careRules']['apply']): Promise<{ changed: number }> {
  const { rows } = await contextOf(context, input.clientId)
  return context.command(
    input.clientId,
    async (tx) => {
      const { decisions } = await look(tx, input, rows)
      if (fingerprintOf(decisions) !== expect) throw new AppError('conflict.rules-changed')
      return { changed: await actOn(tx, context.core, decisions) }
    },
    { data: { count: Number.parseInt(expect, 10) || 0 } }
  )
}
