import type { CallContext, CoreServices, Tx } from '../../context'
import { os } from '../../router-base'
import type { Workspace } from '../../workspaces/workspaces.types'
import { refuseFrozen } from '../freezes'
import { duplicatePosts, reorderIdea } from './arrange-posts.service'
import { addVariants, removeVariant, setChecklist, setMedia, updatePost, updateVariant } from './edit-post.service'
import { insertPost, type PostContext } from './insert-posts.service'
import { countPosts } from './post-counts.queries'
import { listPostIds, listPosts } from './posts.queries'
import { getPost, getPosts, presentSummaries, thumbnailsOf } from './present-posts'
import { reschedulePosts, schedulePosts, shiftPosts } from './schedule.service'
import { setVariantStates } from './states.service'
import { emptyPostTrash, trashPosts } from './trash.service'
import { updateManyPosts } from './update-many.service'
import { getVersion, listVersions, restoreVersion } from './versions.service'

/** What writing posts needs, in a client's workspace. */
export async function postContext(core: Pick<CoreServices, 'now' | 'newId'>, workspace: Workspace, pick?: PostContext['pick']): Promise<PostContext> {
  const { zone } = await workspace.profile()
  return { now: core.now, newId: core.newId, zone, ...(pick && { pick }) }
}

type Run<T> = (tx: Tx, ctx: PostContext) => Promise<T>
interface Options {
  data?: Record<string, string | number>
  merge?: string
}

async function write<T>(context: CallContext, clientId: string, run: Run<T>, options: Options = {}): Promise<T> {
  const ctx = await postContext(context.core, await context.workspace(clientId))
  return context.command(clientId, (tx) => run(tx, ctx), options)
}

/** A command that changes one post and answers with it; `run` tells which where the input does not. */
function writeOne(context: CallContext, clientId: string, run: Run<string>, options: Options = {}) {
  const sign = thumbnailsOf(context.core, clientId)
  return write(context, clientId, async (tx, ctx) => getPost(tx, sign, await run(tx, ctx)), options)
}

const countOf = (ids: readonly unknown[]): Options => ({ data: { count: ids.length } })

/** Changes of the same words that follow each other are one step: a person types a sentence, not letters. */
const typing = (operation: string, id: string, change: object): Options => ({ merge: [operation, id, ...Object.keys(change).sort()].join(' ') })

export const postsHandlers = {
  list: os.posts.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const { total, rows } = await listPosts(reader, input, context.core.now())
    return { total, posts: await presentSummaries(reader, thumbnailsOf(context.core, input.clientId), rows) }
  }),
  listIds: os.posts.listIds.handler(async ({ input, context }) => ({
    ids: await listPostIds((await context.workspace(input.clientId)).reader, input, context.core.now())
  })),
  get: os.posts.get.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    return getPost(reader, thumbnailsOf(context.core, input.clientId), input.postId)
  }),
  counts: os.posts.counts.handler(async ({ input, context }) => countPosts((await context.workspace(input.clientId)).reader, context.core.now())),
  create: os.posts.create.handler(({ input: { clientId, ...draft }, context }) =>
    writeOne(context, clientId, (tx, ctx) => insertPost(tx, ctx, draft))
  ),
  update: os.posts.update.handler(({ input: { clientId, postId, ...change }, context }) =>
    writeOne(context, clientId, (tx, ctx) => updatePost(tx, ctx, postId, change).then(() => postId), typing('post', postId, change))
  ),
  setMedia: os.posts.setMedia.handler(({ input, context }) =>
    writeOne(context, input.clientId, (tx, ctx) => setMedia(tx, ctx, input).then(() => input.postId))
  ),
  setChecklist: os.posts.setChecklist.handler(({ input: { clientId, postId, steps }, context }) =>
    writeOne(context, clientId, (tx, ctx) => setChecklist(tx, ctx, postId, steps).then(() => postId), { merge: `checklist ${postId}` })
  ),
  addVariants: os.posts.addVariants.handler(({ input: { clientId, postId, variants }, context }) =>
    writeOne(context, clientId, (tx, ctx) => addVariants(tx, ctx, postId, variants).then(() => postId), countOf(variants))
  ),
  removeVariant: os.posts.removeVariant.handler(({ input: { clientId, variantId }, context }) =>
    writeOne(context, clientId, (tx, ctx) => removeVariant(tx, ctx, variantId))
  ),
  updateVariant: os.posts.updateVariant.handler(({ input: { clientId, variantId, ...change }, context }) =>
    writeOne(context, clientId, (tx, ctx) => updateVariant(tx, ctx, variantId, change), typing('variant', variantId, change))
  ),
  setState: os.posts.setState.handler(({ input: { clientId, variantIds, state, note }, context }) => {
    const ids = [...new Set(variantIds)]
    const run: Run<{ changed: number }> = async (tx, ctx) => {
      if (state === 'handed-over' || state === 'published') await refuseFrozen(tx, ids)
      return { changed: await setVariantStates(tx, ctx, ids.map((variantId) => ({ variantId, state, note }))) }
    }
    return write(context, clientId, run, { data: { count: ids.length, state } })
  }),
  schedule: os.posts.schedule.handler(({ input: { clientId, items }, context }) =>
    write(context, clientId, async (tx, ctx) => ({ changed: await schedulePosts(tx, ctx, items) }), countOf(items))
  ),
  shift: os.posts.shift.handler(({ input: { clientId, ids, days, pick }, context }) =>
    write(context, clientId, (tx, ctx) => shiftPosts(tx, ctx, ids, days, pick), { data: { count: ids.length, days } })
  ),
  reschedule: os.posts.reschedule.handler(({ input: { clientId, ids, date, time, pick }, context }) =>
    write(context, clientId, (tx, ctx) => reschedulePosts(tx, ctx, [...new Set(ids)], { date, time }, pick), countOf(ids))
  ),
  updateMany: os.posts.updateMany.handler(({ input: { clientId, ids, ...change }, context }) =>
    write(context, clientId, async (tx, ctx) => ({ changed: await updateManyPosts(tx, ctx, [...new Set(ids)], change) }), countOf(ids))
  ),
  duplicate: os.posts.duplicate.handler(({ input: { clientId, ids, planned, times }, context }) => {
    const sign = thumbnailsOf(context.core, clientId)
    const run: Run<Awaited<ReturnType<typeof getPosts>>> = async (tx, ctx) => getPosts(tx, sign, await duplicatePosts(tx, ctx, ids, planned, times))
    return write(context, clientId, async (tx, ctx) => ({ posts: await run(tx, ctx) }), countOf(ids))
  }),
  reorder: os.posts.reorder.handler(({ input: { clientId, ...place }, context }) =>
    write(context, clientId, async (tx, ctx) => ({ changed: await reorderIdea(tx, ctx, place) }))
  ),
  trash: os.posts.trash.handler(({ input: { clientId, ids }, context }) =>
    write(context, clientId, async (tx, ctx) => ({ changed: await trashPosts(tx, ids, ctx.now()) }), countOf(ids))
  ),
  untrash: os.posts.untrash.handler(({ input: { clientId, ids }, context }) =>
    write(context, clientId, async (tx) => ({ changed: await trashPosts(tx, ids, null) }), countOf(ids))
  ),
  emptyTrash: os.posts.emptyTrash.handler(({ input: { clientId, confirm }, context }) =>
    write(context, clientId, async (tx) => ({ ok: true as const, removed: await emptyPostTrash(tx, confirm) }))
  ),
  versions: os.posts.versions.handler(async ({ input, context }) =>
    listVersions((await context.workspace(input.clientId)).reader, input.postId, input)
  ),
  getVersion: os.posts.getVersion.handler(async ({ input, context }) =>
    getVersion((await context.workspace(input.clientId)).reader, input.postId, input.stepId)
  ),
  restoreVersion: os.posts.restoreVersion.handler(({ input: { clientId, postId, stepId }, context }) =>
    writeOne(context, clientId, (tx, ctx) => restoreVersion(tx, ctx, postId, stepId).then(() => postId))
  )
}
