import type { Reader, Tx } from '../../context'
import type { PostRow, VariantRow } from './post-rows'

type Db = Reader | Tx

export interface VersionStep {
  id: number
  operation: string
  actor: string
  at: string
  state: 'live' | 'undone' | 'dropped'
}

/** A row of the log: what a row was and became. */
export interface LoggedChange {
  step_id: number
  table_name: string
  row_id: string
  before_json: string | null
  after_json: string | null
}

/** Every change of a post, of its words on a channel too, writes its row: these are all the steps that concern it. */
const stepsOf = (db: Db, postId: string) => db('change').where({ table_name: 'post', row_id: postId }).select('step_id')

export async function listVersionSteps(db: Db, postId: string, page: { offset: number; limit: number }): Promise<{ total: number; steps: VersionStep[] }> {
  const steps = () => db('change_step').where({ kind: 'do' }).whereIn('id', stepsOf(db, postId))
  const { n } = (await steps().count({ n: '*' }).first()) as { n: number }
  const rows = (await steps().orderBy('id', 'desc').offset(page.offset).limit(page.limit)) as VersionStep[]
  return { total: n, steps: rows }
}

/** What steps changed of a post and of what belongs to it, oldest first. */
export async function listChangesOf(db: Db, postId: string, stepIds: readonly number[]): Promise<LoggedChange[]> {
  const ofPost = `(+table_name = 'post' AND row_id = ?)
    OR (+table_name IN ('variant', 'post_media', 'post_label', 'post_step') AND coalesce(after_json, before_json) ->> 'post_id' = ?)`
  return (await db('change')
    .whereIn('step_id', [...stepIds])
    .whereRaw(`(${ofPost})`, [postId, postId])
    .orderBy('id')
    .select('step_id', 'table_name', 'row_id', 'before_json', 'after_json')) as LoggedChange[]
}

export interface PostAtStep {
  at: string
  post: PostRow
  variants: VariantRow[]
}

/** A post and its variants as a step left them, or undefined when the step did not concern the post. */
export async function findPostAtStep(db: Db, postId: string, stepId: number): Promise<PostAtStep | undefined> {
  const step = (await db('change_step').where({ id: stepId }).first('at')) as { at: string } | undefined
  const row = (await db('change')
    .where({ table_name: 'post', row_id: postId, step_id: stepId })
    .orderBy('id', 'desc')
    .first('after_json')) as { after_json: string | null } | undefined
  if (!step || !row?.after_json) return undefined
  return { at: step.at, post: JSON.parse(row.after_json) as PostRow, variants: await variantsAt(db, postId, stepId) }
}

async function variantsAt(db: Db, postId: string, stepId: number): Promise<VariantRow[]> {
  const { last } = (await db('change').where({ step_id: stepId }).max({ last: 'id' }).first()) as { last: number }
  const ids = (await db('change')
    // With a plus: by its steps, which are few, and not through all variants there are.
    .whereRaw("+table_name = 'variant'")
    .whereIn('step_id', stepsOf(db, postId))
    .where('id', '<=', last)
    .whereRaw("coalesce(after_json, before_json) ->> 'post_id' = ?", [postId])
    .distinct('row_id')
    .pluck('row_id')) as string[]
  const newest = db('change').where({ table_name: 'variant' }).whereIn('row_id', ids).where('id', '<=', last).groupBy('row_id').max('id')
  const rows = (await db('change').whereIn('id', newest).pluck('after_json')) as (string | null)[]
  return rows
    .flatMap((json) => (json === null ? [] : [JSON.parse(json) as VariantRow]))
    .sort((one, other) => one.position - other.position)
}
