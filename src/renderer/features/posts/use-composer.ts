import type { AppError } from '@shared/errors/app-error'
import type { Post, Variant } from '@shared/features/posts/posts.schema'
import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef, type WritableComputedRef } from 'vue'
import { appErrorOf, subscribeEvents, useApi } from '../../api'
import { useClientShell, useNotices, useSaveState } from '../../app'
import type { Autosave, Edits } from './autosave'
import { changesOf, editKey, effective, withEdits, type EditTarget, type InheritedField, type PostEdit, type PostField, type VariantField } from './post-edits.rules'
import { createSerial } from './serial'
import { useUnsavedWords } from './unsaved-words.store'
import { useLeaveGuard } from './use-leave-guard'

const ownTables: ReadonlySet<string> = new Set(['post', 'variant', 'post_media', 'post_step', 'post_label', 'asset', 'channel', 'workspace_setting'])

/** Something that one part of the page asks of another: words for a picture, another time. */
export type ComposerRequest = { kind: 'alt'; assetId: string } | { kind: 'time'; variantId: string }

/** One post that is being written, shared by the parts of its page. */
export interface Composer {
  clientId: string
  postId: string
  /** As stored. */
  stored: Readonly<ShallowRef<Post | undefined>>
  /** As it is on screen, with what is typed and not stored yet. */
  post: ComputedRef<Post | undefined>
  failure: Readonly<ShallowRef<unknown>>
  /** True in an archived client, and while the post is in the trash. */
  readOnly: ComputedRef<boolean>
  saves: Autosave
  /** `post`, or the id of the variant whose tab is open. */
  tab: Ref<EditTarget>
  variant: ComputedRef<Variant | undefined>
  /** Words of the post itself, saved while they are typed. */
  field(name: PostField): WritableComputedRef<string>
  /** What the open tab shows for a field: writing into a channel's makes it the channel's own. */
  shown(name: InheritedField): WritableComputedRef<string>
  edit(target: EditTarget, name: PostEdit | VariantField, value: unknown): void
  /** Takes a channel's field back to what the post has. */
  inherit(variantId: string, name: InheritedField): Promise<void>
  /** A command on the post after everything typed is stored; what fails is told in the line at the bottom. */
  run<T>(command: () => Promise<T>): Promise<T | undefined>
  /** The same, for a command whose failure the caller shows. @throws AppError */
  attempt<T>(command: () => Promise<T>): Promise<T>
  reload(): Promise<void>
  request: Readonly<ShallowRef<ComposerRequest | undefined>>
  ask(request: ComposerRequest): void
}

const key: InjectionKey<Composer> = Symbol('composer')

export function useComposer(): Composer {
  const composer = inject(key)
  if (!composer) throw new Error('Only parts of the composer know a post.')
  return composer
}

const isPost = (answer: unknown): answer is Post => typeof answer === 'object' && answer !== null && 'variants' in answer && 'checklist' in answer

function useStoredPost(clientId: string, postId: string) {
  const api = useApi()
  const stored = shallowRef<Post>()
  const failure = shallowRef<unknown>()
  const inOrder = createSerial()
  /** Rises with every command on the post: what was read across a change of it may be out of date. */
  const turn = ref(0)
  let loading = false
  let again = false

  async function load(): Promise<void> {
    if (loading) {
      again = true
      return
    }
    loading = true
    do {
      again = false
      const before = turn.value
      try {
        const answer = await api.posts.get({ clientId, postId })
        if (turn.value === before) stored.value = answer
        else again = true
        failure.value = undefined
      } catch (error) {
        failure.value = error
      }
      if (again) await inOrder(() => Promise.resolve())
    } while (again)
    loading = false
  }

  const command = <T>(task: () => Promise<T>): Promise<T> =>
    inOrder(async () => {
      turn.value += 1
      try {
        const answer = await task()
        if (isPost(answer) && answer.id === postId) stored.value = answer
        return answer
      } finally {
        turn.value += 1
      }
    })

  return { stored, failure, load, command }
}

/** Stores what was typed, one command for the post and one for each channel. Words for a channel that is gone are dropped, and said so. */
function createWrite(clientId: string, postId: string, command: <T>(task: () => Promise<T>) => Promise<T>, drop: (key: string) => void) {
  const api = useApi()
  const notices = useNotices()
  return async (edits: Edits): Promise<void> => {
    for (const { target, change } of changesOf(edits)) {
      const store = (): Promise<Post> => (target === 'post' ? api.posts.update({ clientId, postId, ...change }) : api.posts.updateVariant({ clientId, variantId: target, ...change }))
      await command(store).catch((error: unknown) => {
        if (appErrorOf(error).code !== 'not-found.variant') throw error
        for (const field of Object.keys(change)) drop(`${target}:${field}`)
        notices.fail(error)
      })
    }
  }
}

/** Opens a post for writing; to be called by its page. */
export function provideComposer(postId: string): Composer {
  const shell = useClientShell()
  const notices = useNotices()
  const { track } = useSaveState()
  const clientId = shell.currentId ?? ''
  const { stored, failure, load, command } = useStoredPost(clientId, postId)
  const tab = ref<EditTarget>('post')
  const request = shallowRef<ComposerRequest>()

  const write = createWrite(clientId, postId, command, (key) => saves.drop(key))
  const words = useUnsavedWords()
  const saves = words.of(postId, (edits) => track(write(edits)))
  onScopeDispose(() => words.release(postId))
  const post = computed(() => stored.value && withEdits(stored.value, saves.edits))
  const variant = computed(() => post.value?.variants.find(({ id }) => id === tab.value))
  const edit = (target: EditTarget, name: PostEdit | VariantField, value: unknown): void => saves.set(editKey(target, name), value)

  async function attempt<T>(task: () => Promise<T>): Promise<T> {
    await saves.flush()
    return track(command(task))
  }

  const composer: Composer = {
    clientId,
    postId,
    stored,
    post,
    failure,
    readOnly: computed(() => (shell.current?.archivedAt ?? null) !== null || (stored.value?.trashedAt ?? null) !== null),
    saves,
    tab,
    variant,
    field: (name) => computed({ get: () => post.value?.[name] ?? '', set: (value) => edit('post', name, value) }),
    shown: (name) =>
      computed({
        get: () => (post.value ? effective(post.value, variant.value, name) : ''),
        set: (value) => edit(variant.value?.id ?? 'post', name, value)
      }),
    edit,
    async inherit(variantId, name) {
      saves.set(editKey(variantId, name), null)
      await saves.flush()
    },
    attempt,
    run: (task) => attempt(task).catch((error: AppError) => void notices.fail(error)),
    reload: load,
    request,
    ask: (wanted) => {
      request.value = { ...wanted }
    }
  }
  followChanges(composer)
  provide(key, composer)
  return composer
}

function followChanges({ clientId, saves, stored, tab, reload }: Composer): void {
  void reload()
  useLeaveGuard(saves)
  onScopeDispose(
    subscribeEvents((event) => {
      const mine = event.type === 'workspace.changed' && event.clientId === clientId && event.tables.some((table) => ownTables.has(table))
      if (event.type === 'ready' || mine) void reload()
    })
  )
  // A channel that was taken away leaves the post itself on screen.
  watch(stored, (now) => {
    if (now && tab.value !== 'post' && !now.variants.some(({ id }) => id === tab.value)) tab.value = 'post'
  })
}
