import type { AppInputs } from '@shared/contract'
import type { PlannedInput, VariantState } from '@shared/features/posts/posts.schema'
import { useRouter } from 'vue-router'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText, type MessageKey } from '../../ui'
import { useWallTime } from './wall-time.store'
import { useWriting } from './use-writing'

type UpdateMany = Omit<AppInputs['posts']['updateMany'], 'clientId' | 'ids'>
type NewPost = Omit<AppInputs['posts']['create'], 'clientId'>

/** Runs a command on many posts and says how many it changed. */
function useChange() {
  const { t } = useText()
  const { say, attempt } = useWriting()
  return async function change(sentence: MessageKey, write: () => Promise<{ changed: number } | undefined>): Promise<boolean> {
    const answer = await attempt(write)
    if (answer) say(t(sentence, { n: answer.changed }))
    return answer !== undefined
  }
}
type Change = ReturnType<typeof useChange>

/** When posts go out: moved, given a time, or none. */
function usePostTimes(change: Change) {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const wallTime = useWallTime()
  const { say, attempt } = useWriting()
  const clientId = (): string => shell.currentId ?? ''

  /** Days on or back; the clock times stay. */
  async function shift(ids: string[], days: number): Promise<void> {
    const answer = await attempt(() => wallTime.write((pick) => api.posts.shift({ clientId: clientId(), ids, days, ...(pick && { pick }) })))
    if (!answer) return
    const moved = t(days > 0 ? 'calendar.done.later' : 'calendar.done.earlier', { n: answer.changed, days: Math.abs(days) })
    say(answer.kept > 0 ? t('calendar.done.andKept', { moved, kept: answer.kept }) : moved)
  }

  /** Another day, another clock time, or both; what is not given stays as each post has it. */
  async function reschedule(ids: string[], to: { date?: string; time?: string }): Promise<boolean> {
    const answer = await attempt(() => wallTime.write((pick) => api.posts.reschedule({ clientId: clientId(), ids, ...to, ...(pick && { pick }) })))
    if (!answer) return false
    const moved = t('calendar.done.rescheduled', { n: answer.changed })
    say(answer.kept > 0 ? t('calendar.done.andStayed', { moved, kept: answer.kept }) : moved)
    return true
  }

  return {
    shift,
    reschedule,
    unschedule: (postIds: string[]) =>
      change('calendar.done.unscheduled', () => api.posts.schedule({ clientId: clientId(), items: postIds.map((postId) => ({ postId, planned: null })) })),
    /** Puts posts that have no time yet, or ideas, at a time. */
    plan: (postIds: string[], planned: PlannedInput) =>
      change('calendar.done.planned', () =>
        wallTime.write((pick) => api.posts.schedule({ clientId: clientId(), items: postIds.map((postId) => ({ postId, planned: { ...planned, ...(pick && { pick }) } })) }))
      )
  }
}

/** What can be done to posts from any screen that lists them. Each is one command and one step to undo. */
export function usePostActions() {
  const api = useApi()
  const { t } = useText()
  const router = useRouter()
  const shell = useClientShell()
  const wallTime = useWallTime()
  const { say, attempt } = useWriting()
  const change = useChange()
  const timing = usePostTimes(change)
  const clientId = (): string => shell.currentId ?? ''

  function open(postId: string): void {
    if (router.hasRoute('post')) void router.push({ name: 'post', params: { clientId: clientId(), postId } })
  }

  /** To the page where a channel's post is copied field by field and confirmed. */
  const handOver = (variantId: string): unknown => router.hasRoute('hand-off') && router.push({ name: 'hand-off', params: { clientId: clientId(), variantId } })

  async function create(post: NewPost): Promise<string | undefined> {
    const { planned } = post
    const made = await attempt(() => wallTime.write((pick) => api.posts.create({ clientId: clientId(), ...post, planned: planned ? { ...planned, ...(pick && { pick }) } : planned })))
    return made?.id
  }

  async function createAndOpen(post: NewPost): Promise<void> {
    const id = await create(post)
    if (id !== undefined) open(id)
  }

  /** Makes a publish pack of posts with all their channels, and shows it being made. */
  async function pack(ids: string[]): Promise<void> {
    const started = await attempt(() => api.handOff.pack({ clientId: clientId(), scope: { kind: 'posts', postIds: ids } }))
    if (started && router.hasRoute('pack')) void router.push({ name: 'pack', params: { clientId: clientId(), jobId: started.jobId } })
  }

  /** Copies without a time, or each at its own; one step to undo. */
  async function duplicate(ids: string[], times: PlannedInput[] = []): Promise<string[]> {
    const copies = await attempt(() =>
      wallTime.write((pick) => api.posts.duplicate({ clientId: clientId(), ids, times: times.map((time) => ({ ...time, ...(pick && { pick }) })) }))
    )
    if (copies) say(t('calendar.done.duplicated', { n: copies.posts.length }))
    return copies?.posts.map((post) => post.id) ?? []
  }

  return {
    open,
    handOver,
    create,
    createAndOpen,
    ...timing,
    pack,
    duplicate,
    updateMany: (ids: string[], changes: UpdateMany) => change('calendar.done.changed', () => api.posts.updateMany({ clientId: clientId(), ids, ...changes })),
    trash: (ids: string[]) => change('calendar.done.trashed', () => api.posts.trash({ clientId: clientId(), ids })),
    restore: (ids: string[]) => change('calendar.done.restored', () => api.posts.untrash({ clientId: clientId(), ids })),
    setState: (variantIds: string[], state: VariantState, note = '') =>
      change('calendar.done.state', () => api.posts.setState({ clientId: clientId(), variantIds, state, note }))
  }
}

export type PostActions = ReturnType<typeof usePostActions>
