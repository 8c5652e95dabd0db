import { AppError } from '../../../../shared/errors/app-error'
import { type Learning, learningEvidence } from '../../../../shared/features/learnings/learnings.contract'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx
export type KeptLearning = Omit<Learning, 'due'>

interface Row {
  id: string
  observed_on: string
  observation: string
  evidence_json: string
  decision: string
  experiment: string
  review_on: string | null
  result: string
  state: Learning['state']
  created_at: string
}

function toLearning(row: Row): KeptLearning {
  const evidence = learningEvidence.safeParse(JSON.parse(row.evidence_json))
  return {
    id: row.id, observedOn: row.observed_on, observation: row.observation, evidence: evidence.success ? evidence.data : null,
    decision: row.decision, experiment: row.experiment, reviewOn: row.review_on, result: row.result, state: row.state, createdAt: row.created_at
  }
}

const toRow = (one: KeptLearning): Row => ({
  id: one.id, observed_on: one.observedOn, observation: one.observation, evidence_json: JSON.stringify(one.evidence),
  decision: one.decision, experiment: one.experiment, review_on: one.reviewOn, result: one.result, state: one.state, created_at: one.createdAt
})

export async function listLearnings(db: Db): Promise<KeptLearning[]> {
  const rows = (await db('learning').orderByRaw("state = 'open' DESC, review_on IS NULL, review_on, observed_on DESC, id DESC")) as Row[]
  return rows.map(toLearning)
}

/** @throws AppError `not-found.learning` */
export async function getLearning(db: Db, id: string): Promise<KeptLearning> {
  const row = (await db('learning').where({ id }).first()) as Row | undefined
  if (!row) throw new AppError('not-found.learning', { learning: id })
  return toLearning(row)
}

export async function insertLearning(tx: Tx, one: KeptLearning): Promise<void> {
  await tx('learning').insert(toRow(one))
}

export async function updateLearning(tx: Tx, one: KeptLearning): Promise<void> {
  await tx('learning').where({ id: one.id }).update(toRow(one))
}

/** @throws AppError `not-found.learning` */
export async function removeLearning(tx: Tx, id: string): Promise<void> {
  if ((await tx('learning').where({ id }).delete()) === 0) throw new AppError('not-found.learning', { learning: id })
}
